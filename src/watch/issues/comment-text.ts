import { dayOf } from '../../base/utc.ts'
import { code } from './code.ts'
import { MAX_BODY_LENGTH } from './issue-text.ts'
import { type Said, writeSaid } from './marker.ts'
import { describeState } from './state-words.ts'
import type { Subject } from './subject.ts'

/** Who is told by a comment. */
export interface Told {
  /** Logins and teams that are mentioned: they get a mail. */
  readonly mentions: readonly string[]
  /** Owners that are named as code: nobody is pinged. */
  readonly named: readonly string[]
}

/** Says how a subject stands now, to its owners. */
export function commentOnChange(subject: Subject, said: Said, { mentions, named }: Told, sinceMs: number): string {
  if (typeof subject.seen === 'string') return commentOnEnd('well', said)
  const people = mentions.map((mention) => `@${mention}`).join(' ')
  const since = said.state === 'down-told' ? ` It has been so since ${dayOf(sinceMs)}.` : ''
  const owners = named.length === 0 ? '' : ` Owner: ${named.map(code).join(', ')}.`
  const sentence = `${describeState(subject, subject.seen.state)}${since}${owners} What to do stands at the top of this issue.`
  return withSaid(people === '' ? sentence : `${people} ${sentence}`, said)
}

/** Says why an issue is closed; those who follow it get a mail anyway, so nobody is mentioned. */
export function commentOnEnd(end: 'well' | 'gone', said: Said): string {
  const sentence =
    end === 'well' ? 'All is well again.' : 'No longer watched: what this issue is about is not in the list any more.'
  return withSaid(sentence, said)
}

function withSaid(text: string, said: Said): string {
  const line = writeSaid(said)
  return `${Array.from(text)
    .slice(0, MAX_BODY_LENGTH / 2 - line.length)
    .join('')}\n\n${line}`
}
