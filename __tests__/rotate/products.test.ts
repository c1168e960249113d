import { describe, expect, it } from 'vitest'
import type { RotationResult } from '../support/rotation/rotation-run.ts'
import type { Exchange, Interference } from '../support/rotation/store-server.ts'
import { answerOfConfluence } from '../support/rotation/token-confluence.ts'
import type { TokenPolicy } from '../support/rotation/token-store.ts'
import { createWorld, type Started, type World } from '../support/rotation/world.ts'

/** What a run in a Confluence's world ends with. */
interface Ending {
  readonly policy?: Partial<TokenPolicy>
  readonly run?: Started['inputs']
  readonly fault?: (exchange: Exchange) => Interference | undefined
  readonly outputs: Record<string, string>
}

const answering =
  (method: string, status: number) =>
  ({ server, method: asked, path }: Exchange): Interference | undefined =>
    server === 'jira' && asked === method && path.includes('/tokens') ? { reply: { status, body: {} } } : undefined

const endings: Record<string, Ending> = {
  'made and stored': { outputs: { reason: 'authenticated', rotation: 'created' } },
  'only looked at': { run: { 'dry-run': 'true' }, outputs: { reason: 'authenticated', rotation: 'would-create' } },
  'after a leak': { run: { revoke: 'now' }, outputs: { reason: 'authenticated', rotation: 'created' } },
  'no token may make one': { policy: { creationRefused: 403 }, outputs: { reason: 'rotation-not-allowed' } },
  'too many': { policy: { limit: 1 }, outputs: { reason: 'too-many-tokens' } },
  'too long a life': { policy: { maxDays: 30 }, outputs: { reason: 'token-life-refused' } },
  'no answer to the request for a new one': {
    fault: answering('POST', 503),
    outputs: { reason: 'new-token-not-proven' },
  },
  'a list that cannot be read': { fault: answering('GET', 404), outputs: { reason: 'expiry-unknown' } },
}

/** A token that is due, in one place. */
async function play(
  { policy, run, fault }: Omit<Ending, 'outputs'>,
  inputsOf: (url: string) => Record<string, string>,
): Promise<RotationResult & { readonly world: World }> {
  const world = await createWorld({ places: ['TOKEN'], policy, answer: answerOfConfluence })
  try {
    const { raw } = world.plantFamily('a token that was revoked', { createdDays: -80, expiresDays: 10, usedDays: -1 })
    for (const place of world.places) world.plantSecret(place, raw, -80)
    world.interfere = (exchange, moment) => (moment === 'before' ? fault?.(exchange) : undefined)
    return { ...(await world.run({ inputs: { 'jira-url': '', ...inputsOf(world.jiraUrl), ...run } })), world }
  } finally {
    await world.close()
  }
}

/** All that a run shows, without the names of this action. */
const shown = ({ stdout, stderr, summary, outputs }: RotationResult): string =>
  [stdout, stderr, summary, JSON.stringify(outputs)].join('\n').replace(/jira-pat-check|jira-token/g, '')

describe('a rotation of Confluence’s tokens', () => {
  it.each(Object.entries(endings))('%s', async (_, { outputs, ...ending }) => {
    const result = await play(ending, (url) => ({ 'confluence-url': url }))
    expect(result.outputs).toMatchObject(outputs)
    expect(shown(result)).toContain('Confluence')
    expect(shown(result)).not.toMatch(/jira|bitbucket|\(unknown\)/i)
  })
})

describe('a rotation of Bitbucket’s tokens', () => {
  it('is refused before anything is asked', async () => {
    const result = await play({}, (url) => ({ 'bitbucket-url': url }))
    expect(result.world.exchanges).toEqual([])
    expect(result.outputs).toMatchObject({ reason: 'rotation-not-allowed', rotation: 'none', stage: 'rotation' })
    expect(result.outputs['message']).toBe(
      'Bitbucket lets no token make tokens, so that nothing was asked. So it has to be renewed by hand.',
    )
    expect(result.outputs['remedy']).toContain(
      `${result.world.jiraUrl}/plugins/servlet/access-tokens/manage. Store it in TOKEN,`,
    )
    expect(shown(result)).not.toMatch(/jira|confluence|\(unknown\)/i)
  })
})
