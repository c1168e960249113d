import { table } from '../../src/report/table.ts'
import { spreadOf } from '../statistics.ts'
import type { Judged, Outcome } from './judge.ts'
import { groups, type Situation, situations } from './situations.ts'

/** All that was found out about one of them. */
export interface Row {
  readonly name: string
  readonly version: string
  readonly how: string
  /** In the order of the situations. */
  readonly judged: readonly Judged[]
  /** Of whole processes at a good token, one after the other. */
  readonly durationsMs: readonly number[]
}

export interface Measured {
  readonly rows: readonly Row[]
  readonly limitSeconds: number
  readonly date: string
  readonly machine: string
}

const isGood = ({ cause }: Situation): boolean => cause === undefined

/** The figures as Markdown. */
export function writeTables({ rows, limitSeconds, date, machine }: Measured): string {
  const bad = situations.filter((situation) => !isGood(situation)).length
  const good = situations.length - bad
  return [
    `Measured on ${date}, on ${machine}.`,
    table(
      ['who', 'version', 'how it asks'],
      rows.map(({ name, version, how }) => [name, version, how]),
    ),
    `Of ${bad} situations in which nothing proves that the token is good, and ${good} in which it is:`,
    table(
      [
        'who',
        `bad answers passed as good, of ${bad}`,
        `cause named, of ${bad}`,
        `still running after ${limitSeconds} s`,
        `good tokens stopped, of ${good}`,
        'situations in which the token was printed',
      ],
      rows.map(({ name, judged }) => [
        name,
        countOf(judged, (one) => !isGood(one.situation) && one.outcome === 'passed'),
        countOf(judged, (one) => one.outcome === 'named'),
        countOf(judged, (one) => one.outcome === 'running'),
        countOf(judged, (one) => isGood(one.situation) && one.outcome !== 'passed'),
        countOf(judged, (one) => one.isTokenPrinted),
      ]),
    ),
    'Bad answers passed as good, by kind:',
    table(
      ['what happens', 'of', ...rows.map(({ name }) => name)],
      groups
        .slice(1)
        .map((group) => [
          group,
          String(situations.filter((situation) => situation.group === group).length),
          ...rows.map(({ judged }) =>
            countOf(judged, ({ situation, outcome }) => situation.group === group && outcome === 'passed'),
          ),
        ]),
    ),
    `How long a good token takes: whole processes, ${rows[0]?.durationsMs.length ?? 0} runs of each, in turn:`,
    table(['who', 'median', 'fastest'], rows.toSorted((a, b) => medianOf(a) - medianOf(b)).map(describeTime)),
  ].join('\n\n')
}

/** Every situation and what each made of it, as Markdown. */
export function writeSituations(rows: readonly Row[], titleOf: (name: string) => string): string {
  return groups
    .map((group) => {
      const lines = situations.flatMap((situation, index) =>
        situation.group === group
          ? [
              [
                `\`${situation.name}\``,
                titleOf(situation.name),
                ...rows.map(({ judged }) => wordOf(situation, judged[index]?.outcome)),
              ],
            ]
          : [],
      )
      return `### ${group[0]?.toUpperCase()}${group.slice(1)}\n\n${table(['scenario', 'what happens', ...rows.map(({ name }) => name)], lines)}`
    })
    .join('\n\n')
}

function wordOf(situation: Situation, outcome: Outcome | undefined): string {
  if (isGood(situation)) return outcome === 'passed' ? 'passed' : `**${outcome}**`
  return outcome === 'passed' || outcome === 'running' ? `**${outcome}**` : (outcome ?? '')
}

function countOf(judged: readonly Judged[], matches: (one: Judged) => boolean): string {
  return String(judged.filter(matches).length)
}

function medianOf({ durationsMs }: Row): number {
  return spreadOf(durationsMs).median
}

function describeTime(row: Row): readonly string[] {
  return [row.name, `${medianOf(row).toFixed(0)} ms`, `${Math.min(...row.durationsMs).toFixed(0)} ms`]
}
