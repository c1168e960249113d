/**
 * Takes the place of tunnel in the bundle.
 *
 * `@actions/http-client` has it open the way through a proxy, where it was given no agent of the caller's own. This
 * action always brings its own (src/wire/agent.ts), yet tunnel would be loaded with each check, and `node:assert` with it.
 * Whoever does reach it gets the error below instead of a request past the proxy.
 */
function refuse() {
  throw new Error(
    'tunnel is not part of jira-pat-check: the proxy of HttpClient cannot be used here (see vendor/tunnel)',
  )
}

export { refuse as httpOverHttp, refuse as httpOverHttps, refuse as httpsOverHttp, refuse as httpsOverHttps }
