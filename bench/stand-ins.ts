/**
 * The stand-in Jiras of the bench, in a process of their own: started by `jiras.ts`, says where they listen, answers
 * any message with what they have seen so far, and ends with the process that started it.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { permissions, tomcatRateLimited } from '../__tests__/support/answers.ts'
import { certificates } from '../__tests__/support/certificates.ts'
import { badToken, goodToken, healthyAnswer } from '../__tests__/support/healthy.ts'
import { type JiraOptions, type StandInJira, startJira } from '../__tests__/support/jira.ts'
import { type Counts, type JiraName, LIMIT, type Places, WATCHED_JIRAS } from './jiras.ts'

type Respond = NonNullable<JiraOptions['respond']>

const { root, server: tls } = await certificates()
const directory = mkdtempSync(join(tmpdir(), 'jira-pat-check-bench-'))
const caFile = join(directory, 'ca.pem')
writeFileSync(caFile, root.cert)

/** Any project is visible here; otherwise this is the healthy Jira. */
const respond: Respond = (request) =>
  request.path.startsWith('/rest/api/2/mypermissions') ? permissions() : healthyAnswer(request)

const respondAfter =
  (delayMs: number): Respond =>
  (request) => ({ ...respond(request), after: sleep(delayMs) })

/** The limiter of Data Center: a bucket that a request takes from, and that time fills again. */
const respondWithin = (): Respond => {
  let left = LIMIT.burst
  let filledAtMs = performance.now()
  return (request) => {
    const nowMs = performance.now()
    const fillsMs = 1000 / LIMIT.perSecond
    const filled = Math.floor((nowMs - filledAtMs) / fillsMs)
    left = Math.min(LIMIT.burst, left + filled)
    filledAtMs += filled * fillsMs
    const isTaken = left > 0
    if (isTaken) left -= 1
    const reply = isTaken ? respond(request) : tomcatRateLimited(1)
    const headers = {
      ...reply?.headers,
      'X-RateLimit-Limit': String(LIMIT.burst),
      'X-RateLimit-Remaining': String(left),
      'X-RateLimit-FillRate': String(LIMIT.perSecond),
      'X-RateLimit-Interval-Seconds': '1',
    }
    return { ...reply, headers }
  }
}

// A port that was free a moment ago: nobody listens there.
const gone = await startJira()
await gone.close()

const jiras: Record<Exclude<JiraName, 'nobody'>, StandInJira> = {
  https: await startJira({ respond, tls }),
  http: await startJira({ respond }),
  'slow-20': await startJira({ respond: respondAfter(20), tls }),
  'slow-100': await startJira({ respond: respondAfter(100), tls }),
  'slow-500': await startJira({ respond: respondAfter(500), tls }),
  limited: await startJira({ respond: respondWithin(), tls }),
}
const watched = await Promise.all(
  Array.from({ length: WATCHED_JIRAS }, () => startJira({ respond: respondAfter(100), tls })),
)

const places: Places = {
  urls: {
    https: jiras.https.url,
    http: jiras.http.url,
    'slow-20': jiras['slow-20'].url,
    'slow-100': jiras['slow-100'].url,
    'slow-500': jiras['slow-500'].url,
    limited: jiras.limited.url,
    nobody: gone.url,
  },
  watchedUrls: watched.map(({ url }) => url),
  tokens: { good: goodToken, bad: badToken },
  caFile,
}
process.on('message', () => {
  const all = [...Object.values(jiras), ...watched]
  const counts: Counts = {
    requests: all.reduce((sum, { requests }) => sum + requests.length, 0),
    connections: all.reduce((sum, { connections }) => sum + connections, 0),
  }
  process.send?.(counts)
})
process.on('disconnect', () => {
  rmSync(directory, { recursive: true, force: true })
  process.exit()
})
process.send?.(places)
