import { healthyAnswer } from '../support/healthy.ts'
import { type JiraOptions, type SeenRequest, type StandInJira, startJira } from '../support/jira.ts'
import type { Reply } from '../support/reply.ts'

/** Many a Jira behind one front: each has a context path of its own, so that the tests do not see each other. */
export interface Jiras {
  port: number
  /** The one with this context path, and what it alone was asked. */
  at(contextPath: string): StandInJira
  close(): Promise<void>
}

/** What a Jira answers instead of a healthy one, by its context path. */
export type Answering = Record<string, (request: SeenRequest) => Reply | undefined>

export async function startJiras(
  answering: Answering = {},
  options: Omit<JiraOptions, 'respond'> = {},
): Promise<Jiras> {
  const jira = await startJira({
    ...options,
    respond(request) {
      const contextPath = contextPathOf(request)
      return answering[contextPath]?.(request) ?? healthyAnswer(request, { contextPath })
    },
  })
  return {
    port: jira.port,
    at: (contextPath) => ({
      ...jira,
      get requests() {
        return jira.requests.filter((request) => contextPathOf(request) === contextPath)
      },
    }),
    close: jira.close,
  }
}

/** `/denied` of `/denied/rest/api/2/myself`, and nothing of what lies at the root. */
function contextPathOf({ path }: SeenRequest): string {
  return /^(?!\/rest\/|\/status$)\/[^/?]+/.exec(path)?.[0] ?? ''
}
