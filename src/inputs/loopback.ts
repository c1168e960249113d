/**
 * Whether a URL's host is this machine itself: loopback traffic leaves no machine, so it needs no TLS.
 * Not `name.localhost`, which some resolvers look up like any other name.
 */
export function isLoopback(url: URL): boolean {
  return url.hostname === 'localhost' || /^127\.\d+\.\d+\.\d+$/.test(url.hostname) || url.hostname === '[::1]'
}
