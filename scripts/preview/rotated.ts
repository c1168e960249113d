import { createWorld, HOUR_MS } from '../../__tests__/support/rotation/world.ts'
import { renderMarkdown } from './markdown.ts'

/**
 * Rotates a token that has eleven days left, on a Jira that keeps tokens and a GitHub that keeps secrets.
 * @returns the job summary as Markdown, and the stand-in's address, which is in it
 */
export async function rotatedSummary(): Promise<{ summary: string; jiraUrl: string }> {
  const world = await createWorld({ places: ['JIRA_PAT', 'env:production/JIRA_PAT'] })
  try {
    const { raw } = world.tokens.plant({ name: 'release', createdDays: -79, expiresDays: 11, usedDays: -0.2 })
    for (const place of world.places) world.plantSecret(place, raw, -79)
    world.clock.travelTo(world.startMs + HOUR_MS)
    const { summary, outputs } = await world.run({ inputs: { 'token-name': 'release', 'name-prefix': 'release' } })
    if (outputs['rotation'] !== 'created') throw new Error(`the token was not rotated: ${outputs['message']}`)
    return { summary, jiraUrl: world.jiraUrl }
  } finally {
    await world.close()
  }
}

/**
 * The first part of that summary as HTML: what was done, and the lives of both tokens; with jira.example.com in place of
 * the stand-in's address, which no rotation could have in its summary outside of a test.
 */
export async function rotatedHtml(): Promise<string> {
  const { summary, jiraUrl } = await rotatedSummary()
  const [done = ''] = summary.split('### What was checked')
  return renderMarkdown(done)
    .replaceAll(jiraUrl, 'https://jira.example.com')
    .replaceAll(new URL(jiraUrl).host, 'jira.example.com')
}
