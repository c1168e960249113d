/**
 * Takes the place of tunnel in the bundle.
 *
 * `@actions/http-client` has it make an agent wherever a variable names a proxy, and then asks whoever sends a request for
 * an agent of their own. This action always gives its own (src/wire/agent.ts), yet tunnel would be loaded with each check,
 * and `node:assert` with it. A request that is left to such an agent gets the error below instead of a way past the proxy.
 */
function makeAgent() {
  return { addRequest: refuseToTunnel }
}

function refuseToTunnel() {
  throw new Error(
    'tunnel is not part of jira-pat-check: the proxy of HttpClient cannot be used here (see vendor/tunnel)',
  )
}

export {
  makeAgent as httpOverHttp,
  makeAgent as httpOverHttps,
  makeAgent as httpsOverHttp,
  makeAgent as httpsOverHttps,
}
