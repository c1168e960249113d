/** One night in a process of its own, which a test can kill: `node night-process.ts URL TOKEN NIGHT NOW`. */
import { createGitHub } from '../../../src/github/api.ts'
import { type Night, updateIssues } from '../../../src/watch/issues/update-issues.ts'
import { clockAt } from './night-clock.ts'

const [, , baseUrl = '', token = '', night = '', now = ''] = process.argv
const clock = clockAt(Number(now))
const userAgent = 'jira-pat-check/1.2.3'
const github = createGitHub({ baseUrl, token, proxy: undefined, userAgent, readSystemCa: () => [] }, clock)
const what: Night = { ...JSON.parse(night), redact: (text: string) => text }
const result = await updateIssues(what, { github, clock, deadlineMs: clock.monotonicMs() + 300_000 })
process.stdout.write(JSON.stringify({ ...result, links: [...result.links] }))
process.exit()
