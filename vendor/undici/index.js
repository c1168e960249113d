/**
 * Takes the place of undici in the bundle.
 *
 * `@actions/http-client` imports undici for one thing: `HttpClient.getAgentDispatcher()`, which hands a
 * `ProxyAgent` to callers of `fetch`. This action sends its requests through `node:http` and `node:https` and
 * never calls that method, yet undici would be nine tenths of the bundle and a third of the running time.
 * Whoever does reach it gets the error below instead of a request past the proxy.
 */
export class ProxyAgent {
  constructor() {
    throw new Error(
      'undici is not part of jira-pat-check: HttpClient.getAgentDispatcher() cannot be used here (see vendor/undici)',
    )
  }
}
