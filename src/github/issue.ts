import type { components } from '@octokit/openapi-types'
import { isObject } from '../base/json.ts'

/** What we read of an issue, by the names that GitHub has for it. */
type Field = keyof components['schemas']['issue']

/** An issue, as far as it matters here. Every text in it is untrusted. */
export interface Issue {
  readonly number: number
  /** Its page; empty where that is no web address. */
  readonly url: string
  readonly body: string
  /** Undefined where the account is gone. */
  readonly authorId: number | undefined
  readonly isOpen: boolean
  /** Why it was closed: `completed`, `not_planned`, `duplicate`; empty where nobody says. */
  readonly stateReason: string
  /** Milliseconds since the epoch. */
  readonly createdAtMs: number
  /** The same; undefined for an open one. */
  readonly closedAtMs: number | undefined
  readonly labels: readonly string[]
  /** Logins. */
  readonly assignees: readonly string[]
  /** How many there are. */
  readonly comments: number
}

/** A comment of an issue. */
export interface Comment {
  /** Undefined where the account is gone. */
  readonly authorId: number | undefined
  readonly body: string
}

/**
 * Reads an issue. GitHub lists pull requests as issues, too.
 * Source: https://docs.github.com/en/rest/issues/issues#list-repository-issues
 * @returns `pull-request` for one of those, undefined for what is no issue at all
 */
export function parseIssue(value: unknown): Issue | 'pull-request' | undefined {
  if (!isObject(value)) return undefined
  const field = (name: Field): unknown => value[name]
  const number = field('number')
  const createdAtMs = parseTime(field('created_at'))
  if (typeof number !== 'number' || createdAtMs === undefined) return undefined
  if (isObject(field('pull_request'))) return 'pull-request'
  return {
    number,
    url: parseUrl(field('html_url')),
    body: textOf(field('body')),
    authorId: idOf(field('user')),
    isOpen: field('state') === 'open',
    stateReason: textOf(field('state_reason')),
    createdAtMs,
    closedAtMs: parseTime(field('closed_at')),
    // A label may be given by its name alone.
    labels: listOf(field('labels')).flatMap((label) => (isObject(label) ? textOf(label['name']) : textOf(label))),
    assignees: listOf(field('assignees')).flatMap((user) => (isObject(user) ? textOf(user['login']) : [])),
    comments: Number(field('comments')) || 0,
  }
}

/** @returns undefined for what is no comment */
export function parseComment(value: unknown): Comment | undefined {
  return isObject(value) && Object.hasOwn(value, 'body')
    ? { authorId: idOf(value['user']), body: textOf(value['body']) }
    : undefined
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function idOf(user: unknown): number | undefined {
  const id = isObject(user) ? user['id'] : undefined
  return typeof id === 'number' ? id : undefined
}

function parseTime(value: unknown): number | undefined {
  const ms = typeof value === 'string' ? Date.parse(value) : Number.NaN
  return Number.isNaN(ms) ? undefined : ms
}

function parseUrl(value: unknown): string {
  const url = URL.parse(textOf(value))
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : ''
}
