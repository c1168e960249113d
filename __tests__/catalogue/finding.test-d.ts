/** Which findings, notes and advice compile, and which do not: `npm run check:types` judges this file, nothing runs it. */
import type { afterword, contradictionRemedy, contradictionTitle } from '../../src/catalogue/additions.ts'
import type { CommonFacts } from '../../src/catalogue/facts.ts'
import { addCommonFacts, type Finding, finding } from '../../src/catalogue/finding.ts'
import type { Advice, Note } from '../../src/catalogue/notes.ts'
import type { ProductWords } from '../../src/catalogue/product-words.ts'
import type { Reason } from '../../src/catalogue/reasons.ts'
import type { NamesIn } from '../../src/catalogue/template.ts'

declare const maybe: string | undefined
declare const tooMuch: { proxy: string; proxyVariable: string; edge: string }
declare const anyReason: Reason
declare const found: Finding

export const compiles: readonly Finding[] = [
  finding('url-missing', {}),
  finding('proxy-unreachable', { proxy: 'proxy.example.com:3128', proxyVariable: 'HTTPS_PROXY' }),
  finding('proxy-unreachable', { proxy: 'proxy.example.com:3128', proxyVariable: 'HTTPS_PROXY', detail: maybe }),
  // Its words name {user} too, which any finding may come with.
  finding('wrong-user', { expected: ['svc-deploy'] }, 200),
  // Its title names the status in an optional part alone.
  finding('proxy-refused', { proxy: 'proxy.example.com:3128', proxyVariable: 'HTTPS_PROXY' }, null),
  // Reasons whose words name the same facts may be told apart late.
  finding(maybe === undefined ? 'user-inactive' : 'basic-auth-disabled', {}, 403),
  addCommonFacts(found, { attempts: '3', wait: maybe }),
]

export const doesNotCompile = [
  // @ts-expect-error Its words name {proxyVariable} outside square brackets.
  finding('proxy-unreachable', { proxy: 'proxy.example.com:3128' }),
  // @ts-expect-error They name {proxy} there too, so that it has to be known.
  finding('proxy-unreachable', { proxy: maybe, proxyVariable: 'HTTPS_PROXY' }),
  // @ts-expect-error No fact is spelled like this.
  finding('html-page', { pageTilte: 'Welcome' }),
  // @ts-expect-error Its words do not name {edge}.
  finding('starting', { edge: 'nginx' }, 500),
  // @ts-expect-error Nor do these, though the facts are not written down here.
  finding('proxy-unreachable', tooMuch),
  // @ts-expect-error A list has to stay one.
  finding('wrong-user', { expected: 'svc-deploy' }, 200),
  // @ts-expect-error Any finding may come with {host}: it is added in one place, by addCommonFacts.
  finding('timeout', { seconds: '30', host: 'jira.example.com' }),
  // @ts-expect-error Its words name the status.
  finding('token-rejected', {}),
  // @ts-expect-error Its words name the status, so that there has to be one.
  finding('token-rejected', {}, null),
  // @ts-expect-error There is no such reason.
  finding('token-refused', {}),
  // @ts-expect-error The words of some reason name facts that are not given here.
  finding(anyReason, {}, 200),
  // @ts-expect-error {edge} is of no use to every finding.
  addCommonFacts(found, { edge: 'nginx' }),
]

// @ts-expect-error Another reason has other facts.
export const renamed: Finding = { ...found, reason: 'proxy-unreachable' }

export const notes: readonly Note[] = [
  { code: 'expiry-ok', isWarning: false, facts: { expiry: 'expires on 2026-12-03 (11 days left)' } },
  // @ts-expect-error Its words say when it expires.
  { code: 'expiry-ok', isWarning: false, facts: { tokenName: 'ci' } },
  // @ts-expect-error Its words do not name {problem}.
  { code: 'expiry-never', isWarning: false, facts: { problem: 'no date' } },
]

export const advice: readonly Advice[] = [
  { code: 'never-expires', facts: {} },
  // @ts-expect-error Its words name the user.
  { code: 'administrator', facts: {} },
]

/** Where the same words go with any reason, they name nothing but what any finding may come with. */
export const namesForAnyReason = (
  name: NamesIn<typeof afterword | typeof contradictionTitle | (typeof contradictionRemedy)[number]>,
): keyof CommonFacts | keyof ProductWords | 'status' => name
