import { certificates } from '../../__tests__/support/certificates.ts'
import { badToken, goodToken } from '../../__tests__/support/healthy.ts'
import { startJira } from '../../__tests__/support/jira.ts'
import { startProxy } from '../../__tests__/support/proxy.ts'
import { routes } from '../../__tests__/support/routes.ts'
import type { Setting } from '../../__tests__/support/scenarios.ts'

/** A run whose outcome the documentation shows. */
export interface Scene {
  readonly name: string
  /** Which pictures are taken of it. */
  readonly shows: readonly ('annotation' | 'summary')[]
  readonly setUp: () => Promise<Setting>
}

type Answers = Parameters<typeof routes>[0]

/**
 * A Jira that goes by the name of jira.example.com: the action reaches it through a proxy, as in a company, and trusts
 * its private CA. So the pictures show what was really written.
 */
const atExample = (answers: Answers, inputs: Record<string, string>) => async (): Promise<Setting> => {
  const { root, server } = await certificates()
  const jira = await startJira({ tls: server, respond: routes(answers) })
  const proxy = await startProxy({ hosts: { 'jira.example.com': jira.port } })
  return {
    inputs: { 'jira-url': 'https://jira.example.com', token: goodToken, 'ca-certificate': root.cert, ...inputs },
    env: { HTTPS_PROXY: proxy.url },
    close: async () => {
      await Promise.all([jira.close(), proxy.close()])
    },
  }
}

/** A bad day. */
export const scenes: readonly Scene[] = [
  { name: 'token-rejected', shows: ['annotation', 'summary'], setUp: atExample({}, { token: badToken }) },
]
