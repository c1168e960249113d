import { expect, it } from 'vitest'
import { parseSchemes } from '../../src/base/schemes.ts'

it.each([
  ['Basic realm="a, b", Negotiate', ['Basic', 'Negotiate']],
  ['Basic realm="a, NTLM b", Negotiate', ['Basic', 'Negotiate']],
  [String.raw`Basic realm="a\", NTLM b", Negotiate`, ['Basic', 'Negotiate']],
  ['Negotiate, Basic realm="a, NTLM b', ['Negotiate', 'Basic']],
  ['Negotiate, Basic realm="a, NTLM \\', ['Negotiate', 'Basic']],
  ['NTLM TlRMTVNTUAAC', ['NTLM']],
  ['NTLM  TlRMTVNTUAAC', ['NTLM']],
  ['Negotiate,NTLM', ['Negotiate', 'NTLM']],
  ['Basic realm = "x"', ['Basic']],
  ['', []],
])('the schemes of %s', (challenges, schemes) => {
  expect(parseSchemes(challenges)).toEqual(schemes)
})
