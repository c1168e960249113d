import { createHash } from 'node:crypto'
import { dayOf } from '../base/utc.ts'
import type { Repository } from '../github/repository.ts'

const CHANCE = 'abcdefghijklmnopqrstuvwxyz0123456789'

/**
 * The name of a new token, which names the one before it: so one list tells any later run where it stands.
 * @param prefix of the family, at most 19 characters; Jira takes 40
 * @param fingerprint of the token that makes it
 * @param random from 0 up to, not including, 1
 */
export function nameNewToken(prefix: string, fingerprint: string, nowMs: number, random: () => number): string {
  const day = dayOf(nowMs).slice(2).replaceAll('-', '')
  const chance = Array.from({ length: 4 }, () => CHANCE[Math.floor(random() * CHANCE.length)]).join('')
  return `${prefix}-${day}-${fingerprint}-${chance}`
}

/**
 * The prefix of a family, where none is given: the same for every run of a repository with this first place, and
 * hardly that of any other.
 * @param firstPlace as given
 */
export function defaultPrefix({ owner, name }: Repository, firstPlace: string): string {
  const readable = name
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 7)
  const hash = createHash('sha256').update(`${owner}/${name}${firstPlace}`).digest('hex').slice(0, 4)
  return `github-${readable}-${hash}`
}
