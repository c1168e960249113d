import { expect, it } from 'vitest'
import { compileEagerly, outermostFunctions } from '../../scripts/eager.ts'

const bundle = `#!/usr/bin/env node
function short() {}
async function long({ of }) {
	function inner() {
		return '}'
	}
	return inner()
}
function* other() {
	yield short()
}
export {}
`

it('puts those functions in parentheses that are named, and no other', () => {
  expect(compileEagerly(bundle, new Set(['short', 'long', 'inner', 'gone']))).toBe(`#!/usr/bin/env node
const short = (function short() {})
const long = (async function long({ of }) {
	function inner() {
		return '}'
	}
	return inner()
})
function* other() {
	yield short()
}
export {}
`)
})

it.each([
  ['as they were', bundle],
  ['in parentheses', compileEagerly(bundle, new Set(['short', 'long', 'other']))],
])('finds the functions that are in no other, %s', (_how, text) => {
  const found = Array.from(outermostFunctions(text), ([start, name]) => [name, text.slice(start, start + 12)])
  expect(found).toEqual([
    ['short', 'function sho'],
    ['long', 'async functi'],
    ['other', 'function* ot'],
  ])
})
