import { get, type IncomingMessage } from 'node:http'
import * as answers from '../support/answers.ts'
import { goodToken } from '../support/healthy.ts'
import { startJira } from '../support/jira.ts'
import type { Reply } from '../support/reply.ts'
import { resources, routes } from '../support/routes.ts'
import type { ActionResult, ActionRun } from '../support/runner.ts'
import { violationsOf } from './invariants.ts'
import { mangle, type Poison } from './mangle.ts'
import { createRandom, type Random } from './random.ts'
import { spellings } from './spellings.ts'
import { hostileTexts } from './texts.ts'

type Answers = Record<'myself' | 'tokens' | 'permissions' | 'serverInfo' | 'status', Reply>

/** What a whole Jira says, before anything is done to it. */
const healthy: Answers = {
  myself: answers.identity(),
  tokens: answers.tokens([
    { name: 'ci', daysLeft: 5 },
    { name: 'old', daysLeft: -5 },
    { name: 'laptop', expiringAt: answers.neverExpires, usedDaysAgo: 200 },
  ]),
  permissions: answers.permissions(),
  serverInfo: answers.serverInfo('8.13.0'),
  status: answers.status('STARTING'),
}

const isReply = (answer: unknown): answer is Reply =>
  typeof answer === 'object' && answer !== null && ('body' in answer || 'headers' in answer)

const poison: Poison = {
  texts: [goodToken, ...spellings.map(({ spell }) => spell(goodToken)), ...hostileTexts],
  others: [healthy.tokens, ...Object.values(healthy), ...Object.values(answers).filter(isReply)],
}

const timeoutSeconds = 3

/** One run against a Jira whose answers were mangled by that seed. */
export interface FuzzedRun {
  seed: number
  inputs: Record<string, string>
  result: ActionResult
  /** What is wrong with it: empty, where nothing got through. */
  violations: string[]
}

/** The same seed mangles the same way; only the dates move on. `run` is told to run the action somewhere else. */
export async function fuzz(seed: number, run: (run: ActionRun) => Promise<ActionResult>): Promise<FuzzedRun> {
  const random = createRandom(seed)
  const replies = mangleAll(random)
  const inputs = chooseInputs(random)
  const jira = await startJira({ respond: routes(replies) })
  try {
    const result = await run({ inputs: { ...inputs, 'jira-url': jira.url, token: goodToken } })
    const isEarned = result.outputs['result'] !== 'usable' || (await provesIdentity(jira.url).catch(() => false))
    const violations = [
      ...violationsOf(result, { secrets: [goodToken], timeoutMs: timeoutSeconds * 1000 }),
      ...(isEarned ? [] : ['usable without proof']),
      ...(result.outputs['result'] === 'usable' ? failedGates(result) : []),
    ]
    return { seed, inputs, result, violations }
  } finally {
    await jira.close()
  }
}

/** Most of the answers stay as they are, or nothing would be reached but the first. */
function mangleAll(random: Random): Answers {
  const mangled = { ...healthy }
  const names = Object.keys(healthy) as (keyof Answers)[]
  for (const name of names) {
    const isFirst = name === 'myself'
    const reply = random.chance(isFirst ? 0.2 : 0.1) ? random.pick(poison.others) : healthy[name]
    if (random.chance(isFirst ? 0.6 : 0.5)) mangled[name] = mangle(reply, random, poison)
  }
  return mangled
}

function chooseInputs(random: Random): Record<string, string> {
  const username = random.pick(['', '', '', 'svc-ci'])
  return {
    'timeout-seconds': String(timeoutSeconds),
    retries: random.pick(['0', '0', '1']),
    projects: random.pick(['', '', 'OPS', 'OPS, WEB, APP']),
    permissions: random.pick(['', '', 'CREATE_ISSUES', 'BROWSE_PROJECTS, constructor, toString']),
    'token-name': random.pick(['', '', 'ci', 'laptop']),
    // With a user name it could never hold, and is refused before anything is asked.
    'expiry-fail-days': username === '' ? random.pick(['', '', '3', '30']) : '',
    'expected-user': random.pick(['', '', 'svc-ci', 'SVC-CI@example.com somebody']),
    username,
  }
}

const failedGates = ({ report }: ActionResult): string[] =>
  (report?.gates ?? []).filter(({ holds }) => holds !== true).map(({ gate }) => `usable though ${gate} does not hold`)

/** Whether the answer about the identity, read by Node alone, is a whole 200 in JSON that names somebody. */
async function provesIdentity(url: string): Promise<boolean> {
  const request = get(`${url}${resources.myself}`, { agent: false })
  const [response]: [IncomingMessage] = await new Promise((resolve, reject) => {
    request.on('response', (...answer) => resolve(answer))
    request.on('error', reject)
  })
  const chunks: Buffer[] = []
  response.on('data', (chunk) => chunks.push(chunk))
  // What comes after a whole answer is an error that takes nothing back.
  response.on('error', () => {})
  await new Promise((resolve) => response.on('close', resolve))
  const { name, key, accountId } = JSON.parse(new TextDecoder().decode(Buffer.concat(chunks)))
  const names = [name, key, accountId].filter(
    (text) => typeof text === 'string' && /[\p{L}\p{N}\p{P}\p{S}]/u.test(text),
  )
  return response.statusCode === 200 && response.complete && names.length > 0
}
