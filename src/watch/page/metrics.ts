import type { WatchedToken, WatchReport } from '../watched-token.ts'

/**
 * The night in the part of Prometheus' text format that the parsers of node_exporter and of OpenMetrics both read: gauges
 * alone, since node_exporter drops a file with a `stateset`, and `# EOF` at the end, which OpenMetrics wants.
 * Sources: https://prometheus.io/docs/instrumenting/exposition_formats/,
 * https://prometheus.io/docs/specs/om/open_metrics_spec/
 * @returns undefined where no token was watched, since the list was unsound: then the last file is to stay as it is, so
 *   that its time of the last watch grows old and an alert sees it
 */
export function formatMetrics({ tokens, checkedAt }: WatchReport): string | undefined {
  if (tokens.length === 0) return undefined
  const watchedAt = secondsOf(checkedAt)
  return [
    ...family('jira_token_result', 'What the watch says of a token: 1 beside the result that it has.', [
      ...tokens.map((token) => sample({ ...labelsOf(token), result: token.result }, 1)),
    ]),
    ...family('jira_token_expires_timestamp_seconds', 'When a token expires, or the first that it may be.', [
      ...tokens.flatMap((token) => {
        const at = token.expiry.expiresAt === null ? undefined : secondsOf(token.expiry.expiresAt)
        return at === undefined ? [] : [sample(labelsOf(token), at)]
      }),
    ]),
    ...family('jira_token_check_duration_seconds', 'How long it took to check a token.', [
      ...tokens.filter(({ asked }) => asked).map((token) => sample(labelsOf(token), token.durationMs / 1000)),
    ]),
    ...family('jira_token_watch_timestamp_seconds', 'When the tokens were watched last.', [
      ...(watchedAt === undefined ? [] : [` ${watchedAt}`]),
    ]),
    '# EOF',
    '',
  ].join('\n')
}

function labelsOf({ secret, product, baseUrl, expiry }: WatchedToken): Readonly<Record<string, string>> {
  return { secret, product, server: baseUrl ?? '', token_name: expiry.tokenName }
}

/** @returns nothing where there is no sample: parsers differ on a family without one */
function family(name: string, help: string, samples: readonly string[]): readonly string[] {
  if (samples.length === 0) return []
  return [`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, ...samples.map((rest) => `${name}${rest}`)]
}

function sample(labels: Readonly<Record<string, string>>, value: number): string {
  const pairs = Object.entries(labels).map(([name, text]) => `${name}="${labelText(text)}"`)
  return `{${pairs.join(',')}} ${value}`
}

/** A text between quotation marks, in which three signs mean something: backslash, quotation mark and line feed. */
function labelText(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')
}

/** @returns seconds since the epoch; undefined where it is no time */
function secondsOf(text: string): number | undefined {
  const at = Date.parse(text)
  return Number.isFinite(at) ? at / 1000 : undefined
}
