import type { Clock } from '../base/clock.ts'
import type { Http } from '../wire/http.ts'

/**
 * The same requests, of whose answers the server's time is read.
 * @param onRequest told when one begins, by our clock
 * @param onOffset told how far the server's clock is ahead of ours, in milliseconds, where an answer says it
 */
export function watchClock(
  http: Http,
  clock: Clock,
  { onRequest, onOffset }: { onRequest: (atMs: number) => void; onOffset: (offsetMs: number) => void },
): Http {
  const send: Http['send'] = async (request, timeoutMs) => {
    onRequest(clock.now())
    const outcome = await http.send(request, timeoutMs)
    const date = outcome.kind === 'answer' ? Date.parse(outcome.headers.get('date') ?? '') : Number.NaN
    if (!Number.isNaN(date)) onOffset(date - clock.now())
    return outcome
  }
  return {
    get requestCount() {
      return http.requestCount
    },
    get: (path, authorization, timeoutMs) => send({ method: 'GET', path, authorization }, timeoutMs),
    send,
  }
}
