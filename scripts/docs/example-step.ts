import { isMap, isSeq, parseDocument } from 'yaml'

/**
 * The step of a workflow that uses this action, as a YAML block: with its comments, without its indentation.
 *
 * @throws where the workflow has no such step
 */
export const quoteStep = (workflow: string): string => {
  const jobs = parseDocument(workflow).get('jobs')
  const steps = (isMap(jobs) ? jobs.items : []).flatMap(({ value }) => {
    const list = isMap(value) ? value.get('steps') : undefined
    return isSeq(list) ? list.items : []
  })
  const step = steps.find((item) => isMap(item) && String(item.get('uses')).startsWith('jira-pat-check/'))
  if (!isMap(step) || !step.range) throw new Error('the workflow has no step that uses this action')
  const [start, end] = step.range
  const indentation = ' '.repeat(start - workflow.lastIndexOf('\n', start) - 1)
  const text = workflow.slice(start, end).trimEnd().replaceAll(`\n${indentation}`, '\n  ')
  return `\`\`\`yaml\n- ${text}\n\`\`\``
}
