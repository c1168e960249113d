/**
 * The stand-in Jiras of the bench, in a process of their own: started by `jiras.ts`, says where they listen, answers
 * any message with what they have seen so far, and ends with the process that started it.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { permissions } from '../__tests__/support/answers.ts'
import { certificates } from '../__tests__/support/certificates.ts'
import { badToken, goodToken, healthyAnswer } from '../__tests__/support/healthy.ts'
import { type JiraOptions, startJira } from '../__tests__/support/jira.ts'
import { type Counts, type Places, WATCHED_JIRAS } from './jiras.ts'

const respond =
  (delayMs: number): JiraOptions['respond'] =>
  (request) => {
    // Any project is visible here; otherwise this is the healthy Jira.
    const isPermissions = request.path.startsWith('/rest/api/2/mypermissions')
    const reply = isPermissions ? permissions() : healthyAnswer(request)
    return delayMs === 0 ? reply : { ...reply, after: sleep(delayMs) }
  }

const { root, server } = await certificates()
const directory = mkdtempSync(join(tmpdir(), 'jira-pat-check-bench-'))
const caFile = join(directory, 'ca.pem')
writeFileSync(caFile, root.cert)

const jiras = {
  plain: await startJira({ respond: respond(0) }),
  slow: await startJira({ respond: respond(50) }),
  tls: await startJira({ respond: respond(0), tls: server }),
}
const watched = await Promise.all(Array.from({ length: WATCHED_JIRAS }, () => startJira({ respond: respond(100) })))
// A port that was free a moment ago: nobody listens there.
const gone = await startJira()
await gone.close()

const places: Places = {
  urls: { plain: jiras.plain.url, slow: jiras.slow.url, tls: jiras.tls.url, nobody: gone.url },
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
