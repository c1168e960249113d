import { expect, it } from 'vitest'
import { compileEagerly, functionsOf } from '../../scripts/eager.ts'

const bundle = `#!/usr/bin/env node
function short() {}
async function long({ of }) {
	function inner() {
		return of.find((one) => one)
	}
	return of.map((item) => {
		return inner() + item.map((other) => {
			return other
		})
	})
}
function* other() {
	yield async () => {
		await short()
	}
}
const table = {
	read: (text) =>
		text,
	write: function () {
	},
	erase() {
	},
	get size() {
	},
}
class Reader {
	constructor(text) {
		text.on('end', function () {
		})
	}
}
export {}
`

it('puts those functions in parentheses that are listed, and no other', () => {
  const listed = { short: [0], long: [0, 3], table: [1], Reader: [0], gone: [0] }
  expect(compileEagerly(bundle, listed)).toBe(`#!/usr/bin/env node
const short = (function short() {})
const long = (async function long({ of }) {
	function inner() {
		return of.find((one) => one)
	}
	return of.map((item) => {
		return inner() + item.map(((other) => {
			return other
		}))
	})
})
function* other() {
	yield async () => {
		await short()
	}
}
const table = {
	read: (text) =>
		text,
	write: (function () {
	}),
	erase() {
	},
	get size() {
	},
}
class Reader {
	constructor(text) {
		text.on('end', (function () {
		}))
	}
}
export {}
`)
})

it('leaves a bundle as it is where none is listed', () => {
  expect(compileEagerly(bundle, {})).toBe(bundle)
})

it.each([
  ['as they were', bundle],
  [
    'in parentheses',
    compileEagerly(bundle, { short: [0], long: [0, 1, 2, 3], other: [0], table: [0, 1], Reader: [0] }),
  ],
])(
  'finds the functions that may stand in them, %s: no method, no declaration inside, no asynchronous arrow',
  (_how, text) => {
    const found = functionsOf(text).map(({ within, number, start }) => [within, number, text.slice(start, start + 12)])
    expect(found).toEqual([
      ['short', 0, 'function sho'],
      ['long', 0, 'async functi'],
      ['long', 1, expect.stringMatching(/^\(one\) => one/)],
      ['long', 2, '(item) => {\n'],
      ['long', 3, '(other) => {'],
      ['other', 0, 'function* ot'],
      ['table', 0, '(text) =>\n\t\t'],
      ['table', 1, 'function () '],
      ['Reader', 0, 'function () '],
    ])
  },
)
