import { registerHooks } from 'node:module'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { Finding } from './workflow.ts'

// The package imports its schemas as JSON without the import attribute that Node asks for.
registerHooks({
  load: (url, context, nextLoad) =>
    nextLoad(url, url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context),
})

const { registerLogger, validate } = await import('@actions/languageservice')
const { clearCache } = await import('@actions/languageservice/utils/workflow-cache')

// A fault of its own is only logged there, and the file would pass.
const fail = (message: string): never => {
  throw new Error(message)
}
registerLogger({ error: fail, warn: fail, info: () => {}, log: () => {} })

/** Gives the text of a workflow of this repository by its path (`.github/workflows/…`). */
export type ReadWorkflow = (path: string) => string

/**
 * What GitHub's own language service says of one file: an `action.yml` against the schema of actions, any other file
 * against that of workflows, expressions and calls of reusable workflows included.
 *
 * @see https://github.com/actions/languageservices
 */
export const askLanguageService = async (
  path: string,
  text: string,
  readWorkflow: ReadWorkflow,
): Promise<readonly Finding[]> => {
  // It remembers files by their name, and would judge a changed text by the old one.
  clearCache()
  // It tells workflows from actions by the path; an example is a workflow that lies elsewhere.
  const isAction = path.endsWith('action.yml')
  const uri = isAction ? `file:///${path}` : `file:///.github/workflows/${path.replaceAll('/', '-')}`
  const diagnostics = await validate(TextDocument.create(uri, 'yaml', 1, text), {
    fileProvider: {
      getFileContent: async (reference) => ({ name: reference.path, content: readWorkflow(reference.path) }),
    },
  })
  return diagnostics.map(({ range, message }) => ({
    path,
    line: range.start.line + 1,
    message: typeof message === 'string' ? message : message.value,
  }))
}
