/**
 * The step of a job, as GitHub's runner calls it in `GITHUB_ACTION`: the step's id, behind those of the composite
 * actions around it; or a name of the runner's own, `__owner_repo`, of which the second one is `__owner_repo_2`.
 * Source: https://docs.github.com/actions/reference/workflows-and-actions/variables#default-environment-variables
 * @returns words that tell this step from another one of the same job; empty where there are none
 */
export function describeStep(action: string | undefined): string {
  if (action === undefined || !/^[\w.-]{1,200}$/.test(action)) return ''
  const parts = action.split('.')
  const ids = parts.filter((part) => !part.startsWith('__'))
  if (ids.length > 0) return `step ${ids.join('.')}`
  const number = /_(\d{1,3})$/.exec(action)?.[1]
  return number === undefined ? '' : `check ${number} of this job`
}
