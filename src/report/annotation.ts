/** GitHub shows an annotation in a narrow box. */
const MAX_STEPS = 3

/**
 * The text of an annotation: what happened in one sentence, the first steps of the remedy, and where the rest stands.
 * @param tokenPage the page in Jira with the user's tokens, where a step names it: its query, which opens the right
 *   tab, is longer than the box is wide, so it is left to the summary
 * @param where words that follow “More:”; empty where nothing more stands anywhere
 */
export function formatAnnotation(
  happened: string,
  steps: readonly string[],
  tokenPage: string | null,
  where: string,
): string {
  const lines = steps.slice(0, MAX_STEPS).map((step, index) => `${index + 1}. ${withoutQuery(step, tokenPage)}`)
  return [happened, ...lines, ...(where === '' ? [] : [`More: ${where}`])].join('\n')
}

function withoutQuery(step: string, tokenPage: string | null): string {
  return tokenPage === null ? step : step.replaceAll(tokenPage, tokenPage.replace(/\?.*$/s, ''))
}
