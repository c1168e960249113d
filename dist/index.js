#!/usr/bin/env node
const loadBuiltin = process.getBuiltinModule ?? (await import('node:module')).createRequire(import.meta.url)
const builtin = (function builtin(name) {
	let loaded
	return new Proxy({}, { get: ((_, property) => (loaded ??= loadBuiltin(name))[property]) })
})
var __webpack_modules__ = {
	610: (module) => {
		module.exports = loadBuiltin('node:dns')
	},
	161: (module) => {
		module.exports = loadBuiltin('node:os')
	},
	522: (module) => {
		module.exports = loadBuiltin('node:zlib')
	},
}
var __webpack_module_cache__ = {}
function __nccwpck_require__(moduleId) {
	var cachedModule = __webpack_module_cache__[moduleId]
	if (cachedModule !== undefined) {
		return cachedModule.exports
	}
	var module = (__webpack_module_cache__[moduleId] = {
		exports: {},
	})
	var threw = true
	try {
		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__)
		threw = false
	} finally {
		if (threw) delete __webpack_module_cache__[moduleId]
	}
	return module.exports
}
;((() => {
	var getProto = Object.getPrototypeOf ? (obj) => Object.getPrototypeOf(obj) : (obj) => obj.__proto__
	var leafPrototypes
	__nccwpck_require__.t = function (value, mode) {
		if (mode & 1) value = this(value)
		if (mode & 8) return value
		if (typeof value === 'object' && value) {
			if (mode & 4 && value.__esModule) return value
			if (mode & 16 && typeof value.then === 'function') return value
		}
		var ns = Object.create(null)
		__nccwpck_require__.r(ns)
		var def = {}
		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)]
		for (
			var current = mode & 2 && value;
			typeof current == 'object' && !~leafPrototypes.indexOf(current);
			current = getProto(current)
		) {
			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => value[key]))
		}
		def['default'] = () => value
		__nccwpck_require__.d(ns, def)
		return ns
	}
}))()
;((() => {
	__nccwpck_require__.d = (exports, definition) => {
		for (var key in definition) {
			if (__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] })
			}
		}
	}
}))()
;((() => {
	__nccwpck_require__.o = (obj, prop) => Object.prototype.hasOwnProperty.call(obj, prop)
}))()
;((() => {
	__nccwpck_require__.r = (exports) => {
		if (typeof Symbol !== 'undefined' && Symbol.toStringTag) {
			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' })
		}
		Object.defineProperty(exports, '__esModule', { value: true })
	}
}))()
var __webpack_exports__ = {}
const DAY_MS = 24 * 60 * 60 * 1000
const systemClock = {
	now: (() => Date.now()),
	monotonicMs: (() => Number(process.hrtime.bigint()) / 1e6),
	after(delayMs, callback) {
		const timer = setTimeout(callback, delayMs)
		return (() => clearTimeout(timer))
	},
}
function sleep(clock, delayMs) {
	return new Promise((resolve) => clock.after(delayMs, resolve))
}
const RESET_CODES = new Set(['ECONNRESET', 'EPIPE', 'ECONNABORTED'])
function errorCodeOf(error) {
	return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}
const VERSION = '2.0.0'
class MissingPart extends Error {
	name = 'MissingPart'
}
async function takePart(file, loading) {
	const part = await loading.catch((error) => {
		throw new MissingPart(
			`${file} cannot be loaded (${errorCodeOf(error) || 'without a code'}): copy the whole of dist/`,
		)
	})
	if (part.VERSION === VERSION) return part
	throw new MissingPart(`${file} is not of this version: copy the whole of dist/`)
}
function authorityOf(hostname, port) {
	return `${hostname.includes(':') ? `[${hostname}]` : hostname}:${port}`
}
const withoutBrackets = (function withoutBrackets(hostname) {
	return hostname.replace(/^\[(.*)\]$/, '$1')
})
function describeBug(error) {
	return error instanceof Error ? `${error.name}: ${error.message}` : 'no error was given'
}
const external_node_fs_namespaceObject = builtin('node:fs')
const MAX_BYTES = 64 * 1024 * 1024
function readFile(path) {
	const stats = (0, external_node_fs_namespaceObject.statSync)(path)
	if (stats.isBlockDevice() || stats.isCharacterDevice()) throw Object.assign(new Error('a device'), { code: 'EINVAL' })
	if (stats.size > MAX_BYTES) throw Object.assign(new Error('too large'), { code: 'EFBIG' })
	return (0, external_node_fs_namespaceObject.readFileSync)(path, 'utf8')
}
const alwaysLoaded = {
	authenticated: {
		when: 'the server named the user (see [what counts as proof](decisions/0009-proof-of-identity.md)), and all gates hold',
		title: '{product} accepts the token',
		message: '{product} at {baseUrl} accepts the token: it belongs to {user}.',
		remedy: [],
	},
	'internal-error': {
		when: 'a fault of this action itself; red whatever `fail-on` says',
		title: 'The check itself failed',
		message: 'jira-pat-check ran into a fault of its own[ ({detail})], so that nothing is known about the token.',
		remedy: [
			'Run the job again.',
			'If it happens again, report it at https://github.com/jira-pat-check/jira-pat-check/issues, with the output report.',
		],
	},
}
const finding = (function finding(reason, facts, ...[statusCode = null]) {
	return { kind: 'finding', reason, facts, common: {}, statusCode }
})
const addCommonFacts = (function addCommonFacts(found, common) {
	return { ...found, common: { ...found.common, ...common } }
})
const factsOf = (function factsOf({ facts, common, statusCode }) {
	return { status: statusCode?.toString(), ...common, ...facts }
})
const isFinding = (function isFinding(value) {
	return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'finding'
})
function nearest(mistyped, names) {
	const from = mistyped.toLowerCase()
	const bound = Math.max(1, Math.floor(from.length / 3))
	let best
	for (const name of names) {
		const to = name.toLowerCase()
		if (Math.abs(to.length - from.length) > bound) continue
		const distance = distanceOf(from, to)
		if (distance <= bound && (best === undefined || distance < best.distance)) best = { name, distance }
	}
	return best?.name
}
function meantBy(mistyped, names) {
	const begun = mistyped.length < 2 ? [] : names.filter((name) => name.startsWith(mistyped))
	if (begun.length === 1) return begun
	const near = nearest(mistyped, names)
	if (near !== undefined) return [near]
	return begun.length > 0 || mistyped.length < 2 ? begun : names.filter((name) => name.endsWith(`-${mistyped}`))
}
function distanceOf(a, b) {
	let beforeLast = []
	let last = Array.from({ length: b.length + 1 }, (_, column) => column)
	for (let row = 1; row <= a.length; row += 1) {
		const current = [row]
		for (let column = 1; column <= b.length; column += 1) {
			const at = (line, index) => line[index] ?? Number.POSITIVE_INFINITY
			const isSame = a[row - 1] === b[column - 1]
			const isSwapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
			current.push(
				Math.min(
					at(last, column) + 1,
					at(current, column - 1) + 1,
					at(last, column - 1) + (isSame ? 0 : 1),
					isSwapped ? at(beforeLast, column - 2) + 1 : Number.POSITIVE_INFINITY,
				),
			)
		}
		beforeLast = last
		last = current
	}
	return last[b.length] ?? Number.POSITIVE_INFINITY
}
const categoryFor = (function categoryFor(product, category) {
	return category === 'not-jira' ? `not-${product}` : category
})
const of = ((category, result) => ({ category, result }))
const reasonTable = {
	authenticated: of('ok', 'usable'),
	'url-missing': of('configuration', 'misconfigured'),
	'url-invalid': of('configuration', 'misconfigured'),
	'url-insecure': of('configuration', 'misconfigured'),
	'token-missing': of('configuration', 'misconfigured'),
	'token-malformed': of('configuration', 'misconfigured'),
	'input-invalid': of('configuration', 'misconfigured'),
	'certificate-invalid': of('configuration', 'misconfigured'),
	'node-unsupported': of('configuration', 'misconfigured'),
	'tls-verification-off': of('configuration', 'misconfigured'),
	'token-rejected': of('unauthorized', 'refused'),
	'basic-rejected': of('unauthorized', 'refused'),
	'pat-unsupported': of('unauthorized', 'refused'),
	'edge-unauthorized': of('unauthorized', 'unknown'),
	'captcha-required': of('forbidden', 'refused'),
	'basic-auth-disabled': of('forbidden', 'refused'),
	'cloud-needs-basic': of('forbidden', 'refused'),
	'access-denied': of('forbidden', 'refused'),
	'edge-forbidden': of('forbidden', 'unknown'),
	'dns-not-found': of('connection', 'unknown'),
	'dns-unavailable': of('connection', 'unknown'),
	'connection-refused': of('connection', 'unknown'),
	'connection-reset': of('connection', 'unknown'),
	'network-unreachable': of('connection', 'unknown'),
	timeout: of('connection', 'unknown'),
	'tls-untrusted': of('connection', 'unknown'),
	'tls-expired': of('connection', 'unknown'),
	'tls-hostname-mismatch': of('connection', 'unknown'),
	'tls-protocol': of('connection', 'unknown'),
	'tls-client-certificate': of('connection', 'unknown'),
	'proxy-unreachable': of('connection', 'unknown'),
	'proxy-unauthorized': of('connection', 'unknown'),
	'proxy-refused': of('connection', 'unknown'),
	'not-http': of('connection', 'unknown'),
	'malformed-response': of('connection', 'unknown'),
	'response-cut': of('connection', 'unknown'),
	'response-too-large': of('connection', 'unknown'),
	'rate-limited': of('unavailable', 'unknown'),
	starting: of('unavailable', 'unknown'),
	maintenance: of('unavailable', 'unknown'),
	'gateway-error': of('unavailable', 'unknown'),
	'server-error': of('unavailable', 'unknown'),
	'sso-login': of('not-jira', 'unknown'),
	redirected: of('not-jira', 'unknown'),
	'not-found': of('not-jira', 'unknown'),
	'html-page': of('not-jira', 'unknown'),
	'empty-response': of('not-jira', 'unknown'),
	'invalid-json': of('not-jira', 'unknown'),
	'no-identity': of('not-jira', 'unknown'),
	'unexpected-status': of('not-jira', 'unknown'),
	'user-inactive': of('gate', 'refused'),
	'wrong-user': of('gate', 'refused'),
	'project-not-visible': of('gate', 'refused'),
	'space-not-visible': of('gate', 'refused'),
	'repository-not-visible': of('gate', 'refused'),
	'permission-missing': of('gate', 'refused'),
	'permission-unknown': of('gate', 'misconfigured'),
	'token-expiring': of('gate', 'refused'),
	'expiry-unknown': of('gate', 'unknown'),
	'rotation-not-allowed': of('rotation', 'refused'),
	'too-many-tokens': of('rotation', 'refused'),
	'token-life-refused': of('rotation', 'misconfigured'),
	'secret-not-writable': of('rotation', 'misconfigured'),
	'new-token-not-proven': of('rotation', 'unknown'),
	'secret-write-in-doubt': of('rotation', 'unknown'),
	'secret-shadowed': of('rotation', 'unknown'),
	'successor-lost': of('rotation', 'unknown'),
	'internal-error': of('internal', 'unknown'),
}
function invalidInput(input, problem, accepts, meant) {
	return finding('input-invalid', { input: `<${input}>`, problem, accepts, meant: meant === undefined ? [] : [meant] })
}
const projectsOfBitbucket = {
	pattern: /^(?:[a-z][\w.-]*|~[\w.@+-]+)$/i,
	accepts: 'project keys, which begin with a letter, or with \u201c~\u201d for the projects of users',
	meantBy: (item) => /^([^/]+)\/[^/]+$/.exec(item)?.[1],
}
const spaces = {
	pattern: /^(?:[a-z0-9]+|~[\w.@+-]+)$/i,
	accepts: 'space keys: letters and digits, or \u201c~\u201d and a user name for the space of a user',
	meantBy: (item) => /\/(?:display|spaces)\/(~?[\w.@+-]+)/i.exec(item)?.[1],
}
const REPOSITORY = /^(?:[a-z][\w.-]*|~[\w.@+-]+)\/\w[\w.-]*$/i
const PATH_OF_REPOSITORY = /\/(projects|users|scm)\/([^/?#]+)\/(?:repos\/)?([^/?#]+?)(?:\.git)?(?:[/?#]|$)/i
const repositories = {
	pattern: REPOSITORY,
	accepts:
		'repositories as KEY/NAME: the key of the project, and the name of the repository as it stands in its address',
	meantBy(item) {
		const [, place = '', key = '', name = ''] = PATH_OF_REPOSITORY.exec(item) ?? []
		const meant = `${place.toLowerCase() === 'users' ? '~' : ''}${key}/${name}`
		return REPOSITORY.test(meant) ? meant : undefined
	},
}
const PERMISSIONS_OF_BITBUCKET = ['PROJECT', 'REPO'].flatMap(((place) =>
	['READ', 'WRITE', 'ADMIN'].map(((level) => `${place}_${level}`))),
)
const permissionsOfBitbucket = {
	pattern: /^(?:PROJECT|REPO)_(?:READ|WRITE|ADMIN)$/,
	accepts: PERMISSIONS_OF_BITBUCKET.join(', '),
	meantBy: (item) => nearest(item, PERMISSIONS_OF_BITBUCKET),
}
const CHECK = { programs: { check: {} } }
const OF_ONE_TOKEN = { programs: { check: {}, rotate: {} } }
const placeRows = {
	projects: {
		...CHECK,
		kind: 'list',
		pattern: /^[a-z]\w*$/i,
		accepts: 'project keys: letters, digits and \u201c_\u201d, starting with a letter',
		meantBy: (item) => /^([a-z]\w*)-\d+$/i.exec(item)?.[1],
		maxItems: 500,
		products: { jira: {}, bitbucket: projectsOfBitbucket },
		help: 'list of project keys that the token must reach',
	},
	spaces: {
		...CHECK,
		kind: 'list',
		...spaces,
		maxItems: 500,
		products: { confluence: {} },
		help: 'list of keys of Confluence\u2019s spaces, likewise',
	},
	repositories: {
		...CHECK,
		kind: 'list',
		...repositories,
		maxItems: 500,
		products: { bitbucket: {} },
		help: 'list of Bitbucket\u2019s repositories, KEY/NAME, likewise',
	},
	permissions: {
		...CHECK,
		kind: 'list',
		pattern: /^[\w.:-]+$/,
		accepts: 'permission keys: letters, digits and the signs \u201c_\u201d, \u201c.\u201d, \u201c:\u201d and \u201c-\u201d',
		maxItems: 100,
		products: { jira: {}, bitbucket: permissionsOfBitbucket },
		help: 'list of permission keys that the user must hold',
	},
}
const ROTATE = { programs: { rotate: {} } }
const MAX_DAYS = 36_500
const rotateRows = {
	secret: {
		...ROTATE,
		kind: 'text',
		help: 'where it goes: NAME, env:ENVIRONMENT/NAME, org:NAME',
	},
	'name-prefix': {
		...ROTATE,
		kind: 'word',
		pattern: /^[\w.-]{1,19}$/,
		accepts: 'up to 19 letters, digits and the signs \u201c_\u201d, \u201c.\u201d and \u201c-\u201d',
		help: "what the new tokens' names begin with",
	},
	days: {
		...ROTATE,
		kind: 'word',
		pattern: /^(?:never|[1-9]\d{0,3}|[12]\d{4}|3[0-5]\d{3}|36[0-4]\d{2}|36500)$/,
		accepts: `a whole number of days from 1 to ${MAX_DAYS}, or never`,
		words: ['never'],
		default: '90',
		help: 'life of the new token in days ({default}), or never',
	},
	'rotate-days': {
		...ROTATE,
		kind: 'whole-number',
		min: 0,
		max: MAX_DAYS,
		unit: 'days',
		default: 14,
		help: 'rotate when so many days are left ({default})',
	},
	'overlap-days': {
		...ROTATE,
		kind: 'whole-number',
		min: 0,
		max: MAX_DAYS,
		unit: 'days',
		default: 7,
		help: 'how long the old token lives on ({default})',
	},
	revoke: {
		...ROTATE,
		kind: 'word',
		pattern: /^(?:later|never|now)$/,
		accepts: 'later, never or now',
		words: ['later', 'never', 'now'],
		default: 'later',
		help: 'when the old token is revoked: later, never, now ({default})',
	},
	'store-command': { ...ROTATE, kind: 'text', help: 'command that stores the token from its input' },
	'read-command': { ...ROTATE, kind: 'text', help: 'command that prints the stored token' },
	'dry-run': { ...ROTATE, kind: 'boolean', default: false, help: 'say what would be done; change nothing ({default})' },
}
const urlRows = {
	'jira-url': {
		...OF_ONE_TOKEN,
		kind: 'url',
		product: 'jira',
		variable: 'JIRA_DOMAIN',
		tokenVariable: 'JIRA_PAT',
		help: 'base URL of Jira with its context path; else {variable}',
	},
	'confluence-url': {
		...OF_ONE_TOKEN,
		kind: 'url',
		product: 'confluence',
		variable: 'CONFLUENCE_DOMAIN',
		tokenVariable: 'CONFLUENCE_PAT',
		help: 'base URL of Confluence instead; else {variable}',
	},
	'bitbucket-url': {
		programs: { check: {}, rotate: { help: 'is refused: its tokens make no tokens' } },
		kind: 'url',
		product: 'bitbucket',
		variable: 'BITBUCKET_DOMAIN',
		tokenVariable: 'BITBUCKET_PAT',
		help: 'base URL of Bitbucket instead; else {variable}',
	},
}
const WATCH = { programs: { watch: {} } }
const watchRows = {
	tokens: {
		...WATCH,
		kind: 'text',
		default: '.github/jira-tokens.yml',
		help: 'path of the list, or the list ({default})',
	},
	only: {
		...WATCH,
		kind: 'list',
		pattern: /^[a-z_]\w*$/i,
		accepts: 'names of secrets: letters, digits and \u201c_\u201d, not beginning with a digit',
		maxItems: 1_000,
		help: 'list; of all secrets check these only',
	},
	html: { ...WATCH, kind: 'output-file', help: 'write the page as HTML, to a file or to \u201c-\u201d' },
	junit: { ...WATCH, kind: 'output-file', help: 'write a JUnit file, likewise' },
	metrics: { ...WATCH, kind: 'output-file', help: 'write metrics for Prometheus, likewise' },
	'report-path': { ...WATCH, kind: 'output-file', flag: 'report', help: 'write the whole report as JSON, likewise' },
	merge: { ...WATCH, kind: 'paths', help: 'check nothing: put these reports (paths) together' },
	issues: { ...WATCH, kind: 'boolean', default: true, help: 'without effect here' },
	'issue-label': {
		...WATCH,
		kind: 'word',
		pattern: /^[ -+\--~\u{A0}-\u{10FFFF}]{1,50}$/u,
		accepts: 'a label of at most 50 characters, without a comma',
		default: 'jira-token',
		help: 'without effect here',
	},
	parallel: {
		...WATCH,
		kind: 'whole-number',
		min: 1,
		max: 32,
		unit: 'tokens',
		default: 4,
		help: 'how many tokens at a time ({default}); two at one host',
	},
}
const DAYS = { kind: 'whole-number', min: 0, max: 36_500, unit: 'days' }
const table_table = {
	...watchRows,
	...rotateRows,
	'github-token': {
		kind: 'secret',
		programs: { watch: { expression: '${{ github.token }}' }, rotate: {} },
		help: 'only \u201c-\u201d: from input; else JIRA_CHECK_GITHUB_TOKEN',
	},
	...urlRows,
	token: {
		...OF_ONE_TOKEN,
		kind: 'secret',
		variable: 'JIRA_PAT',
		help: 'only \u201c-\u201d: from standard input; else {variable}',
	},
	username: { ...CHECK, kind: 'text', help: 'send HTTP Basic username:token instead of Bearer' },
	headers: {
		...OF_ONE_TOKEN,
		kind: 'headers',
		help: 'only \u201c-\u201d: lines \u201cName: value\u201d from standard input',
	},
	'expected-user': {
		...OF_ONE_TOKEN,
		kind: 'list',
		pattern: /^[ -~\u00A0-\uFFFF]+$/,
		accepts: 'user names, keys, e-mail addresses or account ids',
		maxItems: 100,
		help: 'list; the token must belong to one of these users',
	},
	...placeRows,
	'check-expiry': { ...CHECK, kind: 'boolean', default: true, help: "whether to read the token's expiry ({default})" },
	'token-name': { ...OF_ONE_TOKEN, kind: 'text', help: "the token's name in Jira" },
	'expiry-warn-days': {
		...CHECK,
		...DAYS,
		default: 14,
		help: 'warn when the token expires within so many days ({default})',
	},
	'expiry-fail-days': {
		...CHECK,
		...DAYS,
		default: undefined,
		help: 'fail unless it lives longer than so many days',
	},
	'fail-on': {
		programs: {
			check: {},
			watch: {
				default: ['refused', 'unknown', 'misconfigured', 'expiring', 'expiry-unknown'],
				help: 'what fails (all); also expiring, expiry-unknown',
			},
		},
		kind: 'list',
		pattern: /./,
		accepts:
			'results (refused, unknown, misconfigured), categories and reasons, each with \u201c!\u201d where it is not to fail; or none alone',
		maxItems: 200,
		default: ['refused', 'unknown', 'misconfigured'],
		help: 'what fails (all): results, categories, reasons, none',
	},
	'timeout-seconds': {
		programs: {
			check: {},
			watch: { default: 120, help: 'bound on everything ({default})' },
			rotate: { default: 60, help: 'bound on what comes before a new token is made ({default})' },
		},
		kind: 'whole-number',
		min: 1,
		max: 600,
		unit: 'seconds',
		default: 30,
		help: 'bound on the whole check ({default})',
	},
	retries: {
		...OF_ONE_TOKEN,
		kind: 'whole-number',
		min: 0,
		max: 10,
		unit: '',
		default: 2,
		help: 'how many times a transient failure is retried ({default})',
	},
	'ca-certificate': { ...OF_ONE_TOKEN, kind: 'pem', help: 'extra CA certificates: path of a PEM file' },
	'client-certificate': { ...OF_ONE_TOKEN, kind: 'pem', help: 'client certificate for mutual TLS: path likewise' },
	'client-key': { ...OF_ONE_TOKEN, kind: 'pem', help: 'its private key: path likewise' },
	'allow-http': {
		...OF_ONE_TOKEN,
		kind: 'boolean',
		default: false,
		help: 'allow http:// to a host other than loopback ({default})',
	},
	'job-summary': { kind: 'boolean', default: true, help: 'without effect here' },
}
const FAIL_ON_ALL = { fails: (reason) => reasonTable[reason].result !== 'usable' }
const SYNONYMS = new Map(Object.values(urlRows).map((({ product }) => [categoryFor(product, 'not-jira'), 'not-jira'])))
const WORDS = new Set([
	...Object.entries(reasonTable).flatMap((([reason, { category, result }]) => [reason, category, result])),
	...SYNONYMS.keys(),
])
const WORDS_OF_SUCCESS = new Set(['usable', 'ok', 'authenticated'])
const WORDS_OF_BUGS = new Set(['internal', 'internal-error'])
const { default: BY_DEFAULT, accepts: ACCEPTS, programs: PROGRAMS } = table_table['fail-on']
const readFailOn = (function readFailOn(fields) {
	const { fails } = readWords(fields, WORDS, BY_DEFAULT)
	return { fails }
})
function readWatchFailOn(fields) {
	const known = new Set([...WORDS, 'expiring'])
	return readWords(fields, known, PROGRAMS.watch.default, `expiring, expiry-unknown, ${ACCEPTS}`)
}
const readWords = (function readWords(fields, known, byDefault, accepts = ACCEPTS) {
	const words = fields.list('fail-on').map(((word) => word.toLowerCase()))
	if (words.length === 1 && words[0] === 'none') return { fails: isBug, failsExpiry: () => false }
	const { problem, meant } = flawOf(words, known) ?? {}
	if (problem === undefined) return createFailOn(words, byDefault)
	fields.reject(invalidInput('fail-on', problem, accepts, meant))
	return { ...FAIL_ON_ALL, failsExpiry: () => true }
})
const createFailOn = (function createFailOn(words, byDefault) {
	const excused = new Set(words.filter(((word) => word.startsWith('!'))).map((word) => plainWord(word.slice(1))))
	const failing = new Set(words.filter(((word) => !word.startsWith('!'))).map(plainWord))
	const failingOrDefault = failing.size === 0 ? new Set(byDefault) : failing
	return {
		fails(reason) {
			const { category, result } = reasonTable[reason]
			if (isBug(reason)) return true
			const narrowest = [reason, category, result].find(((word) => excused.has(word) || failingOrDefault.has(word)))
			return narrowest !== undefined && !excused.has(narrowest)
		},
		failsExpiry: (word) => failingOrDefault.has(word) && !excused.has(word),
	}
})
const plainWord = (function plainWord(word) {
	return SYNONYMS.get(word) ?? word
})
const isBug = (function isBug(reason) {
	return WORDS_OF_BUGS.has(reason)
})
const flawOf = (function flawOf(words, known) {
	for (const [index, word] of words.entries()) {
		const plain = word.replace(/^!/, '')
		if (plain === 'none') return { problem: 'combines none with something else' }
		if (WORDS_OF_SUCCESS.has(plain)) return { problem: `holds \u201c${word}\u201d, and success never fails` }
		if (word.startsWith('!') && WORDS_OF_BUGS.has(plain)) {
			return { problem: `holds \u201c${word}\u201d, and a fault of the check itself always fails` }
		}
		if (known.has(plain)) continue
		const near = nearest(
			plain,
			[...known, 'none'].filter((other) => !WORDS_OF_SUCCESS.has(other)),
		)
		const meant = near === undefined ? undefined : `${word.startsWith('!') ? '!' : ''}${near}`
		return { problem: `has a word that it does not know (number ${index + 1})`, meant }
	}
	return undefined
})
const URL_INPUTS = Object.keys(urlRows).filter(((name) => name in urlRows))
const findAskedUrl = (function findAskedUrl(readInput, environment) {
	const [given, rival] = URL_INPUTS.filter(((name) => readInput(name).trim() !== ''))
	const input = given ?? URL_INPUTS.find((name) => environment[table_table[name].variable]?.trim()) ?? 'jira-url'
	const { product, tokenVariable } = table_table[input]
	return { input, product, tokenVariable, rival }
})
function takes(program, { programs }) {
	return programs === undefined || program in programs
}
const rowFor = (function rowFor(program, row) {
	return { ...row, ...row.programs?.[program] }
})
function inputsOf(program) {
	return new Map(
		Object.keys(table)
			.filter(isInput)
			.filter((name) => takes(program, table[name]))
			.map((name) => [name, rowFor(program, table[name])]),
	)
}
function isInput(name) {
	return name in table
}
const BOOLEANS = new Map([
	...['true', 'True', 'TRUE'].map(((word) => [word, true])),
	...['false', 'False', 'FALSE'].map(((word) => [word, false])),
])
const OTHER_BOOLEANS = new Map(
	Object.entries({ yes: 'true', y: 'true', on: 'true', 1: 'true', no: 'false', n: 'false', off: 'false', 0: 'false' }),
)
const createFieldReader = (function createFieldReader(program, source) {
	const { environment } = source
	const asked = findAskedUrl(((name) => source.readInput(name)), environment)
	let firstFinding
	const reject = (found) => {
		firstFinding ??= found
	}
	const given = ((name) => source.readInput(name).trim())
	const variableFor = ((name, value = given(name)) => {
		const { variable } = table_table[name]
		return value !== '' || source.standsAlone === true || source.blankBecause?.(name) !== undefined
			? undefined
			: name === 'token'
				? asked.tokenVariable
				: variable
	})
	const raw = ((name) => {
		const value = given(name)
		const variable = variableFor(name, value)
		return variable === undefined ? value : (environment[variable] ?? '').trim()
	})
	return {
		asked,
		isGiven: ((name) => raw(name) !== ''),
		text(name) {
			const row = rowFor(program, table_table[name])
			const why = source.blankBecause?.(name)
			if (why !== undefined && name !== 'token') {
				reject(invalidInput(name, `is blank: ${why}`, 'a text from standard input, which has to end'))
			}
			return raw(name) || (row.default ?? '')
		},
		word(name) {
			const row = rowFor(program, table_table[name])
			const value = raw(name)
			const byDefault = row.default ?? ''
			if (value === '' || row.pattern.test(value)) return value || byDefault
			reject(invalidInput(name, 'cannot be read', row.accepts, nearest(value, row.words ?? [])))
			return byDefault
		},
		sourceOf: ((name) => variableFor(name) ?? source.sourceOf(name)),
		reject,
		get firstFinding() {
			return firstFinding
		},
		boolean(name) {
			const value = raw(name)
			const read = BOOLEANS.get(value)
			if (read !== undefined) return read
			if (value !== '') {
				const meant = OTHER_BOOLEANS.get(value.toLowerCase()) ?? nearest(value, ['true', 'false'])
				reject(invalidInput(name, 'is neither true nor false', 'true or false', meant))
			}
			return rowFor(program, table_table[name]).default
		},
		wholeNumber(name) {
			const { min, max, unit, default: byDefault } = rowFor(program, table_table[name])
			const value = raw(name)
			if (value === '') return byDefault
			const isWithin = ((number) => number >= min && number <= max)
			if (/^\d+$/.test(value) && isWithin(Number(value))) return Number(value)
			const accepts = `a whole number${unit && ` of ${unit}`} from ${min} to ${max}`
			const [, digits] = /^(\d{1,5})\s*(?:s|secs?|seconds?|d|days?|times?)$/i.exec(value) ?? []
			const meant = digits !== undefined && isWithin(Number(digits)) ? digits : undefined
			reject(invalidInput(name, `is not ${accepts}`, accepts, meant))
			return byDefault
		},
		list(name) {
			const common = rowFor(program, table_table[name])
			const row = { ...common, ...common.products?.[asked.product] }
			const value = raw(name)
			const items = [...new Set(value.split(/[\s,]+/).filter(Boolean))]
			if (value !== '' && items.length === 0) reject(invalidInput(name, 'holds nothing but separators', row.accepts))
			if (items.length > row.maxItems) {
				const problem = `has ${items.length} items, which is more than ${row.maxItems}`
				reject(invalidInput(name, problem, `up to ${row.maxItems} items`))
			}
			const wrong = items.findIndex(((item) => !row.pattern.test(item)))
			const meant = items[wrong] === undefined ? undefined : row.meantBy?.(items[wrong])
			if (wrong >= 0) {
				reject(invalidInput(name, `has an item that cannot be right (number ${wrong + 1})`, row.accepts, meant))
			}
			return items.length === 0 ? (row.default ?? []) : items
		},
	}
})
const MIN = { major: 22, minor: 15 }
const judgeNode = (function judgeNode(version) {
	const [major = 0, minor = 0] = version.split('.').map(Number)
	if (major > MIN.major || (major === MIN.major && minor >= MIN.minor)) return undefined
	return finding('node-unsupported', { nodeVersion: version, minNodeVersion: `${MIN.major}.${MIN.minor}` })
})
const once = (function once(make) {
	let made
	return (() => {
		made ??= make()
		return made
	})
})
const isPrintableAscii = (function isPrintableAscii(text) {
	return /^[ -~]*$/.test(text)
})
const CONTROL_CHARACTER = /[^ -~\u00A0-\uFFFF]/
const lazyPattern = (function lazyPattern(source, flags) {
	return once(() => new RegExp(source, flags))
})
function mayBeHost({ hostname }) {
	return /^(?:\[.*\]|[a-z0-9._-]+)$/i.test(hostname)
}
const isLoopback = (function isLoopback(url) {
	return url.hostname === 'localhost' || /^127\.\d+\.\d+\.\d+$/.test(url.hostname) || url.hostname === '[::1]'
})
const NEVER_MEANT = [
	{
		pattern: /^[*\u2022\u25cf]+$/,
		problem: 'is a row of asterisks or dots: the masked form of a secret was copied, not the secret',
		wanted: 'the secret itself, from where it was created: a log or a form shows only its masked form',
	},
	{
		pattern: /\$\{\{/,
		problem: 'is a GitHub expression that was not evaluated (${{ \u2026 }})',
		wanted: 'the value itself: GitHub evaluates an expression in a workflow file, and nowhere else',
	},
]
const UNFILLED = [
	{
		pattern: /^(?:\$\{?[A-Z_][A-Z0-9_]*\}?|\$env:\w+|%\w+%|\$\([\w.]+\)|\{\{.*\}\}|(?:secrets|vars|env)\.\w+)$/s,
		problem: 'is the name of a variable that was not replaced by its value',
		wanted: 'the value itself, or have the shell or the CI system put it in: in a workflow that is ${{ secrets.NAME }}',
	},
	{
		pattern: /^<.*>$/s,
		problem: 'is a placeholder in angle brackets',
		wanted: 'the value itself in its place, without the brackets',
	},
]
function findPlaceholder(text) {
	return [...NEVER_MEANT, ...UNFILLED].find(({ pattern }) => pattern.test(text))
}
const decodePercent = (function decodePercent(text) {
	try {
		return decodeURIComponent(text)
	} catch {
		return undefined
	}
})
const ENCODED_SIGN =
	/(?:%(?:25)*|\\+u00|\\+x)(3a|40|2f|5c)|&(?:amp;)*(?:#0*(58|64|47|92);?|#x0*(3a|40|2f|5c);?|(colon|commat|sol|bsol);)/gi
const ENTITIES = { colon: ':', commat: '@', sol: '/', bsol: '\\' }
const SCHEME = /^(?:(?:https?:\/+)*[a-z][a-z0-9+.-]*:[/\\]+|https?[:/\\]+|[/\\]+)/i
function readUrlParts(text) {
	const all = spellOut(text)
		.replace(/[^!-~\u00A0-\uFFFF]|\s/g, '')
		.replace(/^["'`<]+|["'`>]+$/g, '')
		.replace(SCHEME, '')
	const first = all.indexOf('@')
	const last = all.lastIndexOf('@')
	const before = all.slice(0, first)
	if (first < 0 || isOfPage(before)) return { login: undefined, rest: all }
	if (/[?#]/.test(before)) return { login: undefined, rest: isOfQuery(before) ? all : undefined }
	const login = all.slice(0, last)
	const isClear = !/[/?#\\]/.test(all.slice(first, last)) && !beginsWithHost(login)
	return { login, rest: isClear ? all.slice(last + 1) : undefined }
}
const loginOf = (function loginOf(text) {
	return /^[\w:/.-]*$/.test(text) ? undefined : readUrlParts(text).login
})
const passwordsIn = (function passwordsIn(text) {
	const login = loginOf(text)
	if (login === undefined) return []
	const [, asWritten = ''] = /^[^:]*:(.+)@/s.exec(text.replace(SCHEME, '')) ?? []
	const [, spelledOut = ''] = /^[^:]*:(.+)$/s.exec(login) ?? []
	return [...new Set([asWritten, spelledOut])].filter(Boolean)
})
function isOfPage(before) {
	return /^[^:/?#\\]+\.[^:?#\\]*?\/(?:rest|browse|secure|plugins)\/[^:?#\\]*$/i.test(before)
}
function isOfQuery(before) {
	return /^[^:/?#\\]+\.[^:?#\\]*[?#](?:[^:]*[?#&])?[\w.-]+=[^:]*$/.test(before)
}
function beginsWithHost(login) {
	const [, port, path = ''] = /^[^:/\\]*\.[^:/\\]*(:\d*)?[/\\](.*)$/s.exec(login) ?? [undefined, undefined, ':']
	return port !== undefined || !path.includes(':')
}
function spellOut(text) {
	const whole = /^https?%/i.test(text) ? (decodePercent(text) ?? text) : text
	const plain = isPrintableAscii(whole) ? whole : whole.normalize('NFKC')
	return plain.replace(ENCODED_SIGN, (_, percent, decimal, hex, entity) => {
		if (entity !== undefined) return ENTITIES[entity.toLowerCase()] ?? ''
		return String.fromCharCode(decimal === undefined ? Number.parseInt(percent ?? hex ?? '', 16) : Number(decimal))
	})
}
const parseBaseUrl = (function parseBaseUrl(text, findPage) {
	if (text === '') return finding('url-missing', {})
	const problem = problemOf(text, findPage)
	if (problem === undefined) return new URL(withoutTrailingSlashes(text))
	return finding('url-invalid', { problem, correction: correctionOf(text, findPage) })
})
const problemOf = (function problemOf(text, findPage) {
	if (/^https?:\/\/[\w.-]+(?::\d+)?$/.test(text) && URL.canParse(text)) return undefined
	const placeholder = findPlaceholder(text)
	if (placeholder !== undefined) return placeholder.problem
	const login = loginOf(text)
	if (login !== undefined) {
		return /^[^:]*$/.test(login) && /[/\\]/.test(login)
			? 'has an \u201c@\u201d in it, which belongs to a login or a page, and neither belongs there'
			: 'holds a login (what stands before the \u201c@\u201d), which does not belong there'
	}
	if (/^["'`<]|["'`>]$/.test(text)) return 'is wrapped in quotation marks or brackets'
	if (/[\s\\]/.test(text) || CONTROL_CHARACTER.test(text))
		return 'holds white space, a control character or a backslash'
	const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase()
	if (scheme === undefined) return 'has no scheme (https://)'
	if (scheme !== 'https' && scheme !== 'http') return 'has a scheme other than https or http'
	if (/^https?:\/+https?:\/\//i.test(text)) return 'has a scheme twice'
	if (/^[^/]+\/\/(?:[/?#]|$)/.test(text)) return 'names no host'
	const url = URL.canParse(text) ? new URL(text) : undefined
	if (url === undefined) return 'cannot be read as a URL'
	if (!mayBeHost(url)) return 'has a sign in its host that no host name has'
	if (text.includes('?')) return 'has a query (from the question mark on)'
	if (text.includes('#')) return 'has a fragment (from the # on)'
	if (findPage(url) !== undefined) return 'is that of a page or a REST resource'
	return undefined
})
const BEGINNING_WITH_HOST = lazyPattern(String.raw`^https://[\p{L}\p{N}[]`, 'u')
function correctionOf(text, findPage) {
	if (findPlaceholder(text) !== undefined && !/^<https?:/i.test(text)) return undefined
	const { rest } = readUrlParts(text)
	if (/^["'`<\s]*file:/i.test(text) || rest === undefined) return undefined
	const bare = `https://${rest.replaceAll('\\', '/')}`
	if (!BEGINNING_WITH_HOST().test(bare) || !URL.canParse(bare)) return undefined
	const url = new URL(bare)
	const scheme = /^["'`<\s]*http:/i.test(text) || isLoopback(url) ? 'http' : 'https'
	const contextPath = url.pathname.slice(0, findPage(url, /[?#]/.test(rest)))
	const correction = `${scheme}://${url.host}${withoutTrailingSlashes(contextPath)}`
	return problemOf(correction, findPage) === undefined ? correction : undefined
}
const baseUrlOf = (function baseUrlOf(url) {
	return withoutTrailingSlashes(url.href)
})
const withoutTrailingSlashes = (function withoutTrailingSlashes(text) {
	return text.replace(/\/+$/, '')
})
const external_node_tls_namespaceObject = builtin('node:tls')
var external_node_tls_namespaceObject_0 = external_node_tls_namespaceObject
const PEM = 'PEM text (with its BEGIN and END lines and its line breaks), or to the path of a PEM file'
function invalidPem(input, problem, wanted = PEM) {
	return finding('certificate-invalid', { input: `<${input}>`, problem, wanted })
}
function readPem(input, textOrPath, readFile) {
	const pem = findPem(textOrPath)
	if (pem !== undefined) return pem
	if (isBase64OfDer(textOrPath)) {
		return invalidPem(input, 'is the base64 of a certificate or key alone: its BEGIN and END lines are missing')
	}
	if (/[\r\n]/.test(textOrPath)) return invalidPem(input, 'is neither PEM text nor a path: it has no BEGIN line')
	let text
	try {
		text = readFile(textOrPath)
	} catch (error) {
		return unreadableFile(input, errorCodeOf(error), textOrPath)
	}
	return findPem(text) ?? invalidFile(input, text)
}
function unreadableFile(input, code, path) {
	const isMissing = ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(code)
	if (!looksLikePath(path)) {
		return invalidPem(
			input,
			isMissing ? 'is neither PEM text nor the path of a file that exists here' : 'names a file that cannot be read',
		)
	}
	if (isMissing) {
		const wanted =
			'the path of a file that exists when this runs (from the working directory, where it is relative), or to PEM text'
		return invalidPem(input, `names the file ${path}, which does not exist here`, wanted)
	}
	const why = code === 'EISDIR' ? 'is a directory' : `cannot be read${code && ` (${code})`}`
	return invalidPem(input, `names ${path}, which ${why}`, 'the path of a file that can be read here, or to PEM text')
}
function invalidFile(input, text) {
	if (!/^0[\u0080-\u0084\uFFFD]/.test(text))
		return invalidPem(input, 'names a file that is not PEM: it has no BEGIN line')
	const wanted =
		'a file that was converted to PEM: openssl x509 -inform der -in FILE -out FILE.pem (a key: openssl pkey -inform der; PKCS#12: openssl pkcs12 -nodes)'
	return invalidPem(input, 'names a file that is binary (DER or PKCS#12), and not PEM', wanted)
}
function findPem(text) {
	const pem = [text, decodeBase64(text)].find((one) => one?.includes('-----BEGIN'))
	return pem?.replace(/\\r\\n|\\n|\\r/g, '\n')
}
function isBase64OfDer(text) {
	return text.length > 60 && /^0[\u0080-\u0084]/.test(decodeBase64(text) ?? '')
}
function decodeBase64(text) {
	const bare = text.replace(/\s+/g, '')
	return /^[A-Za-z0-9+/]+={0,2}$/.test(bare) ? Buffer.from(bare, 'base64').toString('latin1') : undefined
}
function looksLikePath(line) {
	const isPath = /^(?:~|\.{1,2})?[/\\]|^[a-z]:[/\\]|\.(?:pem|crt|cer|cert|key|der|p12|pfx|ca-bundle|txt)$/i.test(line)
	return isPath && line.length <= 255 && !/[A-Za-z0-9+=]{33}/.test(line)
}
const external_node_crypto_namespaceObject = builtin('node:crypto')
const CERTIFICATE_BLOCK =
	/-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----[\s\S]*?-----END (?:X509 |TRUSTED )?CERTIFICATE-----/g
function readCertificateBlocks(input, textOrPath, readFile) {
	const text = readPem(input, textOrPath, readFile)
	if (typeof text !== 'string') return text
	const blocks = text.match(CERTIFICATE_BLOCK) ?? []
	const certificates = blocks.map(parseCertificate)
	const [first, ...more] = certificates.filter((certificate) => certificate !== undefined)
	const position = certificates.indexOf(undefined) + 1
	if (position > 0) {
		const problem = `has a certificate (number ${position} of ${blocks.length}) that cannot be read: it is damaged or has lost its line breaks`
		return invalidPem(input, problem)
	}
	return first === undefined ? invalidBlock(input, text, 'certificate') : [first, ...more]
}
function readPrivateKey(textOrPath, readFile) {
	const pem = readPem('client-key', textOrPath, readFile)
	if (typeof pem !== 'string') return pem
	if (/-----BEGIN ENCRYPTED|Proc-Type:.*ENCRYPTED/.test(pem)) {
		const wanted = 'the key without a passphrase (openssl pkey -in FILE -out FILE.key), from a secret'
		return invalidPem('client-key', 'is encrypted with a passphrase, which cannot be given here', wanted)
	}
	if (!/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(pem)) return invalidBlock('client-key', pem, 'private key')
	try {
		return { pem, object: (0, external_node_crypto_namespaceObject.createPrivateKey)(pem) }
	} catch {
		return invalidPem('client-key', 'is a private key that cannot be read: it is damaged or has lost its line breaks')
	}
}
function parseCertificate(pem) {
	try {
		return { pem, x509: new external_node_crypto_namespaceObject.X509Certificate(pem) }
	} catch {
		return undefined
	}
}
function invalidBlock(input, pem, wanted) {
	const label = /-----BEGIN ([A-Z0-9 ]{1,40})-----/.exec(pem)?.[1]?.toLowerCase()
	if (label === undefined) return invalidPem(input, `is not PEM: it has no BEGIN line of a ${wanted}`)
	return label === wanted
		? invalidPem(input, `has a BEGIN line of a ${wanted}, but no matching END line`)
		: invalidPem(input, `holds no ${wanted}, but a PEM block of another kind: ${label}`, `the PEM block of a ${wanted}`)
}
const readCertificates = (function readCertificates(inputs, readFile, nowMs) {
	const ca = inputs.caCertificate === '' ? [] : readCertificateBlocks('ca-certificate', inputs.caCertificate, readFile)
	if (isFinding(ca)) return ca
	const client = readClient(inputs, readFile, nowMs)
	if (isFinding(client)) return client
	const extraCa = ca.map(({ pem }) => pem)
	return client === undefined ? { extraCa } : { extraCa, client }
})
const readClient = (function readClient({ clientCertificate, clientKey }, readFile, nowMs) {
	if (clientCertificate === '' && clientKey === '') return undefined
	if (clientKey === '') {
		const wanted = 'the private key of <client-certificate>, or leave both out'
		return invalidPem('client-key', 'is missing, though <client-certificate> is given', wanted)
	}
	if (clientCertificate === '') {
		const wanted = 'the certificate that <client-key> belongs to, or leave both out'
		return invalidPem('client-certificate', 'is missing, though <client-key> is given', wanted)
	}
	const chain = readCertificateBlocks('client-certificate', clientCertificate, readFile)
	if (isFinding(chain)) return chain
	const key = readPrivateKey(clientKey, readFile)
	if (isFinding(key)) return key
	const [{ x509 }] = chain
	const problem = describeDates(x509, nowMs)
	if (problem !== undefined) {
		return invalidPem('client-certificate', problem, 'one that is valid now, with its own key as <client-key>')
	}
	if (!x509.checkPrivateKey(key.object)) {
		const wanted = 'the private key of that certificate, which has to come before its intermediates'
		return invalidPem('client-key', 'does not fit the (first) certificate in <client-certificate>', wanted)
	}
	const client = { certificate: chain.map(({ pem }) => pem).join('\n'), key: key.pem }
	if (isAcceptable(client)) return client
	const wanted = 'one with a longer key (RSA of 2048 bits, or an elliptic curve)'
	return invalidPem('client-certificate', 'cannot be used for TLS: its key is too weak', wanted)
})
function describeDates(certificate, nowMs) {
	if (certificate.validToDate.getTime() < nowMs) return `has expired: it was valid until ${certificate.validTo}`
	return certificate.validFromDate.getTime() > nowMs ? `is not valid until ${certificate.validFrom}` : undefined
}
function isAcceptable({ certificate, key }) {
	try {
		;(0, external_node_tls_namespaceObject.createSecureContext)({ cert: certificate, key })
		return true
	} catch {
		return false
	}
}
const FORBIDDEN =
	/^(?:authorization|host|content-.*|connection|keep-alive|transfer-encoding|te|trailer|upgrade|expect|accept-encoding|cache-control|user-agent|cookie)$/
const NAME = /^[!#$%&'*+.^_`|~\w-]+$/
const MAX_LENGTH = 6000
const headers_ACCEPTS =
	'lines \u201cName: value\u201d, one for each header, but none that the check sets itself or that is about the connection, such as Authorization, Host or Content-Length'
const readHeaders = (function readHeaders(fields, product) {
	const text = fields.text('headers')
	const headers = new Map()
	let problem = text.length > MAX_LENGTH ? `is longer than ${MAX_LENGTH} characters` : undefined
	for (const [index, line] of linesOf(text).entries()) {
		if (problem !== undefined) break
		if (line.trim() === '') continue
		const [, name = '', value = ''] = /^([^:]*):(.*)$/s.exec(line) ?? []
		const key = name.toLowerCase()
		const flaw =
			headers_flawOf(line, key, value.trim(), product) ??
			(headers.has(key) ? 'names a header for the second time' : undefined)
		if (flaw !== undefined) problem = `has a line (number ${index + 1}) that ${flaw}`
		headers.set(key, value.trim())
	}
	if (problem === undefined) return headers
	fields.reject(invalidInput('headers', problem, headers_ACCEPTS))
	return new Map()
})
const secretsInHeaders = (function secretsInHeaders(text) {
	const values = linesOf(text).map((line) => line.replace(/^[^:]*:/, '').trim())
	const behindScheme = values.map((value) => /^[a-z]+\s+(\S+)$/i.exec(value)?.[1] ?? '')
	return [...values, ...behindScheme, ...behindScheme.map(passwordOf)].filter(Boolean)
})
function passwordOf(credentials) {
	return /^[\x20-\x7e]*?:([\x20-\x7e]+)$/.exec(Buffer.from(credentials, 'base64').toString('latin1'))?.[1] ?? ''
}
const linesOf = (function linesOf(text) {
	return text === '' ? [] : text.split(/\r\n|[\r\n]/)
})
function headers_flawOf(line, key, value, product) {
	if (/^\s/.test(line)) return 'begins with a blank, and no header may go on in a second line'
	if (!line.includes(':')) return 'has no colon'
	if (!NAME.test(key)) return 'has no name of a header before its colon'
	if (key === 'authorization') return `sets authorization, in which the token of ${product} goes`
	if (FORBIDDEN.test(key)) return `sets ${key}, which no line may set`
	if (value === '') return 'has no value: the secret that it should have may be empty'
	if (!/^[\t\x20-\x7e]+$/.test(value)) return 'has a value with a control character or one that is not ASCII'
	const placeholder = findPlaceholder(value)
	return placeholder && `has a value that ${placeholder.problem}`
}
const variableOf = (function variableOf(input) {
	return `JIRA_CHECK_${input.toUpperCase().replaceAll('-', '_')}`
})
function defaultText({ default: byDefault }) {
	if (byDefault === undefined) return undefined
	return typeof byDefault === 'object' ? byDefault.join(', ') : String(byDefault)
}
function fillFrom(row, words) {
	const bounds = row.kind === 'whole-number' ? { min: String(row.min), max: String(row.max) } : {}
	return fill(words, { default: defaultText(row), variable: row.variable, ...bounds })
}
const PREFIX = variableOf('')
const TYPED = /^(?:[a-z]{1,20}(?:_[a-z\d]{1,20}){0,4})?$/i
function findUnknownVariable(environment) {
	const names = Object.keys(table_table)
	const known = new Set(names.map(variableOf))
	const [unknown] = Object.keys(environment)
		.filter((name) => name.startsWith(PREFIX) && !known.has(name) && environment[name]?.trim())
		.sort()
	if (unknown === undefined) return undefined
	const typed = unknown.slice(PREFIX.length)
	const shown = TYPED.test(typed) ? unknown : `${PREFIX}\u2026`
	return finding('input-invalid', {
		input: shown,
		problem: `is no input, though it begins with ${PREFIX}`,
		meant: meantBy(typed.toLowerCase().replaceAll('_', '-'), names).map(variableOf),
		ownVariable: shown,
	})
}
const FORK = {
	withheld: 'this is a pull request from a fork, from which GitHub withholds secrets',
	forkRuns: 'pull requests from forks',
	forkCondition:
		"if: ${{ github.event_name != 'pull_request' || github.event.pull_request.head.repo.full_name == github.repository }}",
}
const DEPENDABOT = {
	withheld: 'Dependabot started this run, and it gets only the Dependabot secrets',
	dependabot: 'Dependabot',
	dependabotCondition: "if: ${{ github.actor != 'dependabot[bot]' }}",
}
function findWithholding(event) {
	if (event.actor === 'dependabot[bot]') return DEPENDABOT
	return /^pull_request(?:_review(?:_comment)?)?$/.test(event.name) && isFromFork(event) ? FORK : undefined
}
function isFromFork({ payload, repository }) {
	const pullRequest = property(payload, 'pull_request')
	const headRepo = property(property(pullRequest, 'head'), 'repo')
	if (headRepo === null) return true
	const headName = property(headRepo, 'full_name')
	const baseName = property(property(property(pullRequest, 'base'), 'repo'), 'full_name') ?? repository
	return typeof headName === 'string' ? headName !== baseName : property(headRepo, 'fork') === true
}
function property(value, name) {
	return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}
function missingToken(source, { patVariable }) {
	if (source.missingToken !== undefined) return source.missingToken()
	const blankBecause = source.blankBecause?.('token')
	if (blankBecause !== undefined) return finding('token-missing', { problem: blankBecause, pipe: 'standard input' })
	const event = source.readEvent()
	if (event !== undefined) return missingInWorkflow(event, patVariable)
	return finding('token-missing', {
		problem: `the environment variable ${patVariable} is blank`,
		tokenVariable: patVariable,
	})
}
function missingInWorkflow(event, patVariable) {
	const problem = `the input <token> is blank, and so is the environment variable ${patVariable}`
	const withheld = findWithholding(event) ?? { repository: event.repository || 'this repository' }
	return finding('token-missing', { problem, ...withheld })
}
const readPlaces = (function readPlaces(fields, product) {
	const read = ((name) => {
		const { products } = table_table[name]
		if (products === undefined || product.name in products) return fields.list(name)
		if (!fields.isGiven(name)) return []
		const { product: words, urlInput } = product.words
		const problem = `is nothing that ${words} can be asked for`
		fields.reject(invalidInput(name, problem, `nothing with <${urlInput}>: leave it out`))
		return []
	})
	const places = {
		projects: read('projects'),
		spaces: read('spaces'),
		repositories: read('repositories'),
		permissions: read('permissions'),
	}
	const found = product.judgePlaces(places)
	if (found !== undefined) fields.reject(found)
	const { projects, permissions } = places
	const isDefault = permissions.length === 0 && projects.length > 0
	return isDefault ? { ...places, permissions: product.permissionsOfProjects } : places
})
const readProxy = (function readProxy(baseUrl, environment) {
	if (isLoopback(baseUrl) || isBypassed(baseUrl, environment)) return undefined
	const lower = baseUrl.protocol === 'https:' ? 'https_proxy' : 'http_proxy'
	const variable = [lower, lower.toUpperCase()].find((name) => environment[name])
	if (variable === undefined) return undefined
	const value = environment[variable]?.trim() ?? ''
	return (
		parseProxy(variable, value) ??
		finding('input-invalid', {
			input: variable,
			problem: describeProblem(value),
			accepts: 'http://HOST:PORT or https://HOST:PORT',
			sparedHost: baseUrl.hostname,
		})
	)
})
function describeProblem(value) {
	if (value === '') return 'holds nothing but white space'
	if (/^socks/i.test(value)) return 'names a SOCKS proxy, and only HTTP proxies (with CONNECT) can be used'
	return value.includes('@')
		? 'cannot be read as the address of an HTTP proxy: special characters of its user name and password have to be percent-encoded (%40 for \u201c@\u201d, %2F for \u201c/\u201d, %25 for \u201c%\u201d)'
		: 'cannot be read as the address of an HTTP proxy'
}
function parseProxy(variable, value) {
	const isBare = /^(?:[^/]*@)?(?:\[[\da-f:.]+\]|[^/:@]+)(?::\d+)?\/?$/i.test(value)
	const url = isBare || value.includes('://') ? URL.parse(isBare ? `http://${value}` : value) : null
	if (url === null || /\s/.test(value)) return undefined
	const { protocol } = url
	if (protocol !== 'http:' && protocol !== 'https:') return undefined
	if (/\/\/[^/?#\\]*[/?#\\].*@/.test(value) || !mayBeHost(url)) return undefined
	const username = decodePercent(url.username)
	const password = decodePercent(url.password)
	if (username === undefined || password === undefined) return undefined
	const proxy = {
		variable,
		protocol,
		hostname: withoutBrackets(url.hostname),
		port: Number(url.port || (protocol === 'https:' ? 443 : 80)),
	}
	return username === '' && password === '' ? proxy : { ...proxy, credentials: { username, password } }
}
function isBypassed(url, environment) {
	const list = environment['no_proxy'] || environment['NO_PROXY'] || ''
	const host = url.hostname.toLowerCase()
	const port = url.port || (url.protocol === 'https:' ? '443' : '80')
	return list
		.toLowerCase()
		.split(/[\s,]+/)
		.filter(Boolean)
		.some((entry) => {
			const suffix = entry.startsWith('.') ? entry : `.${entry}`
			return entry === '*' || [host, `${host}:${port}`].some((name) => name === entry || name.endsWith(suffix))
		})
}
const readSettings = (function readSettings(fields) {
	return { failOn: readFailOn(fields), jobSummary: fields.boolean('job-summary') }
})
const MARKS = [
	[/^(?:gh[pousr]_|github_pat_)/, 'GitHub'],
	[/^(?:gl(?:pat|oas|dt|rt|rtr|cbt|ptt|ft|imt|agent|soat|ffct|wt)-|GR1348941)/, 'GitLab'],
	[/^(?:xox[a-z](?:\.xox[a-z])?-|xapp-)/, 'Slack'],
	[/^npm_/, 'npm'],
	[/^(?:AKIA|ASIA)[A-Z0-9]{12,}$/, 'AWS'],
	[/^BBDC-/, 'Bitbucket'],
	[/^(?:ATBB[A-Za-z0-9]{20,}$|ATCTT3)/, 'Bitbucket Cloud'],
]
function findForeignSystem(token, own) {
	const system = MARKS.find(([pattern]) => pattern.test(token))?.[1]
	return system === own ? undefined : system
}
function tokenOf({ aToken, product, tokenMenu }) {
	return `${aToken} of ${product} (${tokenMenu})`
}
const FLAWS = [
	{
		pattern:
			/(?:^|[;:\s])(?:JSESSIONID|BITBUCKETSESSIONID|seraph\.rememberme\.cookie|(?:cloud|tenant)\.session\.token|crowd\.token_key)=/i,
		problem: 'is the cookie of a session in a browser (such as JSESSIONID=\u2026), which ends with that session',
		wanted: tokenOf,
	},
	{
		pattern: /^OAuth(?:\s|%20)|(?:^|[?&,\s])oauth_\w+=/i,
		problem: 'holds the parameters of OAuth 1.0a (oauth_\u2026=\u2026), which sign a single request',
		wanted: (words) => `${tokenOf(words)}, or an OAuth 2.0 access token, which is sent as Bearer`,
	},
	{
		pattern: /^(?:Authorization\s*[:=]\s*)?Basic(?:[\s:]|%20|$)/i,
		problem: 'begins with \u201cBasic\u201d: what follows that is a user name and a password in one',
		wanted: (words) => `${tokenOf(words)}; or the password or API token alone, with the user name as <username>`,
	},
	{
		pattern: /^(?:Authorization\s*[:=]|Bearer(?:[\s:]|%20|$))/i,
		problem: 'begins with \u201cBearer\u201d or \u201cAuthorization\u201d, which is put before the token when it is sent',
		wanted: 'what follows that, alone',
	},
	{
		pattern: /^token(?:[\s:=]|%20)/i,
		problem: 'begins with \u201ctoken\u201d, which is its name and not part of it',
		wanted: 'what follows that, alone',
	},
	{ pattern: /^(["'`]).*\1$/s, problem: 'is wrapped in quotation marks', wanted: 'it without them' },
	{
		pattern: /^["'`]|["'`]$/,
		problem: 'begins or ends with a quotation mark',
		wanted: 'it without that, and whole',
	},
	{
		pattern: /[^\s -~\u00A0-\uFFFF]|[\r\n]/,
		problem: 'has a line break or control character inside',
		wanted: 'it again, as one line',
	},
	{ pattern: /\s/, problem: 'has white space inside', wanted: 'it again, as one word' },
	{
		pattern: /[^\x20-\x7e]/,
		problem: 'has a character that is not ASCII',
		wanted: ({ product }) =>
			`it again, copied from ${product} as plain text: an editor or a chat may have changed a character`,
	},
	{
		pattern: /^https?:\/\//i,
		problem: 'is the address of a page',
		wanted: ({ product, urlInput }) => `the token, and give the address of ${product} as <${urlInput}>`,
	},
]
const FLAWS_OF_PASSWORD = [
	{
		pattern: /^Basic(?:\s|%20)/i,
		problem: 'begins with \u201cBasic\u201d: what follows that is a user name and a password in one',
		wanted: 'the password or API token alone: the user name is given as <username>',
	},
	{
		pattern: CONTROL_CHARACTER,
		problem: 'has a line break or control character inside',
		wanted: 'it again, as one line',
	},
]
const judgeToken = (function judgeToken(token, username, { words, tokenSystem }) {
	const isBearer = username === ''
	if (isOfDataCenter(token)) return undefined
	const flaw = isBearer
		? (findPlaceholder(token) ?? FLAWS.find(({ pattern }) => pattern.test(token)) ?? flawOfPair(token, true))
		: ([...NEVER_MEANT, ...FLAWS_OF_PASSWORD].find(({ pattern }) => pattern.test(token)) ?? flawOfPair(token, false))
	const found = flaw ?? (isBearer ? flawOfForeign(token, tokenSystem, words) : undefined)
	if (found === undefined) return undefined
	const { problem, wanted } = found
	return finding('token-malformed', {
		problem,
		wanted: typeof wanted === 'string' ? wanted : wanted(words),
		bearerToken: isBearer ? words.tokenNoun : undefined,
	})
})
const isOfDataCenter = (function isOfDataCenter(token) {
	return /^[A-Za-z0-9+/]{44}$/.test(token) && /^\d{12}:/.test(Buffer.from(token, 'base64').toString('latin1'))
})
function flawOfPair(token, isBearer) {
	if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(token)) return undefined
	const [, mail] = /^([^\s:@]+@[^\s:@]+):./.exec(Buffer.from(token, 'base64').toString()) ?? []
	if (mail === undefined || CONTROL_CHARACTER.test(mail)) return undefined
	return {
		problem: 'is the base64 of an e-mail address and a token, as they are sent together',
		wanted: isBearer
			? 'the API token alone, with the e-mail address as <username>'
			: 'the API token alone: the e-mail address is given as <username>',
	}
}
function flawOfForeign(token, own, words) {
	const system = findForeignSystem(token, own)
	if (system === undefined) return undefined
	const problem = `is one of ${system}, as its first letters show, and not of ${words.product}`
	return { problem, wanted: tokenOf }
}
const readInputs = (function readInputs(source, product) {
	const fields = createFieldReader('check', source)
	const url = readUrl(fields, product)
	const username = fields.text('username')
	const token = readToken(source, fields, username, product)
	const settings = readSettings(fields)
	const others = readOthers(source, fields, username, product)
	const tls = readTls(source, fields)
	const proxy = readEnvironment(source, fields, url)
	const baseUrl = url === undefined ? null : baseUrlOf(url)
	if (fields.firstFinding !== undefined || baseUrl === null) {
		return { inputs: fields.firstFinding ?? finding('url-missing', {}), settings, baseUrl }
	}
	const credentials = username === '' ? { scheme: 'Bearer', token } : { scheme: 'Basic', username, token }
	const sources = { url: fields.sourceOf(fields.asked.input), token: fields.sourceOf('token') }
	return { settings, baseUrl, inputs: { baseUrl, credentials, sources, ...others, tls, proxy } }
})
const readUrl = (function readUrl(fields, { findPage }) {
	const { input, rival } = fields.asked
	if (rival !== undefined) {
		const problem = `is given beside <${input}>, and a check asks one server`
		fields.reject(invalidInput(rival, problem, 'an address only where no other one is given: leave one of them out'))
	}
	const url = parseBaseUrl(fields.text(input), findPage)
	if (!(url instanceof URL)) {
		fields.reject(url)
		return undefined
	}
	if (url.protocol === 'http:' && !isLoopback(url) && !fields.boolean('allow-http')) {
		const correction = url.port === '' ? baseUrlOf(url).replace(/^http:/, 'https:') : undefined
		fields.reject(finding('url-insecure', { correction }))
	}
	return url
})
const readToken = (function readToken(source, fields, username, product) {
	const token = fields.text('token')
	const found = token === '' ? missingToken(source, product.words) : judgeToken(token, username, product)
	if (found !== undefined) fields.reject(found)
	return token
})
const readOthers = (function readOthers({ readEvent, environment }, fields, username, product) {
	if (username.includes(':') || CONTROL_CHARACTER.test(username)) {
		const accepts = 'the user name alone; the password goes into <token>'
		fields.reject(invalidInput('username', 'has a colon or a control character', accepts))
	}
	const headers = readHeaders(fields, product.words.product)
	const expectedUsers = fields.list('expected-user')
	const places = readPlaces(fields, product)
	const checkExpiry = fields.boolean('check-expiry') && username === ''
	const tokenName = fields.text('token-name')
	const expiryWarnDays = fields.wholeNumber('expiry-warn-days')
	const expiryFailDays = readExpiryFailDays(fields, checkExpiry, username)
	const timeoutMs = fields.wholeNumber('timeout-seconds') * 1000
	const retries = fields.wholeNumber('retries')
	fields.boolean('allow-http')
	const unknown = readEvent() === undefined ? findUnknownVariable(environment) : undefined
	if (unknown !== undefined) fields.reject(unknown)
	return {
		headers,
		expectedUsers,
		...places,
		checkExpiry,
		tokenName,
		expiryWarnDays,
		expiryFailDays,
		timeoutMs,
		retries,
	}
})
const readExpiryFailDays = (function readExpiryFailDays(fields, checkExpiry, username) {
	const days = fields.wholeNumber('expiry-fail-days')
	if (days === undefined || checkExpiry) return days
	const { min, max } = table_table['expiry-fail-days']
	const [problem, accepts] =
		username === ''
			? ['can never hold while <check-expiry> is false', 'only with <check-expiry> true']
			: ['can never hold with <username>, with which no expiry is read', 'only without <username>']
	fields.reject(
		invalidInput('expiry-fail-days', problem, `a whole number of days from ${min} to ${max}, and ${accepts}`),
	)
	return days
})
const readTls = (function readTls(source, fields) {
	const tls = readCertificates(
		{
			caCertificate: fields.text('ca-certificate'),
			clientCertificate: fields.text('client-certificate'),
			clientKey: fields.text('client-key'),
		},
		source.readFile,
		source.nowMs,
	)
	if (!isFinding(tls)) return tls
	fields.reject(tls)
	return { extraCa: [] }
})
const readEnvironment = (function readEnvironment(source, fields, baseUrl) {
	if (source.environment['NODE_TLS_REJECT_UNAUTHORIZED'] === '0') fields.reject(finding('tls-verification-off', {}))
	const proxy = baseUrl === undefined ? undefined : readProxy(baseUrl, source.environment)
	if (!isFinding(proxy)) return proxy
	fields.reject(proxy)
	return undefined
})
const bitbucketMark = {
	product: 'Bitbucket',
	urlInput: 'bitbucket-url',
	isMarked: isOfBitbucket,
	contextPaths: ['/bitbucket', '/stash'],
}
function isOfBitbucket({ headers, body }) {
	return (
		headers.get('x-arequestid')?.startsWith('@') === true ||
		headers.has('x-auserid') ||
		/\bx-auserid\b/i.test(headers.get('vary') ?? '') ||
		/"exceptionName"\s*:\s*"com\.atlassian\.(?:bitbucket|stash)\./.test(body)
	)
}
const parseJson = (function parseJson(text) {
	try {
		return JSON.parse(text)
	} catch {
		return undefined
	}
})
const isObject = (function isObject(value) {
	return typeof value === 'object' && value !== null && !Array.isArray(value)
})
const VISIBLE = lazyPattern(String.raw`[^\p{Z}\p{C}\p{M}\p{Default_Ignorable_Code_Point}]`, 'u')
const textOf = (function textOf(object, name) {
	const value = Object.hasOwn(object, name) ? object[name] : undefined
	return typeof value === 'string' && isVisible(value) ? value.trim() : ''
})
const isVisible = (function isVisible(text) {
	return /[!-~]/.test(text) || VISIBLE().test(text)
})
const confluenceMark = {
	product: 'Confluence',
	urlInput: 'confluence-url',
	isMarked: ({ headers, body }) => headers.has('x-confluence-request-time') || isErrorEnvelope(body),
	contextPaths: ['/confluence', '/wiki'],
}
function isErrorEnvelope(body) {
	if (!/"statusCode"/.test(body)) return false
	const json = parseJson(body)
	return isObject(json) && typeof json['statusCode'] === 'number' && isObject(json['data']) && 'message' in json
}
const words = {
	product: 'Jira',
	urlInput: 'jira-url',
	urlVariable: 'JIRA_DOMAIN',
	patVariable: 'JIRA_PAT',
	exampleUrl: 'https://jira.example.com',
	examplePage: 'https://jira.example.com/jira/secure/Dashboard.jspa',
	exampleBaseUrl: 'https://jira.example.com/jira',
	cloudPath: undefined,
	cloudAnswer: undefined,
	openPath: '/status',
	aToken: 'a personal access token',
	tokenNoun: 'personal access token',
	tokenKinds: 'personal access tokens',
	tokenPageTitle: 'Personal Access Tokens',
	tokenMenu: 'Profile > Personal Access Tokens > Create token',
	rotateAction: 'jira-pat-check/rotate',
	tokensSince: 'Jira 8.14 or later, atlassian.pats.enabled',
	bearerOnly: 'only as Bearer',
	maintenanceWork: 'a re-index or an upgrade',
	access: 'application access',
	accessPlace: 'User management > Applications',
	readScope: 'read:jira-user',
	scopedUrl: 'https://api.atlassian.com/ex/jira/CLOUD-ID',
	projectKeyPlace: 'as in the keys of its issues: OPS in OPS-123, upper case',
	projectRole: 'a role or group with Browse Projects',
	permissionPlace: "in the project's permission scheme (a global one under Global permissions)",
	scopeCaveat: undefined,
	placeWords: 'projects',
	placeTitle: 'Project',
}
const jiraMark = {
	product: words.product,
	urlInput: words.urlInput,
	isMarked: ({ headers, body }) =>
		/^\d+x\d+x\d+/.test(headers.get('x-arequestid') ?? '') || /^\s*\{\s*"errorMessages"\s*:/.test(body),
	contextPaths: ['/jira'],
}
const marks = {
	jira: jiraMark,
	confluence: confluenceMark,
	bitbucket: bitbucketMark,
}
const marksFor = (function marksFor(name) {
	const { [name]: own, ...others } = marks
	return { contextPaths: own.contextPaths, others: Object.values(others) }
})
const describeUser = (function describeUser({ name, displayName, key, accountId, emailAddress }) {
	const [id] = [name, key, accountId].filter(((text) => text !== '' && !holdsEmail(text, emailAddress)))
	const shown = displayName !== '' && !holdsEmail(displayName, emailAddress) ? displayName : undefined
	if (shown !== undefined && id === name) return shown === name ? name : `${shown} (${name})`
	return shown ?? id ?? 'a user who is named by an e-mail address only'
})
const holdsEmail = (function holdsEmail(text, emailAddress) {
	const seen = asSeen(text)
	const email = asSeen(emailAddress)
	return /\S@\S/.test(seen) || (email !== '' && seen.includes(email))
})
const UNSEEN = lazyPattern(String.raw`\p{Default_Ignorable_Code_Point}`, 'gu')
const asSeen = (function asSeen(text) {
	return (isPrintableAscii(text) ? text : text.replace(UNSEEN(), '')).toLowerCase()
})
function describeExpected(expectedUsers) {
	const names = expectedUsers.filter((user) => !holdsEmail(user, ''))
	const addresses = expectedUsers.length - names.length
	const words =
		addresses === 0
			? []
			: [addresses === 1 ? 'the user of an e-mail address' : `the users of ${addresses} e-mail addresses`]
	return [...names, ...words]
}
const identityNames = (function identityNames({ name, key, accountId }) {
	return [name, key, accountId].filter(Boolean)
})
const isAnonymous = (function isAnonymous(name) {
	return name.toLowerCase() === 'anonymous'
})
function isExpected(identity, expectedUsers) {
	const names = [...identityNames(identity), identity.emailAddress].filter(Boolean).map(foldName)
	return expectedUsers.some((user) => names.includes(foldName(user)))
}
const foldName = (function foldName(text) {
	return text.normalize('NFC').toLowerCase()
})
const readLoginReason = (function readLoginReason(headers) {
	const words = (headers.get('x-seraph-loginreason') ?? '').toUpperCase().split(/[^A-Z_]+/)
	if (words.includes('AUTHENTICATION_DENIED')) return 'denied'
	const afterOk = words.slice(words.lastIndexOf('OK') + 1)
	if (afterOk.includes('AUTHENTICATED_FAILED')) return 'failed'
	return afterOk.includes('OUT') ? 'out' : undefined
})
const contradictionOf = (function contradictionOf(answer) {
	const { headers } = answer
	const login = readLoginReason(headers)
	if (login !== undefined) return 'its header X-Seraph-LoginReason says that nobody is logged in'
	if (namesIn(headers.get('x-ausername')).flatMap(readingsOf).some(isAnonymous))
		return 'its header X-AUSERNAME says that nobody is logged in'
	if (headers.has('x-authentication-denied-reason'))
		return 'its header X-Authentication-Denied-Reason says that the login was denied'
	return describeCache(answer)
})
const describeCache = (function describeCache({ headers, durationMs }) {
	const oldestPossible = Math.ceil(durationMs / 1000) + 1
	const age = headers
		.get('age')
		?.match(/\d+/g)
		?.find((seconds) => Number(seconds) > oldestPossible)
	if (age !== undefined) return `it comes out of a cache, where it has been for ${age.slice(0, 12)} s (its header Age)`
	const hit = CACHE_HEADERS.find(((name) => {
		const told = headers.get(name.toLowerCase())
		return told !== undefined && /(?<![a-z])hit(?![a-z])/i.test(told)
	}))
	return hit === undefined ? undefined : `it comes out of a cache (its header ${hit} says HIT)`
})
const CACHE_HEADERS = ['X-Cache', 'X-Cache-Status', 'X-Proxy-Cache', 'CF-Cache-Status', 'Cache-Status']
const otherUserOf = (function otherUserOf(headers, identity) {
	const { name, key, accountId, emailAddress } = identity
	const accountIds = namesIn(headers.get('x-aaccountid'))
	if (accountId !== '' && accountIds.some((id) => !fits(id, [accountId]))) {
		return 'its header X-AACCOUNTID names another user than its body'
	}
	const own = [name, key, emailAddress].filter(Boolean)
	const header = headers.get('x-ausername') ?? ''
	if (own.length === 0 || header.trim() === '') return undefined
	const all = [...own, accountId].filter(Boolean)
	if (fits(header, all) || namesIn(header).every((part) => fits(part, all) || isUnspeakable(part, name)))
		return undefined
	return 'its header X-AUSERNAME names another user than its body'
})
const namesIn = (function namesIn(header) {
	return (header ?? '')
		.split(',')
		.map(((part) => part.trim()))
		.filter(Boolean)
})
function isUnspeakable(header, name) {
	return /[^\0-\xff]/.test(name) && !isAnonymous(header) && readingsOf(header).some((text) => /[?\uFFFD]/.test(text))
}
const fits = (function fits(header, names) {
	const known = names.map(foldName)
	return readingsOf(header).some(((text) => !isAnonymous(text) && known.includes(foldName(text.trim()))))
})
const readingsOf = (function readingsOf(header) {
	const utf8 = Buffer.from(header, 'latin1').toString()
	return [header, utf8].flatMap(((text) => [
		text,
		decodePercent(text) ?? text,
		decodePercent(text.replaceAll('+', ' ')) ?? text,
	]))
})
const askedBy = (function askedBy(identity, question) {
	return {
		...question,
		read(diagnosis, outcome) {
			if (isFinding(diagnosis)) {
				const isOfOther = outcome.kind === 'answer' && isToOther(outcome, identity)
				return isOfOther ? diagnosis : question.read(diagnosis, outcome)
			}
			const other = otherUserOf(diagnosis.headers, identity)
			return other === undefined ? question.read(diagnosis, outcome) : noIdentity(diagnosis, other)
		},
	}
})
function isToOther(answer, identity) {
	return contradictionOf(answer) !== undefined || otherUserOf(answer.headers, identity) !== undefined
}
function noIdentity({ statusCode, path, operator, product }, contradiction) {
	return finding('no-identity', { contradiction, path, operator, notAnswered: product }, statusCode)
}
function wrongShape({ statusCode, path }) {
	return finding('invalid-json', { path }, statusCode)
}
function isOfAtlassianEdge(headers) {
	return /^atlassianedge\b/i.test(headers.get('server')?.trim() ?? '')
}
const TRACE_HEADERS = [
	'x-arequestid',
	'x-anodeid',
	'x-asessionid',
	'x-asen',
	'x-ausername',
	'x-seraph-loginreason',
	'x-authentication-denied-reason',
	'atl-traceid',
]
const TRACE_BODY =
	/Client must be authenticated to access this resource|Basic Authentication Failure - Reason|Basic Authentication has been disabled on this instance|Failed to parse Connect Session Auth Token|AUTHENTICATION_DENIED/i
const hasTraceOfJira = (function hasTraceOfJira(answer) {
	return hasTraceHeader(answer.headers) || TRACE_BODY.test(answer.body) || fingerprint_isErrorEnvelope(answer.body)
})
const hasTraceHeader = (function hasTraceHeader(headers) {
	return (
		TRACE_HEADERS.some(((name) => headers.has(name))) ||
		/(?:^|,)\s*OAuth\s+realm\s*=/i.test(headers.get('www-authenticate') ?? '')
	)
})
function fingerprint_isErrorEnvelope(body) {
	if (!/"(?:errorMessages|status-code)"/.test(body)) return false
	const json = parseJson(body)
	if (!isObject(json)) return false
	return Array.isArray(json['errorMessages']) || (typeof json['message'] === 'string' && 'status-code' in json)
}
function isOfCloud({ headers, body }) {
	return isOfAtlassianEdge(headers) || /Failed to parse Connect Session Auth Token/i.test(body)
}
const ADMINISTRATOR_PERMISSIONS = ['ADMINISTER', 'SYSTEM_ADMIN']
function permissionsPath(project, permissions) {
	const query = new URLSearchParams()
	if (project !== undefined) query.set('projectKey', project)
	query.set('permissions', permissions.join(','))
	return `/rest/api/2/mypermissions?${query}`
}
const GLOBAL_PERMISSIONS = new Set([
	'ADMINISTER',
	'SYSTEM_ADMIN',
	'BULK_CHANGE',
	'USER_PICKER',
	'CREATE_SHARED_OBJECTS',
	'MANAGE_GROUP_FILTER_SUBSCRIPTIONS',
	'CREATE_PROJECT',
])
function isGlobalByName(permission) {
	return GLOBAL_PERMISSIONS.has(permission)
}
function parsePermissions(json, wanted) {
	const isError = isObject(json) && ('status-code' in json || 'errorMessages' in json)
	const list = isObject(json) ? json['permissions'] : undefined
	if (isError || !isObject(list)) return undefined
	return {
		holdings: new Map(wanted.map((key) => [key, holdingOf(list, key)])),
		global: new Set(wanted.filter((key) => entryOf(list, key)?.['type'] === 'GLOBAL')),
		known: Object.keys(list),
		isAdministrator: ADMINISTRATOR_PERMISSIONS.some((key) => holdingOf(list, key) === 'held'),
	}
}
function holdingOf(list, key) {
	if (!Object.hasOwn(list, key)) return 'unknown'
	return entryOf(list, key)?.['havePermission'] === true ? 'held' : 'missing'
}
function entryOf(list, key) {
	const entry = Object.hasOwn(list, key) ? list[key] : undefined
	return isObject(entry) ? entry : undefined
}
function saysProjectNotFound(body, project, isFromJira) {
	const names = (message) => message.split(/\W+/).includes(project)
	return errorMessagesOf(body).some((message) => isFromJira || names(message))
}
function permissionsCalledUnknown(body, wanted) {
	const words = new Set(
		errorMessagesOf(body)
			.join(' ')
			.match(/[\w.:-]+/g),
	)
	return wanted.filter((key) => words.has(key))
}
function errorMessagesOf(body) {
	const json = parseJson(body)
	const messages = isObject(json) ? json['errorMessages'] : undefined
	return Array.isArray(messages) ? messages.filter((message) => typeof message === 'string') : []
}
const askAccess = (({ projects, permissions: wanted }) => {
	if (wanted.length === 0) return []
	const places = projects.length === 0 ? [undefined] : projects
	return places.map((project) => askAbout(project, wanted))
})
const askFurtherAccess = (({ projects, permissions: wanted }, access) => {
	const isRead = (permission) => access.some(({ permissions }) => permissions?.global.has(permission))
	const globals = wanted.filter((permission) => isGlobalByName(permission) && !isRead(permission))
	return projects.length === 0 || globals.length === 0 ? [] : [askAbout(undefined, globals)]
})
function askAbout(project, wanted) {
	return {
		path: permissionsPath(project, wanted),
		what: project === undefined ? 'the global permissions' : `the permissions in ${project}`,
		stage: 'permissions',
		read: (diagnosis, outcome) => readAccess(project, wanted, diagnosis, outcome),
	}
}
function withoutOpenGlobals(permissions) {
	const { holdings, global } = permissions
	const proven = Array.from(holdings).filter(([key]) => global.has(key) || !isGlobalByName(key))
	return { ...permissions, holdings: new Map(proven) }
}
function readAccess(project, wanted, diagnosis, outcome) {
	if (!isFinding(diagnosis)) {
		const permissions = parsePermissions(diagnosis.json, wanted)
		if (permissions === undefined) return wrongShape(diagnosis)
		const proven = project === undefined ? permissions : withoutOpenGlobals(permissions)
		return { gate: 'projects', place: project, permissions: proven, statusCode: diagnosis.statusCode }
	}
	if (outcome.kind === 'no-answer') return diagnosis
	const { statusCode, body } = outcome
	if (diagnosis.reason === 'not-found' && project !== undefined) {
		const isInvisible = saysProjectNotFound(body, project, hasTraceHeader(outcome.headers))
		if (isInvisible) return { gate: 'projects', place: project, permissions: undefined, statusCode }
	}
	if (diagnosis.reason === 'unexpected-status' && statusCode === 400) {
		const unknown = permissionsCalledUnknown(body, wanted)
		const holdings = new Map(unknown.map((key) => [key, 'unknown']))
		const permissions = { holdings, global: new Set(), known: [], isAdministrator: false }
		if (unknown.length > 0) return { gate: 'projects', place: project, permissions, statusCode }
	}
	return diagnosis
}
const STATUS_PATH = '/status'
const STATES = ['STARTING', 'STOPPING', 'FIRST_RUN', 'MAINTENANCE']
function parseServerState(body) {
	const json = parseJson(body)
	return isObject(json) ? STATES.find((state) => state === textOf(json, 'state')) : undefined
}
function askState(found) {
	if (found.reason !== 'gateway-error' && found.reason !== 'server-error') return undefined
	return { path: STATUS_PATH, refine: ({ body }) => refineByState(found, body) }
}
function refineByState(found, body) {
	const state = parseServerState(body)
	const statusCode = found.statusCode ?? 503
	if (state === undefined) return found
	const plainer =
		state === 'MAINTENANCE' ? finding('maintenance', {}, statusCode) : finding('starting', { state }, statusCode)
	return addCommonFacts(plainer, found.common)
}
const SERVER_INFO_PATH = '/rest/api/2/serverInfo'
const OF_JIRA = ['baseUrl', 'versionNumbers', 'deploymentType']
function parseServerInfo(body) {
	const json = parseJson(body)
	if (!isObject(json) || !OF_JIRA.some((name) => Object.hasOwn(json, name))) return undefined
	const [version, major, minor] = /^(\d{1,3})\.(\d{1,3})(?:\.\d{1,4})*/.exec(textOf(json, 'version')) ?? []
	return {
		version,
		isCloud: textOf(json, 'deploymentType') === 'Cloud',
		hasTokens: Number(major) > 8 || (Number(major) === 8 && Number(minor) >= 14),
	}
}
const followUpTo = (found, { scheme, traits }) => {
	if (found.reason === 'token-rejected' || found.reason === 'edge-unauthorized') {
		if (found.statusCode !== 401 || scheme !== 'Bearer') return undefined
		return {
			path: SERVER_INFO_PATH,
			refine: ({ statusCode, body }) => (statusCode === 200 ? refineByInfo(found, body, traits.isJwt) : found),
		}
	}
	return askState(found)
}
function refineByInfo(found, body, isJwt) {
	const { version, isCloud, hasTokens } = parseServerInfo(body) ?? {}
	const { common } = found
	if (isCloud && !isJwt) return addCommonFacts(finding('cloud-needs-basic', {}, 401), common)
	if (version === undefined) return found
	if (!isCloud && !hasTokens) return addCommonFacts(finding('pat-unsupported', { version }, 401), common)
	if (found.reason === 'token-rejected') return found
	return addCommonFacts(finding('edge-unauthorized', { ...found.facts, openVersion: version }, 401), common)
}
const contradictionTo = (function contradictionTo(identity, json, { headers }, { isToken, isOwn, product }) {
	const names = identityNames(identity)
	if (names.some(isAnonymous)) return 'it names nobody (anonymous)'
	if ([...names, identity.displayName, identity.emailAddress].some(isToken)) return 'it repeats the token'
	if (['status-code', 'statusCode', 'errorMessages'].some(((name) => Object.hasOwn(json, name))))
		return 'it tells an error'
	return isOwn ? otherUserOf(headers, identity) : `nothing in it shows that it is from ${product}`
})
const IDENTITY_PATH = '/rest/api/2/myself'
const identify = ((ask, { isToken }) =>
	ask({
		path: IDENTITY_PATH,
		what: 'the identity',
		stage: 'authentication',
		read(diagnosis) {
			if (isFinding(diagnosis)) return diagnosis
			const { json, headers, product } = diagnosis
			const identity = parseIdentity(json)
			if (!isObject(json) || identity === undefined) return noIdentity(diagnosis, 'it names no user')
			const isOwn = hasTraceHeader(headers) || (identity.active !== null && identity.displayName !== '')
			const contradiction = contradictionTo(identity, json, diagnosis, { isToken, isOwn, product })
			return contradiction === undefined ? identity : noIdentity(diagnosis, contradiction)
		},
	}))
const parseIdentity = (function parseIdentity(json) {
	if (!isObject(json)) return undefined
	const active = json['active'] ?? null
	if (active !== null && typeof active !== 'boolean') return undefined
	const identity = {
		name: textOf(json, 'name'),
		key: textOf(json, 'key'),
		accountId: textOf(json, 'accountId'),
		displayName: textOf(json, 'displayName'),
		emailAddress: textOf(json, 'emailAddress'),
		active,
		timeZone: textOf(json, 'timeZone'),
		locale: textOf(json, 'locale'),
	}
	return identity.name || identity.key || identity.accountId ? identity : undefined
})
function mayHaveArrived({ phase }) {
	return phase === 'answer'
}
const TOKENS_PATH = '/rest/pat/latest/tokens'
const tokenPageOf = (function tokenPageOf(baseUrl) {
	return `${baseUrl}/secure/ViewProfile.jspa?selectedTab=com.atlassian.pats.pats-plugin:jira-user-personal-access-tokens`
})
const MAX_TOKENS = 1000
const listTokens = ((ask) =>
	ask({
		path: TOKENS_PATH,
		what: 'the expiry',
		stage: 'expiry',
		read: ((diagnosis) => (isFinding(diagnosis) ? diagnosis : (parseTokens(diagnosis.json) ?? wrongShape(diagnosis)))),
	}))
const parseTokens = (function parseTokens(json) {
	if (!Array.isArray(json) || json.length > MAX_TOKENS || !json.every(isEntry)) return undefined
	return json.map(((token) => ({
		...idOf(token),
		name: textOf(token, 'name'),
		expiresAt: namesOtherDate(token) ? 'unreadable' : parseExpiry(token['expiringAt']),
		lastAccessedAt: parseDate(token['lastAccessedAt']),
		createdAt: parseDate(token['createdAt']),
	})))
})
const isEntry = (function isEntry(value) {
	return (
		isObject(value) &&
		textOf(value, 'name') !== '' &&
		['id', 'createdAt', 'expiringAt'].some(((key) => Object.hasOwn(value, key)))
	)
})
const idOf = (function idOf({ id }) {
	return typeof id === 'number' && Number.isSafeInteger(id) && id > 0 ? { id } : {}
})
const namesOtherDate = (function namesOtherDate(token) {
	return !Object.hasOwn(token, 'expiringAt') && Object.keys(token).some((key) => /expir/i.test(key))
})
const parseExpiry = (function parseExpiry(value) {
	if (value === null || value === undefined) return 'never'
	const expiresAt = parseDate(value)
	if (expiresAt === undefined) return 'unreadable'
	return new Date(expiresAt).getUTCFullYear() >= 9999 ? 'never' : expiresAt
})
const ISO_DATE = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:?\d{2})?)?$/
const parseDate = (function parseDate(value) {
	const [, day = '', time = '00:00', offset = 'Z'] = (typeof value === 'string' && ISO_DATE.exec(value)) || []
	const ms = Date.parse(`${day}T${time}${offset.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')}`)
	const dayExists = new Date(day).getUTCDate() === Number(day.slice(-2))
	return Number.isNaN(ms) || !dayExists ? undefined : ms
})
const tokenMaking = {
	creation: (name, lifeDays) => ({
		method: 'POST',
		path: TOKENS_PATH,
		body: { name, ...(lifeDays === 'never' ? {} : { expirationDuration: lifeDays }) },
		headers: { 'x-atlassian-token': 'no-check' },
	}),
	readCreation,
	revocation: (id) => ({
		method: 'DELETE',
		path: `${TOKENS_PATH}/${id}`,
		headers: { 'x-atlassian-token': 'no-check' },
	}),
	isRevoked: (outcome) => outcome.kind === 'answer' && outcome.statusCode === 204,
}
const UNCERTAIN_STATUSES = new Set([408, 425, 429, 499])
const LIMIT = /(?:^|[.$])UserTokenLimitExceededException$/
function readCreation(outcome, present) {
	if (outcome.kind === 'no-answer') return { kind: mayHaveArrived(outcome) ? 'in-doubt' : 'not-sent' }
	const { statusCode, body, bodyState } = outcome
	const json = bodyState === 'complete' ? parseJson(body) : undefined
	if (statusCode === 200 || statusCode === 201) {
		const value = isObject(json) ? textOf(json, 'rawToken') : ''
		if (!isObject(json) || !/^[!-~]{8,1000}$/.test(value) || value === present) return { kind: 'in-doubt' }
		return { kind: 'made', value, ...idOf(json) }
	}
	if (statusCode === 302) return { kind: 'refused', why: 'not-allowed', statusCode }
	if (statusCode < 400 || statusCode > 499 || UNCERTAIN_STATUSES.has(statusCode)) return { kind: 'in-doubt' }
	if (statusCode === 400) return { kind: 'refused', why: 'life', statusCode }
	const isLimit = statusCode === 403 && isObject(json) && LIMIT.test(textOf(json, 'exception'))
	return { kind: 'refused', why: isLimit ? 'limit' : 'not-allowed', statusCode }
}
const PAGE =
	/\/(?:rest|browse|secure|plugins)(?:\/.*)?$|\/(?:issues|servicedesk)\/.+$|\/dashboards?(?:[/.].*)?$|\/s[ir]\/jira\..*$|\/[^/]+\.jspa?(?:[;/].*)?$/i
const PROJECT = /\/projects\/[A-Z][A-Z0-9_]*(?:\/.*)?$/
const LIST = /\/(?:issues|projects)\/*$/i
const findPage = ({ hostname, pathname }, hasQuery = false) => {
	if (hostname.endsWith('.atlassian.net') && /^\/+[^/]/.test(pathname)) return 0
	const places = [PAGE, PROJECT, ...(hasQuery ? [LIST] : [])]
		.map((pattern) => pathname.search(pattern))
		.filter((place) => place >= 0)
	return places.length === 0 ? undefined : Math.min(...places)
}
const jira = {
	name: 'jira',
	words: words,
	findPage: findPage,
	permissionsOfProjects: ['BROWSE_PROJECTS'],
	judgePlaces: (() => undefined),
	tokenSystem: undefined,
	hasTrace: hasTraceOfJira,
	isOfCloud: isOfCloud,
	asksForCaptcha: (() => false),
	cloud: { host: /(?:^|\.)(?:atlassian\.net|jira\.com)$/i, path: '' },
	pages: /\/(?:secure|browse|projects|issues|plugins|servicedesk|dashboard)(?:\/.*)?$/i,
	...marksFor('jira'),
	tokenPageOf: tokenPageOf,
	administratorPermissions: ADMINISTRATOR_PERMISSIONS,
	identify: identify,
	askAccess: askAccess,
	askFurtherAccess: askFurtherAccess,
	tokensPathOf: () => TOKENS_PATH,
	listTokens: listTokens,
	followUpTo: followUpTo,
	tokenMaking: tokenMaking,
}
const productOf = (async function productOf(name) {
	switch (name) {
		case 'jira':
			return jira
		case 'confluence':
			return (await takePart('confluence.js', import('./confluence.js'))).confluence
		case 'bitbucket':
			return (await takePart('bitbucket.js', import('./bitbucket.js'))).bitbucket
	}
})
const dayOf = (function dayOf(ms) {
	const at = new Date(ms)
	return `${digits(at.getUTCFullYear(), 4)}-${digits(at.getUTCMonth() + 1, 2)}-${digits(at.getUTCDate(), 2)}`
})
const utc_dateTimeOf = (function utc_dateTimeOf(ms) {
	const at = new Date(ms)
	const time = [at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds()].map(((part) => digits(part, 2))).join(':')
	return `${dayOf(ms)}T${time}.${digits(at.getUTCMilliseconds(), 3)}Z`
})
const digits = (function digits(value, length) {
	return String(value).padStart(length, '0')
})
const afterword =
	'[ The same token had just been accepted for {provenUser}, and what failed is the question about {failedQuestion}.][ It was tried {attempts} times.][ The server asks to wait {wait}, which is longer than <timeout-seconds> leaves.][ {secretState}][ {newTokenState}][ {placesState}]'
const otherProductStep =
	'[It is {otherProduct} that answered: to check a token of it, give its address as {otherInput}; else correct <url>.]'
const rotateStep = '[Or let {rotateAction} put a new one there, this time and from now on (docs/rotate.md).]'
const contradictionTitle = '{product} accepts the token, but a question about {failedQuestion} fails'
const contradictionRemedy = [
	'Run the job again: if the identity is refused then, the token was revoked in between.',
	'If it fails here again, ask the operators of {host} to let requests for {askedPath} through like those for the identity.',
]
const INPUT = /<([a-z]+(?:-[a-z]+)*)>/g
const nameInputs = (function nameInputs(text, nameOf) {
	return text.replace(INPUT, (_, input) => nameOf(input))
})
const fill_fill = (function fill_fill(template, facts, nameOf = (input) => input) {
	const known = new Map(Object.entries(facts))
	const insert = ((part) => nameInputs(part, nameOf).replace(/\{(\w+)\}/g, ((_, name) => known.get(name) || '(unknown)')))
	const isKnown = ((part) => Array.from(part.matchAll(/\{(\w+)\}/g)).every((([, name = '']) => Boolean(known.get(name)))))
	return template.replace(/\[([^\]]*)\]|[^[]+/g, ((part, optional) => {
		if (optional === undefined) return insert(part)
		return isKnown(optional) ? insert(optional) : ''
	}))
})
const rotationNotes = {
	'rotation-rerun': {
		title: 'A re-run changes nothing',
		message: 'This is a re-run, which has the secret as it was when its first attempt was queued.',
		remedy: ['Start a new run in place of this one.'],
	},
	'rotation-ends-soon': {
		title: 'The token ends before its successor comes out of the store',
		message:
			'The token of this run ends within a day, and the store has not handed out its successor \u201c{newToken}\u201d yet.',
		remedy: ['Start a new run: if it gets the same token again, look where the secret of this workflow comes from.'],
	},
	'rotation-never-expires': {
		title: 'The new token never expires',
		message: 'A token that never expires is not replaced again by itself, and works for whoever gets hold of it.',
		remedy: ['Give <days> a number: a token that lives 90 days limits the harm if it leaks.'],
	},
	'rotation-short-life': {
		title: 'The tokens live very short',
		message:
			'A third of the life of this token is less than two days, which is all the time that there is to replace it.',
		remedy: ['Run the rotation once a day at least, or set <days> to more.'],
	},
	'rotation-doubt': {
		title: 'Which {product} token is stored is in doubt',
		message: 'It may be any of these: {tokenNames}, so that none is revoked.',
		remedy: [
			'Set <token-name> to the one that a person has stored by hand; where none has, to the name of the first one.',
			'Or wait: the next rotation, which comes in time for each of them, ends the doubt.',
			'An account of its own for each rotated token keeps it from happening again.',
		],
	},
	'rotation-elder': {
		title: 'An old {product} token still lives',
		message: 'These were to be gone two weeks ago, but it could not be seen that nobody needs them: {tokenNames}.',
		remedy: ['Where nothing uses them any more, delete them in {product}: {tokenPage}.'],
	},
	'rotation-by-hand': {
		title: 'The first token has to be deleted by hand',
		message: 'The first token, \u201c{tokenName}\u201d, was made by a person, so it is not revoked without <token-name>.',
		remedy: ['Delete it in {product} some days from now, when all jobs have the new one: {tokenPage}.'],
	},
}
const STORE = 'Store it in the secret[, and put its name in place of \u201c{givenTokenName}\u201d in <token-name>].'
const notes = {
	'permissions-held': {
		title: 'The user holds all permissions that were asked for',
		message: '{user} holds {held}[; {scopeCaveat}].',
		remedy: [],
	},
	'expiry-ok': {
		title: 'The {product} token is good for now',
		message: 'The token[ \u201c{tokenName}\u201d] {expiry}.',
		remedy: [],
	},
	'expiry-near': {
		title: 'The {product} token expires soon',
		message: 'The token[ \u201c{tokenName}\u201d] of {user} {expiry}.',
		remedy: ['Create a new token in {product}[: {tokenPage}].', STORE, 'Then revoke the old one.', rotateStep],
	},
	'expiry-past': {
		title: '<token-name> names a token that has expired',
		message: 'The token[ \u201c{tokenName}\u201d] of {user} {expiry}, so it is not the one that was sent: that one still works.',
		remedy: ['Set <token-name> to the name of the token that is in the secret[; they are listed at {tokenPage}].'],
	},
	'expiry-never': {
		title: 'The {product} token never expires',
		message: 'The token[ \u201c{tokenName}\u201d] never expires.',
		remedy: [],
	},
	'expiry-ambiguous': {
		title: 'Which {product} token was sent is not known',
		message: '{user} {doubt}. The first to expire[, \u201c{tokenName}\u201d,] {expiry}.',
		remedy: [],
	},
	'expiry-ambiguous-near': {
		title: 'A {product} token of this account expires soon',
		message:
			'A token of {user}[, \u201c{tokenName}\u201d,] {expiry}, and {product} does not say whether it is the one that was sent.',
		remedy: [
			'Set <token-name> to the name of the token that is in the secret: then its own date counts.',
			'If it is the one that expires: create a new token[ ({tokenPage})].',
			STORE,
			'Then revoke the old one.',
			rotateStep,
		],
	},
	'expiry-unknown': {
		title: 'The expiry of the {product} token is not known',
		message: 'It is not known when this token expires: {problem}.',
		remedy: [
			'[Ask {operator} to let requests for {path} through like those for the identity.]',
			'[Compare <token-name> (\u201c{givenTokenName}\u201d) with the names of that user\u2019s tokens in {product}, or leave it out.]',
		],
	},
	...rotationNotes,
}
const adviceTemplates = {
	'never-expires': 'The token[ \u201c{tokenName}\u201d] never expires. A token that lives 90 days limits the harm if it leaks.',
	'long-lived':
		'The token[ \u201c{tokenName}\u201d] lives for more than a year. A token that lives 90 days limits the harm if it leaks.',
	'expired-tokens': 'The account still lists expired tokens: {tokenName}. They can be removed.',
	'unused-tokens':
		'Tokens of the account that nobody has used for 90 days: {tokenName}. Revoke them if nothing needs them.',
	administrator:
		'{user} administers this {product}. A token for a pipeline is safer with a user who has just the permissions that it needs.',
}
function nameOfPermission({ place, permission }) {
	return place === undefined ? permission : `${place}:${permission}`
}
const sumUpPermissions = (function sumUpPermissions(access, wanted) {
	const isGlobal = (permission) =>
		access.some(({ place, permissions }) =>
			place === undefined ? permissions?.holdings.has(permission) : permissions?.global.has(permission),
		)
	const globals = wanted.filter(isGlobal)
	const ofPlaces = wanted.filter((permission) => !isGlobal(permission))
	const asked = [
		...access.flatMap((one) => (one.place === undefined ? [] : permissionsIn(one, ofPlaces))),
		...globals.map((permission) => ({ place: undefined, permission, holding: globalHolding(permission, access) })),
	]
	const notHeld = asked.filter(({ holding }) => holding !== 'held')
	const unknown = [
		...new Set(notHeld.flatMap(({ holding, permission }) => (holding === 'unknown' ? [permission] : []))),
	]
	const known = new Set(access.flatMap(({ permissions }) => permissions?.known ?? []))
	const isInvisible = ({ permissions }) => permissions === undefined
	const invisibleOf = ((gate) =>
		access.filter((one) => one.gate === gate && isInvisible(one)).flatMap(({ place = [] }) => place))
	const deciding = access.find(
		(one) => isInvisible(one) || permissionsIn(one, wanted).some(({ holding }) => holding !== 'held'),
	)
	return {
		asked,
		missing: notHeld.map(nameOfPermission),
		invisible: {
			projects: invisibleOf('projects'),
			spaces: invisibleOf('spaces'),
			repositories: invisibleOf('repositories'),
		},
		areAllVisible: access.every(({ statusCode }) => statusCode === 200),
		unknown,
		meant: unknown.flatMap((permission) => nearest(permission, known) ?? []),
		statusCode: deciding?.statusCode ?? 200,
	}
})
function globalHolding(permission, access) {
	const holdings = access.flatMap(({ place, permissions }) => {
		const isOf = place === undefined || permissions?.global.has(permission)
		return (isOf && permissions?.holdings.get(permission)) || []
	})
	return holdings.every((holding) => holding === 'held') ? 'held' : holdings.includes('missing') ? 'missing' : 'unknown'
}
function permissionsIn({ place, permissions, lacks }, wanted) {
	return wanted.flatMap((permission) => {
		if (lacks?.includes(permission) === false) return []
		const holding = permissions === undefined ? 'not-visible' : permissions.holdings.get(permission)
		return holding === undefined ? [] : [{ place, permission, holding }]
	})
}
const external_node_util_namespaceObject = builtin('node:util')
const wellFormed = (function wellFormed(text) {
	return text.replace(/[\uD800-\uDFFF]/gu, '\uFFFD')
})
const sanitize_MAX_LENGTH = 300
const MAX_READ_LENGTH = 2_000
const CUT_MARK = '\u2026'
const DECEPTIVE = lazyPattern(
	String.raw`(?!\u200C|\u200D|\uFE0F)[\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB\uFFFE\uFFFF]`,
	'gu',
)
const CONTROL = /[^ -~\u00A0-\u2027\u202A-\uFFFF]+/g
const plainText = (function plainText(text, redact, maxLength = sanitize_MAX_LENGTH) {
	const head = text.slice(0, MAX_READ_LENGTH)
	const seen = isPrintableAscii(head) ? head : withoutUnseen(head)
	const line = seen.replace(/\s+/g, ' ').trim()
	return cut(withoutCommands(redact(line, head !== text)), maxLength, head !== text).trim()
})
function withoutUnseen(text) {
	return (0, external_node_util_namespaceObject.stripVTControlCharacters)(wellFormed(text))
		.replace(DECEPTIVE(), '')
		.replace(CONTROL, ' ')
}
const withoutCommands = (function withoutCommands(text) {
	return text.replace(/:(?=:)/g, ': ').replace(/#(?=#)/g, '# ')
})
const cut = (function cut(text, maxLength, isCut) {
	const characters = Array.from(isCut ? `${text}${CUT_MARK}` : text)
	return characters.length <= maxLength
		? characters.join('')
		: `${characters.slice(0, maxLength - CUT_MARK.length).join('')}${CUT_MARK}`
})
const MARKDOWN_SIGN = /[!#$&()*+\-/:<=>@[\\\]^_`{|}~]|(?<![A-Za-z])\.|\.(?=\S)|(?<=[Ww]{3})\./g
const markdownText = (function markdownText(text) {
	return text.replace(/:(?=[\w+-]+:)/g, ':\u200B').replace(MARKDOWN_SIGN, ((sign) => {
		const entity = `&#${sign.codePointAt(0)};`
		return sign === '@' || sign === '#' ? `${entity}&#8203;` : entity
	}))
})
const NO_NAME = lazyPattern(String.raw`[^\p{L}\p{M}\p{N} ._()-]+`, 'gu')
const mermaidText = (function mermaidText(text) {
	const other = isPrintableAscii(text) ? /[^\w .()-]+/g : NO_NAME()
	const name = text.replace(other, ' ').replace(/\s+/g, ' ').trim()
	return name === '' ? 'unnamed' : name
})
function escapePattern(text) {
	return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
const OWN_NAMES = new Set(['input', 'gateInput', 'proxyVariable', 'otherProduct', 'otherInput', 'notAnswered'])
const OWN_WORDS = new Set([
	'problem',
	'accepts',
	'wanted',
	'detail',
	'request',
	'secretState',
	'newTokenState',
	'placesState',
])
const OWN_ADDRESSES = new Set([
	'baseUrl',
	'host',
	'proxy',
	'tokenPage',
	'correction',
	'comparedUrl',
	'frontUrl',
	'httpsUrl',
	'blockedHost',
	'path',
])
const MAX_ITEMS = 100
const inWords = (function inWords(facts, { text, ownText, ownAddress, nameOf }) {
	const inWord = ((name, value) => {
		if (value === undefined) return undefined
		if (typeof value !== 'string') {
			const more = value.length > MAX_ITEMS ? [`and ${value.length - MAX_ITEMS} more`] : []
			return [...value.slice(0, MAX_ITEMS).map(text), ...more].join(', ')
		}
		if (OWN_NAMES.has(name)) return nameInputs(value, nameOf)
		if (OWN_WORDS.has(name)) return nameInputs(ownText(value), nameOf)
		return OWN_ADDRESSES.has(name) ? ownAddress(value) : text(value)
	})
	return Object.fromEntries(Object.entries(facts).map((([name, value]) => [name, inWord(name, value)])))
})
const sanitizeIdentity = (function sanitizeIdentity(identity, plain) {
	const { name, key, accountId, displayName, emailAddress, active, timeZone, locale } = identity
	return {
		name: plain(name),
		key: plain(key),
		accountId: plain(accountId),
		displayName: plain(displayName),
		emailAddress: plain(emailAddress),
		active,
		timeZone: plain(timeZone),
		locale: plain(locale),
	}
})
const sanitizePermissions = (function sanitizePermissions(asked, redact) {
	const shown = new Map()
	const show = (key) => {
		const text = shown.get(key) ?? redact(key)
		shown.set(key, text)
		return text
	}
	return asked.map(({ place, permission, holding }) => ({
		place: place === undefined ? undefined : show(place),
		permission: show(permission),
		holding,
	}))
})
const JOINERS = '[\u200C\u200D\uFE0F]*'
const MAX_EMAIL_LENGTH = 320
const withoutEmail = (function withoutEmail(line, email) {
	if (!email.includes('@') || email.length > MAX_EMAIL_LENGTH || !/@|%40/.test(line)) return line
	const characters = Array.from(email, (character) => (character === '@' ? '(?:@|%40)' : escapePattern(character)))
	return line.replace(new RegExp(characters.join(JOINERS), 'gi'), '(e-mail address)')
})
const SUFFIX = /-\d{6}-([0-9a-f]{8})-[0-9a-z]{4}$/
function familyPrefixOf(tokenName) {
	return /^(.+)-\*$/.exec(tokenName)?.[1]
}
function isStranger({ name }) {
	return !SUFFIX.test(name)
}
function isOfFamily({ name }, tokenName) {
	return SUFFIX.test(name) && name.replace(SUFFIX, '') === familyPrefixOf(tokenName)
}
function predecessorOf(name, prefix) {
	return name.replace(SUFFIX, '') === prefix ? SUFFIX.exec(name)?.[1] : undefined
}
function familyOf(tokens, prefix) {
	return tokens.filter(({ name }) => predecessorOf(name, prefix) !== undefined).toSorted(byAge)
}
function findOwnEntry(live, telling) {
	const { prefix, fingerprint, tokenName = '' } = telling
	const family = familyOf(live, prefix)
	const isNamed = ({ name }) => tokenName !== '' && name === tokenName
	if (family.length === 0) return named(live.filter(isNamed)) ?? only(live)
	const successor = family.findIndex(({ name }) => predecessorOf(name, prefix) === fingerprint)
	const { createdAt: namedAt = Number.MAX_SAFE_INTEGER } = family[successor] ?? {}
	const before = live.filter(({ createdAt }) => createdAt === undefined || createdAt < namedAt)
	const strangers = before.filter(isStranger)
	const own = successor < 0 ? family.at(-1) : family[successor - 1]
	if (own === undefined) return named(before.filter(isNamed)) ?? only(strangers)
	const younger = before.filter((token) => byAge(token, own) > 0)
	const byHand = named(younger.filter((token) => isNamed(token) && !family.includes(token)))
	if (byHand !== undefined) return byHand
	const isOlder = ({ createdAt = Number.MAX_SAFE_INTEGER }) => createdAt < (own.createdAt ?? 0)
	const doubts = tokenName === '' ? strangers.filter((token) => !isOlder(token)) : []
	return { candidates: [own, ...doubts], by: 'family' }
}
function named(candidates) {
	return candidates.length === 0 ? undefined : { candidates, by: 'token-name' }
}
function only(tokens) {
	return { candidates: tokens.length === 1 ? tokens : [], by: 'only' }
}
function byAge(a, b) {
	return (a.createdAt ?? Number.MAX_SAFE_INTEGER) - (b.createdAt ?? Number.MAX_SAFE_INTEGER)
}
const NOTHING_KNOWN = {
	tokenName: '',
	expiresAt: undefined,
	daysLeft: undefined,
	warns: false,
	fails: false,
	token: undefined,
}
const EXPIRY_NOT_CHECKED = { status: 'not-checked', ...NOTHING_KNOWN }
function unknownExpiry(problem, blocker) {
	return { ...NOTHING_KNOWN, status: 'unknown', problem, blocker }
}
const isLive = (function isLive({ expiresAt }, nowMs) {
	return typeof expiresAt === 'string' || expiresAt > nowMs
})
const isWithinDays = (function isWithinDays(expiresAt, days, nowMs) {
	return days !== undefined && expiresAt - nowMs <= days * DAY_MS
})
const wholeDaysLeft = (function wholeDaysLeft(expiresAt, nowMs) {
	return Math.floor((expiresAt - nowMs) / DAY_MS)
})
const judgeExpiry = (function judgeExpiry(tokens, thresholds, nowMs) {
	const candidates = candidatesOf(tokens, thresholds, nowMs)
	if (typeof candidates === 'string') return unknownExpiry(candidates)
	const [only, ...others] = candidates
	if (candidates.some((({ expiresAt }) => expiresAt === 'unreadable')))
		return unknownExpiry('a date in the list of tokens cannot be read')
	const dated = candidates.flatMap(((token) =>
		typeof token.expiresAt === 'number' ? [{ token, at: token.expiresAt }] : []),
	)
	const earliest = dated.toSorted((a, b) => a.at - b.at)[0]
	const isUnlisted = thresholds.tokenName === '' && candidates.every((({ isOwn }) => isOwn === false))
	const isCertain = others.length === 0 && !isUnlisted
	if (earliest === undefined) {
		const known = isCertain && only !== undefined ? { tokenName: only.name, token: only } : {}
		return { ...NOTHING_KNOWN, status: 'never', ...known }
	}
	const warnDaysOf = ((token) => thresholds.warnDaysOf?.(token) ?? thresholds.expiryWarnDays)
	const warns = dated.some((({ token, at }) => isWithinDays(at, warnDaysOf(token), nowMs)))
	const fails = isWithinDays(earliest.at, thresholds.expiryFailDays, nowMs)
	const status = earliest.at <= nowMs ? 'expired' : warns || fails ? 'expiring' : 'ok'
	return {
		status: isCertain ? status : 'ambiguous',
		tokenName: earliest.token.name,
		expiresAt: earliest.at,
		daysLeft: wholeDaysLeft(earliest.at, nowMs),
		warns,
		fails,
		token: isCertain ? earliest.token : undefined,
		...(isUnlisted && { isUnlisted }),
	}
})
const candidatesOf = (function candidatesOf(tokens, { tokenName, fingerprint }, nowMs) {
	const live = tokens.filter(((token) => isLive(token, nowMs)))
	if (live.some((({ isOwn }) => isOwn))) return live.filter(({ isOwn }) => isOwn)
	if (tokenName === '') return live.length === 0 ? 'the account lists no live token' : live
	const isNamed = ({ name }) => name === tokenName
	const named = live.some(isNamed) ? live.filter(isNamed) : tokens.filter(isNamed)
	if (named.length > 0) return named
	const prefix = familyPrefixOf(tokenName)
	if (prefix === undefined) return `the account has no token named \u201c${tokenName}\u201d (correct <token-name>)`
	const { candidates } = findOwnEntry(live, { prefix, fingerprint: fingerprint() })
	if (candidates.length > 0) return candidates
	return `no token of the account can be told to be the one of \u201c${tokenName}\u201d that was sent`
})
const shown_tokens_MAX_TOKENS = 20
const showTokens = (function showTokens(tokens, text, nowMs) {
	const live = tokens.filter(((token) => isLive(token, nowMs)))
	const shown = [...live].sort((a, b) => expiryOrder(a) - expiryOrder(b)).slice(0, shown_tokens_MAX_TOKENS)
	return {
		tokens: shown.map(((token) => ({ ...token, name: text(token.name) }))),
		moreTokens: live.length - shown.length,
	}
})
function expiryOrder({ expiresAt }) {
	return typeof expiresAt === 'number' ? expiresAt : Number.MAX_VALUE
}
const present = (function present(verdict, entry, redactor, run) {
	const { finding, identity, expiry, product } = verdict
	const ofProduct = product.words
	const nameOf = (input) => run.nameOf(input === 'url' ? ofProduct.urlInput : input, ofProduct.patVariable)
	const plain = ((text) => plainText(text, redactor.redactLong))
	const email = plain(identity?.emailAddress ?? '')
	const text = ((value) => plainText(value, ((line, isCut) => withoutEmail(redactor.redact(line, isCut), email))))
	const ownText = (value) => plainText(value, (line, isCut) => withoutEmail(redactor.redactLong(line, isCut), email))
	const wordsOf = ((facts) => {
		const known = { ...inWords(facts, { text, ownText, ownAddress: redactor.redactLong, nameOf }), ...ofProduct }
		return ((template) => fill_fill(template, known, nameOf))
	})
	const permissions = sanitizePermissions(verdict.asked, redactor.redactLong)
	const { category, result } = reasonTable[finding.reason]
	const inFacts = wordsOf(factsOf(finding))
	const isContradiction = finding.common.provenUser !== undefined && OF_THE_TOKEN.has(category)
	const told = isContradiction ? { title: contradictionTitle, remedy: contradictionRemedy } : entry
	const happened = inFacts(entry.message)
	const cause = inFacts((told.cause ?? '') + afterword).trim()
	const remedySteps = [otherProductStep, ...told.remedy].map(inFacts).filter(Boolean)
	const warnings = verdict.notes
		.filter((({ isWarning }) => isWarning))
		.map((note) => {
			const { title, message, remedy } = notes[note.code]
			const words = wordsOf(note.facts)
			return { title: words(title), message: words(message), remedySteps: remedy.map(words).filter(Boolean) }
		})
	return {
		words: ofProduct,
		title: inFacts(told.title),
		happened,
		remedySteps,
		warnings,
		lines: verdict.notes
			.filter((({ isWarning }) => !isWarning))
			.map(((note) => wordsOf(note.facts)(notes[note.code].message))),
		user: text(verdict.user),
		permissions,
		...showTokens(verdict.tokens, text, run.nowMs),
		expiryWarnDays: verdict.expiryWarnDays,
		expiryFailDays: verdict.expiryFailDays,
		tokenPage: showTokenPage(verdict.tokenPage, [
			...remedySteps,
			...warnings.flatMap((warning) => warning.remedySteps),
		]),
		nowMs: run.nowMs,
		report: {
			schemaVersion: 2,
			product: product.name,
			result,
			category: categoryFor(product.name, category),
			reason: finding.reason,
			stage: verdict.stage,
			message: [happened, cause].filter(Boolean).join(' '),
			remedy: remedySteps.join(' '),
			baseUrl: verdict.baseUrl === null ? null : redactor.redactLong(verdict.baseUrl),
			statusCode: finding.statusCode,
			identity: identity === null ? null : sanitizeIdentity(identity, plain),
			expiry: {
				status: expiry.status,
				tokenName: text(expiry.tokenName),
				expiresAt: expiry.expiresAt === undefined ? null : utc_dateTimeOf(expiry.expiresAt),
				daysLeft: expiry.daysLeft ?? null,
			},
			gates: verdict.gates,
			missingPermissions: permissions.filter(({ holding }) => holding !== 'held').map(nameOfPermission),
			advice: verdict.advice.map((advice) => wordsOf(advice.facts)(adviceTemplates[advice.code])),
			requests: run.requests,
			durationMs: run.durationMs,
		},
	}
})
const OF_THE_TOKEN = new Set(['unauthorized', 'forbidden', 'not-jira'])
const showTokenPage = (function showTokenPage(page, texts) {
	return page !== null && texts.some((text) => text.includes(page)) ? page : null
})
const UNUSED_DAYS = 90
const LONG_LIFE_DAYS = 366
const advise = (function advise(evidence, nowMs) {
	const { tokens, expiry, access, wanted, user, product } = evidence
	const { token } = expiry
	const advice = []
	if (expiry.status === 'never') advice.push({ code: 'never-expires', facts: { tokenName: expiry.tokenName } })
	else if (token !== undefined && livesLong(token))
		advice.push({ code: 'long-lived', facts: { tokenName: token.name } })
	const others = tokens.filter(((other) => other !== token))
	const expired = others.filter((other) => !isLive(other, nowMs))
	if (expired.length > 0) advice.push({ code: 'expired-tokens', facts: { tokenName: namesOf(expired) } })
	const unused = token === undefined ? [] : others.filter((other) => isLive(other, nowMs) && isUnused(other, nowMs))
	if (unused.length > 0) advice.push({ code: 'unused-tokens', facts: { tokenName: namesOf(unused) } })
	const wantsAdministrator = wanted.some((permission) => product.administratorPermissions.includes(permission))
	const isAdministrator = access.some(({ permissions }) => permissions?.isAdministrator)
	if (isAdministrator && !wantsAdministrator) advice.push({ code: 'administrator', facts: { user } })
	return advice
})
const livesLong = (function livesLong({ createdAt, expiresAt }) {
	return createdAt !== undefined && typeof expiresAt === 'number' && expiresAt - createdAt > LONG_LIFE_DAYS * DAY_MS
})
function isUnused({ lastAccessedAt, createdAt }, nowMs) {
	const lastSign = lastAccessedAt ?? createdAt
	return lastSign !== undefined && nowMs - lastSign > UNUSED_DAYS * DAY_MS
}
function namesOf(tokens) {
	return tokens.map(({ name }) => `\u201c${name}\u201d`).join(', ')
}
const describeExpiry = (function describeExpiry({ expiresAt, daysLeft }) {
	const day = dayOf(expiresAt)
	return `${daysLeft < 0 ? 'expired' : 'expires'} on ${day} (${describeDaysLeft(daysLeft)})`
})
const describeDaysLeft = (function describeDaysLeft(daysLeft) {
	if (daysLeft < -1) return daysLeft === -2 ? '1 day ago' : `${-daysLeft - 1} days ago`
	if (daysLeft === -1) return 'within the last day'
	if (daysLeft === 0) return 'in less than a day'
	return daysLeft === 1 ? '1 day left' : `${daysLeft} days left`
})
function withoutDaysLeft(text) {
	return text.replace(/ \((?:\d+ days? (?:left|ago)|within the last day|in less than a day)\)/g, '')
}
function judgeExpiryGate(expiry, givenTokenName, product) {
	const gateInput = '<expiry-fail-days>'
	switch (expiry.status) {
		case 'not-checked':
			return null
		case 'unknown':
			return finding('expiry-unknown', { problem: expiry.problem, gateInput, ...expiry.blocker }, 200)
		case 'ambiguous': {
			const first = describeExpiry(expiry)
			const problem =
				expiry.isUnlisted === undefined
					? `the account has several tokens, ${product} does not say which one was sent, and the first of them ${first}`
					: `the account lists no token with the number of the one that was sent, and the first that it lists ${first}`
			return expiry.fails
				? finding('expiry-unknown', { problem, gateInput, ambiguousName: expiry.tokenName }, 200)
				: true
		}
		case 'never':
			return true
		default: {
			const { tokenName } = expiry
			const facts = { tokenName, givenTokenName, expiry: describeExpiry(expiry) }
			return expiry.fails ? finding('token-expiring', facts, 200) : true
		}
	}
}
const judgeGates = (function judgeGates(inputs, { identity, permissions, isComplete, expiry }, product) {
	const { areAllVisible } = permissions
	const isVisible = (isComplete && areAllVisible) || null
	const rules = [
		{
			gate: 'user-active',
			isAskedFor: true,
			judge: (() => identity && (identity.active !== false || finding('user-inactive', {}, 200))),
			stage: 'authentication',
		},
		{
			gate: 'expected-user',
			isAskedFor: inputs.expectedUsers.length > 0,
			judge: () =>
				identity &&
				(isExpected(identity, inputs.expectedUsers) ||
					finding('wrong-user', { expected: describeExpected(inputs.expectedUsers) }, 200)),
			stage: 'authentication',
		},
		...placeRules(inputs, permissions, isVisible),
		{
			gate: 'permissions',
			isAskedFor: inputs.permissions.length > 0,
			judge: () => judgePermissions(permissions) ?? (isComplete || null),
			stage: 'permissions',
		},
		{
			gate: 'expiry-fail-days',
			isAskedFor: inputs.expiryFailDays !== undefined,
			judge: () => judgeExpiryGate(expiry, inputs.tokenName, product),
			stage: 'expiry',
		},
	]
	const judged = rules
		.filter((({ isAskedFor }) => isAskedFor))
		.map((({ gate, stage, judge }) => ({ gate, stage, judgment: judge() })))
	return {
		gates: judged.map((({ gate, judgment }) => ({ gate, holds: isFinding(judgment) ? false : judgment }))),
		failed: judged.flatMap((({ judgment, stage }) => (isFinding(judgment) ? [{ failure: judgment, stage }] : [])))[0],
	}
})
const placeRules = (function placeRules({ projects, spaces, repositories }, permissions, isVisible) {
	const { invisible, missing, statusCode } = permissions
	const found = {
		projects: () =>
			finding('project-not-visible', { projects: invisible.projects, ...lacking(permissions) }, statusCode),
		spaces: () => finding('space-not-visible', { spaces: invisible.spaces }, statusCode),
		repositories: () =>
			finding('repository-not-visible', { repositories: invisible.repositories, missing }, statusCode),
	}
	const rule = ((gate, places) => ({
		gate,
		isAskedFor: places.length > 0,
		judge: () => (invisible[gate].length > 0 ? found[gate]() : isVisible),
		stage: 'permissions',
	}))
	return [rule('projects', projects), rule('spaces', spaces), rule('repositories', repositories)]
})
function judgePermissions(permissions) {
	const { missing, unknown, meant, asked, statusCode } = permissions
	if (missing.length === 0) return undefined
	if (asked.some(({ holding }) => holding === 'missing' || holding === 'not-visible')) {
		return finding('permission-missing', lacking(permissions), statusCode)
	}
	return finding('permission-unknown', { unknownPermissions: unknown, meant }, statusCode)
}
function lacking({ missing, unknown }) {
	return { missing, unknownPermissions: unknown }
}
const notePermissions = (function notePermissions(asked, user) {
	if (asked.length === 0 || asked.some(({ holding }) => holding !== 'held')) return []
	const byPermission = Map.groupBy(asked, ({ permission }) => permission)
	const held = Array.from(byPermission, ([permission, places]) => {
		const keys = places.flatMap(({ place }) => place ?? [])
		return keys.length === 0 ? permission : `${permission} in ${keys.join(', ')}`
	})
	return [{ code: 'permissions-held', isWarning: false, facts: { user, held } }]
})
const noteExpiry = (function noteExpiry(expiry, inputs, context) {
	const { user, words, tokenPage, isRefusal } = context
	if (isRefusal) return []
	const { tokenName } = expiry
	const renewal = { givenTokenName: inputs.tokenName, tokenPage }
	switch (expiry.status) {
		case 'not-checked':
			return []
		case 'unknown': {
			const wasAskedFor = inputs.tokenName !== '' || inputs.expiryFailDays !== undefined
			const { problem, blocker } = expiry
			const givenTokenName = blocker === undefined ? inputs.tokenName || undefined : undefined
			return [{ code: 'expiry-unknown', isWarning: wasAskedFor, facts: { problem, ...blocker, givenTokenName } }]
		}
		case 'never':
			return [{ code: 'expiry-never', isWarning: false, facts: { tokenName } }]
		case 'ambiguous': {
			const facts = { user, tokenName, expiry: describeExpiry(expiry) }
			return expiry.warns || expiry.fails
				? [{ code: 'expiry-ambiguous-near', isWarning: true, facts: { ...facts, ...renewal } }]
				: [{ code: 'expiry-ambiguous', isWarning: false, facts: { ...facts, doubt: describeDoubt(expiry, words) } }]
		}
		case 'ok':
			return [{ code: 'expiry-ok', isWarning: false, facts: { tokenName, expiry: describeExpiry(expiry) } }]
		case 'expiring': {
			const facts = { user, tokenName, expiry: describeExpiry(expiry), ...renewal }
			return [{ code: 'expiry-near', isWarning: true, facts }]
		}
		case 'expired': {
			const facts = { user, tokenName, expiry: describeExpiry(expiry), tokenPage }
			return [{ code: 'expiry-past', isWarning: true, facts }]
		}
	}
})
function describeDoubt({ isUnlisted }, { product }) {
	return isUnlisted
		? 'has no token in the list with the number of the one that was sent'
		: `has several tokens, and ${product} does not say which one was sent`
}
const judge_NO_EVIDENCE = {
	identity: null,
	failure: null,
	access: [],
	tokens: [],
	expiry: EXPIRY_NOT_CHECKED,
}
function verdictWithoutEvidence(found, { name, words }, baseUrl, stage = 'inputs') {
	return {
		product: { name, words },
		finding: found,
		stage,
		baseUrl,
		tokenPage: null,
		identity: null,
		user: '',
		expiry: EXPIRY_NOT_CHECKED,
		tokens: [],
		expiryWarnDays: 0,
		expiryFailDays: undefined,
		gates: [],
		asked: [],
		notes: [],
		advice: [],
	}
}
const judge_judge = (function judge_judge(inputs, evidence, product, nowMs) {
	const { identity, failure, access, tokens, expiry } = evidence
	const { name, words } = product
	const user = identity === null ? '' : describeUser(identity)
	const permissions = sumUpPermissions(access, inputs.permissions)
	const isComplete = failure === null || failure.stage === 'expiry'
	const judged = failure?.stage === 'expiry' ? EXPIRY_NOT_CHECKED : expiry
	const gateEvidence = { identity, permissions, isComplete, expiry: judged }
	const { gates, failed } = judgeGates(inputs, gateEvidence, words.product)
	const { found, stage } = conclude(evidence, gates, failed)
	const tokenPage = product.tokenPageOf(inputs.baseUrl)
	const common = {
		baseUrl: inputs.baseUrl,
		host: new URL(inputs.baseUrl).host,
		user,
		tokenPage,
		tokenSource: inputs.sources.token,
		...(identity === null ? { unprovenToken: 'the token' } : {}),
		...(identity !== null && found === failure?.finding && stage !== 'rotation'
			? { provenUser: user, failedQuestion: QUESTIONS[stage] }
			: {}),
	}
	return {
		product: { name, words },
		finding: addCommonFacts(found, common),
		stage,
		baseUrl: inputs.baseUrl,
		tokenPage,
		identity,
		user,
		expiry,
		tokens,
		expiryWarnDays: inputs.expiryWarnDays,
		expiryFailDays: inputs.expiryFailDays,
		gates,
		asked: permissions.asked,
		notes:
			identity === null
				? []
				: [
						...(isComplete ? notePermissions(permissions.asked, user) : []),
						...noteExpiry(expiry, inputs, { user, words, tokenPage, isRefusal: stage === 'expiry' }),
					],
		advice:
			identity === null ? [] : advise({ tokens, expiry, access, wanted: inputs.permissions, user, product }, nowMs),
	}
})
const QUESTIONS = {
	inputs: 'the inputs',
	authentication: 'the identity',
	permissions: 'permissions',
	expiry: 'the expiry',
	rotation: 'the rotation',
}
const conclude = (function conclude({ identity, failure }, gates, failed) {
	if (identity !== null && failed !== undefined) return { found: failed.failure, stage: failed.stage }
	if (failure !== null) return { found: failure.finding, stage: failure.stage }
	if (identity === null) throw new Error('neither an identity nor a failure')
	const open = gates.find((({ holds }) => holds !== true))
	if (open !== undefined) throw new Error(`the gate ${open.gate} was not judged`)
	return { found: finding('authenticated', {}, 200), stage: 'authentication' }
})
let loaded
let loading
const failures = {
	get loaded() {
		return loaded
	},
	get loading() {
		return loaded === undefined ? loading : undefined
	},
	load() {
		loading ??= takePart('failures.js', import('./failures.js')).then((part) => {
			loaded = part
			return part
		})
		return loading
	},
}
const loadWords = (async function loadWords(reason) {
	return reason === 'authenticated' ? alwaysLoaded.authenticated : (await failures.load()).catalogue[reason]
})
function encodeBasicCredentials(username, password) {
	return Buffer.from(`${username}:${password}`).toString('base64')
}
const authorizationOf = (function authorizationOf(credentials) {
	const { token } = credentials
	return credentials.scheme === 'Bearer'
		? `Bearer ${token}`
		: `Basic ${encodeBasicCredentials(credentials.username, token)}`
})
const readTokenTraits = (function readTokenTraits(token, nowMs) {
	const claims = readClaims(token)
	const expiresMs = claims === undefined ? undefined : expiryOf(claims)
	return {
		isJwt: claims !== undefined,
		jwtExpiredOn: expiresMs !== undefined && expiresMs <= nowMs ? dayOf(expiresMs) : undefined,
		cloudToken: /^ATATT/.test(token) ? 'ATATT\u2026' : undefined,
	}
})
const readClaims = (function readClaims(token) {
	const parts = token.includes('.') ? (/^([\w-]+)\.([\w-]+)\.[\w-]*$/.exec(token)?.slice(1) ?? []) : []
	const [head, claims] = parts.map((part) => parseJson(Buffer.from(part, 'base64url').toString()))
	return isObject(head) && 'alg' in head && isObject(claims) ? claims : undefined
})
function expiryOf(claims) {
	const exp = 'exp' in claims ? claims.exp : undefined
	const ms = typeof exp === 'number' ? exp * 1000 : Number.NaN
	return Math.abs(ms) <= 8.64e15 ? ms : undefined
}
const YEAR_MS = 365 * DAY_MS
function askedToWaitMs({ retryAfter }, nowMs) {
	if (retryAfter === undefined) return undefined
	return 'waitMs' in retryAfter ? retryAfter.waitMs : Math.max(0, retryAfter.atMs - nowMs)
}
function describeRetryAt(answer, nowMs) {
	const reset = answer.headers.get('x-ratelimit-reset') ?? ''
	const resetMs = reset.includes('-') ? Date.parse(reset) - nowMs : Number.NaN
	const waitMs = askedToWaitMs(answer, nowMs) ?? (resetMs > 0 ? resetMs : undefined)
	if (!waitMs) return undefined
	const wait = `in ${describeWait(waitMs)}`
	return waitMs > YEAR_MS ? wait : `${wait} (${dateTimeOf(nowMs + waitMs).slice(0, 19)}Z)`
}
function describeWait(waitMs) {
	return waitMs > YEAR_MS ? 'more than a year' : `${Math.ceil(waitMs / 1000)} s`
}
const askedUrl = (function askedUrl({ baseUrl, path }) {
	return new URL(`${baseUrl}${path}`)
})
const askedPath = (function askedPath(request) {
	return askedUrl(request).pathname
})
const createCancellation = (function createCancellation(clock) {
	const waiting = new Set()
	let isCancelled = false
	return {
		cancel() {
			isCancelled = true
			for (const tell of waiting) tell()
		},
		get isCancelled() {
			return isCancelled
		},
		within(promise, graceMs) {
			const tooLong = Promise.withResolvers()
			const tell = () => {
				if (graceMs > 0) clock.after(graceMs, () => tooLong.resolve(undefined))
				else tooLong.resolve(undefined)
			}
			if (isCancelled) tell()
			else waiting.add(tell)
			return Promise.race([promise, tooLong.promise]).finally((() => waiting.delete(tell)))
		},
	}
})
const MIN_ATTEMPT_MS = 10_000
const createDeadline = (function createDeadline(clock, endMs, timeoutMs, retries) {
	const longestAttemptMs = Math.max(MIN_ATTEMPT_MS, timeoutMs / (retries + 1))
	const leftMs = (() => endMs - clock.monotonicMs())
	return { leftMs, attemptMs: (() => Math.min(longestAttemptMs, leftMs())) }
})
const readJsonAnswer = (function readJsonAnswer(answer, request) {
	const { statusCode, bodyState, body } = answer
	const { product } = request
	if (statusCode !== 200 || bodyState !== 'complete' || !product.hasTrace(answer)) return undefined
	if (product.asksForCaptcha(answer) || body.includes('AUTHENTICATED_FAILED')) return undefined
	const json = parseJson(body)
	return json === undefined || contradictionOf(answer) !== undefined ? undefined : jsonAnswer(json, answer, request)
})
const jsonAnswer = (function jsonAnswer(json, { statusCode, headers }, request) {
	const { product } = request.product.words
	const operator = `the operators of ${new URL(request.baseUrl).host}`
	return { kind: 'json', json, statusCode, headers, path: askedPath(request), operator, product }
})
const createDiagnosis = (function createDiagnosis({ baseUrl, proxy, tls }, sent, product) {
	const { protocol } = new URL(baseUrl)
	const isCertificateGiven = tls.client !== undefined && protocol === 'https:'
	let hasAnswered = false
	const ofNoAnswer = (noAnswer, { diagnoseNoAnswer }) => {
		const clientCertificate = !isCertificateGiven ? 'none' : hasAnswered ? 'accepted' : 'untried'
		return diagnoseNoAnswer(noAnswer, { product: product.words.product, proxy, clientCertificate })
	}
	return {
		jsonOf(outcome, path) {
			if (outcome.kind === 'no-answer') return undefined
			hasAnswered = true
			return readJsonAnswer(outcome, { baseUrl, path, ...sent, product })
		},
		of: (outcome, path, nowMs, failures) =>
			outcome.kind === 'no-answer'
				? ofNoAnswer(outcome, failures)
				: failures.diagnoseAnswer(outcome, { baseUrl, path, ...sent, product }, nowMs),
		ofNoTime: (timeoutMs, failures) =>
			ofNoAnswer({ kind: 'no-answer', code: 'TIMEOUT', message: '', phase: 'answer', durationMs: timeoutMs }, failures),
	}
})
const MAX_MS = 3_000
async function askFollowUp(found, followUp, http, leftMs) {
	if (followUp === undefined || leftMs <= 0) return found
	const outcome = await http.get(followUp.path, undefined, Math.min(MAX_MS, leftMs))
	return outcome.kind === 'answer' ? followUp.refine(outcome) : found
}
const MAX_CONCURRENT_REQUESTS = 8
const SPACING_MS = 1_000
const SPACING_GROWTH = 1.5
const MAX_SPACING_MS = 10_000
const createPace = (function createPace() {
	const waiting = []
	let limit = MAX_CONCURRENT_REQUESTS
	let underWay = 0
	let resumesAtMs = Number.NEGATIVE_INFINITY
	let startedAtMs = Number.NEGATIVE_INFINITY
	let slowedAtMs = Number.NEGATIVE_INFINITY
	let spacingMs = 0
	const admit = (() => {
		while (underWay < limit && waiting.length > 0) {
			underWay += 1
			waiting.shift()?.()
		}
	})
	return {
		enter(isRetry) {
			return new Promise(((resolve) => {
				if (isRetry) waiting.unshift(resolve)
				else waiting.push(resolve)
				admit()
			}))
		},
		leave() {
			underWay -= 1
			admit()
		},
		waitMs(nowMs, leftMs) {
			const distanceMs = Math.min(spacingMs, leftMs / (waiting.length + 2))
			return Math.max(0, resumesAtMs - nowMs, startedAtMs + distanceMs - nowMs)
		},
		start(nowMs) {
			startedAtMs = nowMs
		},
		learn({ headers }) {
			const remaining = headers.get('x-ratelimit-remaining') ?? ''
			if (/^\d+$/.test(remaining)) limit = Math.min(limit, Math.max(1, Number(remaining)))
		},
		slowDown(nowMs, waitMs, askedToWaitMs = 0) {
			const asked = askedToWaitMs > MAX_SPACING_MS ? 0 : askedToWaitMs
			const wasAtThisDistance = nowMs - slowedAtMs >= spacingMs
			const grown = wasAtThisDistance ? Math.min(spacingMs * SPACING_GROWTH, MAX_SPACING_MS) : spacingMs
			spacingMs = Math.max(SPACING_MS, asked, grown)
			limit = 1
			slowedAtMs = nowMs
			resumesAtMs = Math.max(resumesAtMs, nowMs + waitMs)
		},
	}
})
const FIRST_MS = 500
const backoff_MAX_MS = 8_000
function backoffMs(attempt, random) {
	const longestMs = Math.min(FIRST_MS * 2 ** (attempt - 1), backoff_MAX_MS)
	return longestMs / 2 + (random() * longestMs) / 2
}
const TRANSIENT_REASONS = new Set([
	'connection-refused',
	'connection-reset',
	'response-cut',
	'timeout',
	'dns-unavailable',
	'proxy-unreachable',
])
const REASONS_BY_STATUS = new Set(['rate-limited', 'gateway-error', 'server-error', 'unexpected-status'])
const TRANSIENT_STATUSES = new Set([408, 425, 429, 502, 503, 504, 520, 521, 522, 523, 524, 525, 526, 527])
const TRANSIENT_PROXY_STATUSES = new Set([500, 502, 503, 504])
function isTransient({ reason, statusCode }, outcome) {
	if (reason === 'proxy-refused') return TRANSIENT_PROXY_STATUSES.has(statusCode ?? 0)
	if (REASONS_BY_STATUS.has(reason)) return TRANSIENT_STATUSES.has(statusCode ?? 0)
	return TRANSIENT_REASONS.has(reason) || (outcome.kind === 'no-answer' && RESET_CODES.has(outcome.code))
}
function retriesAfter({ reason }, { ofAny, ofLimit }) {
	return reason === 'rate-limited' ? Math.max(ofAny, ofLimit) : ofAny
}
const LEAST_WAIT_AFTER_LIMIT_MS = 1_000
function decideRetry(failed, random) {
	const { found, outcome, attempt, retries, leftMs, nowMs } = failed
	if (!isTransient(found, outcome)) return { isTransient: false }
	const askedMs = outcome.kind === 'answer' ? askedToWaitMs(outcome, nowMs) : undefined
	const isLimit = found.reason === 'rate-limited'
	const leastMs = askedMs ?? (isLimit ? LEAST_WAIT_AFTER_LIMIT_MS : 0)
	const waitMs = Math.max(backoffMs(attempt, random), leastMs)
	if (attempt > retriesAfter(found, retries)) return { isTransient: true, askedToWaitMs: askedMs }
	return { isTransient: true, askedToWaitMs: askedMs, ...(waitMs < leftMs ? { waitMs } : { tooLongMs: askedMs }) }
}
const GRACE_MS = 1_000
const takeTurn = (async function takeTurn(path, authorization, isRetry, { http, clock, pace, deadline, cancellation }) {
	await pace.enter(isRetry)
	try {
		while (true) {
			const waitMs = pace.waitMs(clock.monotonicMs(), deadline.leftMs())
			if (waitMs >= deadline.leftMs()) return undefined
			await pause(waitMs, clock, cancellation)
			const { loading } = failures
			if (loading === undefined) break
			await loading
		}
		const attemptMs = deadline.attemptMs()
		if (attemptMs <= 0 || cancellation.isCancelled) return undefined
		pace.start(clock.monotonicMs())
		const outcome = await cancellation.within(http.get(path, authorization, attemptMs), GRACE_MS)
		if (outcome?.kind === 'answer') pace.learn(outcome)
		return outcome
	} finally {
		pace.leave()
	}
})
const pause = (async function pause(delayMs, clock, cancellation) {
	if (delayMs > 0) await cancellation.within(sleep(clock, delayMs), 0)
})
const createAsk = (function createAsk(inputs, options) {
	const { product, http, clock, pace = createPace(), random, onFailedAttempt } = options
	const authorization = authorizationOf(inputs.credentials)
	const deadline = createDeadline(clock, options.deadlineMs, inputs.timeoutMs, inputs.retries)
	const cancellation = createCancellation(clock)
	const sent = {
		scheme: inputs.credentials.scheme,
		traits: readTokenTraits(inputs.credentials.token, clock.now()),
	}
	const diagnosis = createDiagnosis(inputs, sent, product)
	const turns = { http, clock, pace, deadline, cancellation }
	let failure
	let limit
	let answerCount = 0
	return async ({ path, what, stage, read }, retries) => {
		let last
		let attempt = 1
		while (true) {
			const answersBefore = answerCount
			const outcome = await takeTurn(path, authorization, last !== undefined, turns)
			if (outcome === undefined) {
				const told = last ?? limit ?? diagnosis.ofNoTime(inputs.timeoutMs, failures.loaded ?? (await failures.load()))
				return fail(told, stage)
			}
			if (outcome.kind === 'answer' && outcome.statusCode !== 429) answerCount += 1
			const nowMs = clock.now()
			const json = diagnosis.jsonOf(outcome, path)
			const value = json && read(json, outcome)
			if (value !== undefined && !isFinding(value)) return value
			const known = failures.loaded ?? (await failures.load())
			const found = value ?? read(diagnosis.of(outcome, path, nowMs, known), outcome)
			if (!isFinding(found)) return found
			const failed = { found, outcome, attempt, retries, leftMs: deadline.leftMs(), nowMs }
			const { isTransient, waitMs, tooLongMs, askedToWaitMs } = decideRetry(failed, random)
			const isLimited = found.reason === 'rate-limited'
			if (isTransient) {
				const title = known.titleOf(found, product.words)
				onFailedAttempt(found, { title, what, attempt, attempts: retriesAfter(found, retries) + 1, waitMs })
			}
			const other = stage === 'authentication' ? known.describeOther(found, outcome, product) : {}
			const asked = { askedPath: askedPath({ baseUrl: inputs.baseUrl, path }), ...other }
			last = withAttempts(addCommonFacts(found, asked), attempt, tooLongMs)
			if (isLimited) {
				limit = last
				pace.slowDown(clock.monotonicMs(), waitMs ?? 0, askedToWaitMs)
			}
			if (waitMs === undefined || cancellation.isCancelled) return fail(last, stage)
			if (!isLimited || answerCount === answersBefore) attempt += 1
			await pause(waitMs, clock, cancellation)
		}
	}
	function fail(found, stage) {
		const isWorthAsking = stage === 'authentication' || (stage === 'permissions' && found.statusCode !== 401)
		const followUp = isWorthAsking ? product.followUpTo(found, sent) : undefined
		failure ??= askFollowUp(found, followUp, http, deadline.leftMs())
		cancellation.cancel()
		return failure
	}
})
function withAttempts(found, attempt, tooLongMs) {
	const attempts = attempt > 1 && found.statusCode !== 401 && found.statusCode !== 403 ? String(attempt) : undefined
	const wait = tooLongMs ? describeWait(tooLongMs) : undefined
	return addCommonFacts(found, { attempts, wait })
}
function readDefaultCa(tls = external_node_tls_namespaceObject_0) {
	return tls.getCACertificates?.('default') ?? tls.rootCertificates
}
function readSystemCa(sslCertFile, readFile, tls = external_node_tls_namespaceObject_0) {
	return [...(tls.getCACertificates?.('system') ?? []), ...readCertificateFile(sslCertFile, readFile)]
}
function readCertificateFile(path, readFile) {
	if (!path) return []
	try {
		return [readFile(path)]
	} catch {
		return []
	}
}
const external_node_net_namespaceObject = builtin('node:net')
const createAddresses = (function createAddresses(host, lookUp = askSystem) {
	let served = (0, external_node_net_namespaceObject.isIP)(host) === 0 ? undefined : host
	return {
		toTry: async () => (served === undefined ? alternate(await lookUp(host)) : [served]),
		prefer(address) {
			served = address
		},
		forget() {
			if (served === undefined || served === host) return false
			served = undefined
			return true
		},
	}
})
async function askSystem(host) {
	const [{ ADDRCONFIG, lookup }, { platform }] = await Promise.all([
		Promise.resolve().then(__nccwpck_require__.t.bind(__nccwpck_require__, 610, 19)),
		Promise.resolve().then(__nccwpck_require__.t.bind(__nccwpck_require__, 161, 19)),
	])
	const hints = platform() === 'win32' ? 0 : ADDRCONFIG
	return new Promise((resolve, reject) => {
		lookup(host, { all: true, hints }, (error, addresses) => (error ? reject(error) : resolve(addresses)))
	})
}
function alternate(found) {
	const familyOfFirst = found[0]?.family
	const first = found.filter(({ family }) => family === familyOfFirst)
	const second = found.filter(({ family }) => family !== familyOfFirst)
	const longest = Math.max(first.length, second.length)
	const addresses = Array.from({ length: longest }, (_, index) => [first[index], second[index]])
	return [...new Set(addresses.flat().flatMap((entry) => entry?.address ?? []))]
}
const external_node_http_namespaceObject = builtin('node:http')
class ServerAgent extends external_node_http_namespaceObject.Agent {
	#connector
	constructor(protocol, connector, keepAlive) {
		super({ keepAlive })
		this.#connector = connector
		if (protocol === 'https:') Object.assign(this, { protocol, defaultPort: 443 })
	}
	addRequest(request, options) {
		const { attempt } = options
		if (attempt !== undefined) watch(request, attempt)
		super.addRequest(request, options)
	}
	createConnection({ host, port, attempt }, done) {
		if (attempt === undefined) throw new Error('a request without an attempt')
		attempt.connection = 'new'
		const opened = this.#connector.open({ host: host ?? '', port: Number(port) }, attempt)
		opened.then(
			((socket) => done(errorOf(socket), socket)),
			(error) => done(error instanceof Error ? error : new Error(String(error))),
		)
	}
	async dropEndedIdleSockets() {
		if (Object.keys(this.freeSockets).length === 0) return
		await new Promise(setImmediate)
		await new Promise(setImmediate)
	}
	closeIdleSockets() {
		for (const socket of Object.values(this.freeSockets).flat()) socket?.destroy()
	}
	keepSocketAlive(socket) {
		socket.once('data', destroy).once('end', destroy)
		return Boolean(super.keepSocketAlive(socket))
	}
	reuseSocket(socket, request) {
		socket.off('data', destroy).off('end', destroy)
		super.reuseSocket(socket, request)
	}
}
const errorOf = (function errorOf({ errored, destroyed }) {
	const hangUp = destroyed ? Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }) : null
	return errored ?? hangUp
})
const watch = (function watch(request, attempt) {
	attempt.lifetime.keep(request)
	request.maxHeadersCount = 0
	request.on('error', (error) => {
		const code = errorCodeOf(error)
		if (code.startsWith('HPE_')) attempt.breach = { code, message: error.message }
	})
	request.once('upgrade', (message, socket) => {
		socket.destroy()
		attempt.onUpgrade?.(message)
	})
})
function destroy() {
	this.destroy()
}
const MAX_BODY_BYTES = 1024 * 1024
const readBody = (function readBody(message, attempt, maxBytes, onEnd) {
	const bytes = Buffer.allocUnsafeSlow(maxBytes)
	let size = 0
	let isEnded = false
	const stop = ((state, error) => {
		if (!isEnded) onEnd({ bytes: bytes.subarray(0, size), state, ...(error && { error }) })
		isEnded = true
	})
	const stopShort = () => stop(attempt.breach === undefined ? 'cut' : 'malformed', attempt.breach)
	message.on('data', ((chunk) => {
		if (size + chunk.length <= maxBytes) {
			size += chunk.copy(bytes, size)
			return
		}
		stop('too-large')
		message.destroy()
	}))
	message.on('close', (() => (message.complete ? stop('complete') : stopShort())))
	return { stop }
})
const HEAD_START_MS = 250
const dial = (async function dial(addresses, connect, clock) {
	const [only, ...others] = addresses
	if (only !== undefined && others.length === 0) return opening(only, connect(only))
	const errors = []
	const late = []
	for (const address of addresses) {
		const socket = connect(address)
		const cancelTimer = clock.after(HEAD_START_MS, () => socket.destroy())
		try {
			return await opening(address, socket)
		} catch (error) {
			if (error === undefined) late.push(address)
			else errors.push(error)
		} finally {
			cancelTimer()
		}
	}
	return race(late, connect, errors)
})
async function race(addresses, connect, errors) {
	const all = addresses.map((address) => ({ address, socket: connect(address) }))
	try {
		const first = await Promise.any(all.map(({ address, socket }) => opening(address, socket)))
		for (const { socket } of all) if (socket !== first.socket) socket.destroy()
		return first
	} catch (error) {
		throw error instanceof AggregateError ? new AggregateError([...errors, ...error.errors]) : error
	}
}
const opening = (function opening(address, socket) {
	return new Promise(((resolve, reject) => {
		socket
			.once('connect', (() => resolve({ address, socket })))
			.once('error', reject)
			.once('close', () => reject())
	}))
})
const shakeHands = (function shakeHands(socket, host, secureContext, onCertificate = () => {}) {
	return new Promise(((resolve, reject) => {
		const servername = (0, external_node_net_namespaceObject.isIP)(host) === 0 ? host : ''
		const secure = (0, external_node_tls_namespaceObject.connect)({
			socket,
			host,
			secureContext,
			servername,
			ALPNProtocols: ['http/1.1'],
		})
		secure.prependOnceListener('secure', (() => onCertificate(secure.getPeerCertificate())))
		secure
			.once('secureConnect', (() => resolve(secure)))
			.once('error', reject)
			.once('close', () => reject())
	}))
})
const UNKNOWN_ISSUER = new Set([
	'DEPTH_ZERO_SELF_SIGNED_CERT',
	'SELF_SIGNED_CERT_IN_CHAIN',
	'UNABLE_TO_GET_ISSUER_CERT',
	'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
	'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
])
const createTrust = (function createTrust({ extraCa, client }, readSystemCa) {
	const identity = client === undefined ? {} : { cert: client.certificate, key: client.key }
	let systemCa
	let server
	let proxy
	const readAuthorities = (() => {
		const added = [...extraCa, ...(systemCa ?? [])]
		if (added.length === 0) return {}
		const ca = [...new Set([...readDefaultCa(), ...added])]
		return { ca, allowPartialTrustChain: true }
	})
	return {
		forServer() {
			server ??= (0, external_node_tls_namespaceObject.createSecureContext)({ ...readAuthorities(), ...identity })
			return server
		},
		forProxy() {
			proxy ??= (0, external_node_tls_namespaceObject.createSecureContext)(readAuthorities())
			return proxy
		},
		get isWide() {
			return systemCa !== undefined
		},
		widen(error) {
			if (!UNKNOWN_ISSUER.has(errorCodeOf(error))) return false
			if (systemCa === undefined) {
				systemCa = readSystemCa()
				server = undefined
				proxy = undefined
			}
			return systemCa.length > 0
		},
	}
})
function parseSchemes(challenges) {
	const parts = challenges.replace(/"(?:[^"\\]|\\.?)*(?:"|$)/g, '""').split(',')
	return parts.flatMap((part) => /^\s*([a-z][\w-]*)(?:\s+[^\s=]|\s*$)/i.exec(part)?.[1] ?? [])
}
function openTunnel(socket, to, { credentials }, attempt) {
	const authority = authorityOf(to.host, to.port)
	const login = credentials && `Basic ${encodeBasicCredentials(credentials.username, credentials.password)}`
	return new Promise((resolve, reject) => {
		const request = (0, external_node_http_namespaceObject.request)({
			method: 'CONNECT',
			createConnection: () => socket,
			path: authority,
			headers: { host: authority, ...(login && { 'proxy-authorization': login }) },
		})
		attempt.lifetime.keep(request)
		request.once('connect', (response, tunnel, head) => {
			const answer = readAnswer(response, to.port)
			const { statusCode } = answer
			if (statusCode >= 200 && statusCode <= 299) {
				tunnel.unshift(head)
				resolve(tunnel)
				return
			}
			attempt.proxyAnswer = answer
			tunnel.destroy()
			reject(new Error(`the proxy answered CONNECT with HTTP ${statusCode}`))
		})
		request.once('error', reject)
		request.end()
	})
}
function readAnswer({ statusCode = 0, statusMessage, headersDistinct }, port) {
	return {
		statusCode,
		reasonPhrase: statusMessage?.trim() ?? '',
		squidError: headersDistinct['x-squid-error']?.[0] ?? '',
		loginSchemes: [...new Set((headersDistinct['proxy-authenticate'] ?? []).flatMap(parseSchemes))],
		port,
	}
}
const createConnector = (function createConnector(options, clock) {
	const { isSecure, proxy, addresses } = options
	const trust = createTrust(options.tls, options.readSystemCa)
	return {
		async open(server, attempt) {
			const { isWide } = trust
			try {
				return await openOnce(server, attempt)
			} catch (error) {
				if (isWide || !trust.widen(error)) throw error
				return openOnce(server, attempt)
			}
		},
	}
	async function openOnce(server, attempt) {
		const { address, socket } = await dialFirst(proxy?.port ?? server.port, attempt)
		const way = proxy === undefined ? socket : await passProxy(proxy, socket, server, attempt)
		const connection = isSecure ? await secure(way, server, attempt) : way
		addresses.prefer(address)
		attempt.phase = 'answer'
		return connection
	}
	async function dialFirst(port, attempt) {
		const dialAll = async () => {
			attempt.phase = proxy === undefined ? 'lookup' : 'proxy'
			const all = await addresses.toTry()
			attempt.phase = proxy === undefined ? 'connect' : 'proxy'
			return dial(
				all,
				((host) => attempt.lifetime.keep((0, external_node_net_namespaceObject.connect)({ host, port }))),
				clock,
			)
		}
		try {
			return await dialAll()
		} catch (error) {
			if (!addresses.forget()) throw error
			return dialAll()
		}
	}
	async function passProxy(through, socket, to, attempt) {
		const { protocol, hostname } = through
		const connected = protocol === 'https:' ? await shakeHands(socket, hostname, trust.forProxy()) : socket
		return openTunnel(connected, to, through, attempt)
	}
	async function secure(socket, { host }, attempt) {
		attempt.phase = 'tls'
		const secured = await shakeHands(socket, host, trust.forServer(), ((certificate) => {
			attempt.certificate = certificate
		}))
		attempt.tlsVersion = secured.getProtocol() ?? ''
		return secured
	}
})
const external_http_namespaceObject = builtin('http')
var external_http_namespaceObject_0 = external_http_namespaceObject
const external_https_namespaceObject = builtin('https')
var external_https_namespaceObject_0 = external_https_namespaceObject
const getProxyUrl = (function getProxyUrl(reqUrl) {
	const usingSsl = reqUrl.protocol === 'https:'
	if (checkBypass(reqUrl)) {
		return undefined
	}
	const proxyVar = (() => {
		if (usingSsl) {
			return process.env['https_proxy'] || process.env['HTTPS_PROXY']
		} else {
			return process.env['http_proxy'] || process.env['HTTP_PROXY']
		}
	})()
	if (proxyVar) {
		try {
			return new DecodedURL(proxyVar)
		} catch (_a) {
			if (!proxyVar.startsWith('http://') && !proxyVar.startsWith('https://'))
				return new DecodedURL(`http://${proxyVar}`)
		}
	} else {
		return undefined
	}
})
const checkBypass = (function checkBypass(reqUrl) {
	if (!reqUrl.hostname) {
		return false
	}
	const reqHost = reqUrl.hostname
	if (isLoopbackAddress(reqHost)) {
		return true
	}
	const noProxy = process.env['no_proxy'] || process.env['NO_PROXY'] || ''
	if (!noProxy) {
		return false
	}
	let reqPort
	if (reqUrl.port) {
		reqPort = Number(reqUrl.port)
	} else if (reqUrl.protocol === 'http:') {
		reqPort = 80
	} else if (reqUrl.protocol === 'https:') {
		reqPort = 443
	}
	const upperReqHosts = [reqUrl.hostname.toUpperCase()]
	if (typeof reqPort === 'number') {
		upperReqHosts.push(`${upperReqHosts[0]}:${reqPort}`)
	}
	for (const upperNoProxyItem of noProxy
		.split(',')
		.map((x) => x.trim().toUpperCase())
		.filter((x) => x)) {
		if (
			upperNoProxyItem === '*' ||
			upperReqHosts.some(
				(x) =>
					x === upperNoProxyItem ||
					x.endsWith(`.${upperNoProxyItem}`) ||
					(upperNoProxyItem.startsWith('.') && x.endsWith(`${upperNoProxyItem}`)),
			)
		) {
			return true
		}
	}
	return false
})
const isLoopbackAddress = (function isLoopbackAddress(host) {
	const hostLower = host.toLowerCase()
	return (
		hostLower === 'localhost' ||
		hostLower.startsWith('127.') ||
		hostLower.startsWith('[::1]') ||
		hostLower.startsWith('[0:0:0:0:0:0:0:1]')
	)
})
class DecodedURL extends URL {
	constructor(url, base) {
		super(url, base)
		this._decodedUsername = decodeURIComponent(super.username)
		this._decodedPassword = decodeURIComponent(super.password)
	}
	get username() {
		return this._decodedUsername
	}
	get password() {
		return this._decodedPassword
	}
}
function makeAgent() {
	return { addRequest: refuseToTunnel }
}
function refuseToTunnel() {
	throw new Error(
		'tunnel is not part of jira-pat-check: the proxy of HttpClient cannot be used here (see vendor/tunnel)',
	)
}
class ProxyAgent {
	constructor() {
		throw new Error(
			'undici is not part of jira-pat-check: HttpClient.getAgentDispatcher() cannot be used here (see vendor/undici)',
		)
	}
}
var __awaiter =
	(undefined && undefined.__awaiter) ||
	(function (thisArg, _arguments, P, generator) {
		function adopt(value) {
			return value instanceof P
				? value
				: new P(function (resolve) {
						resolve(value)
					})
		}
		return new (P || (P = Promise))((function (resolve, reject) {
			function fulfilled(value) {
				try {
					step(generator.next(value))
				} catch (e) {
					reject(e)
				}
			}
			function rejected(value) {
				try {
					step(generator['throw'](value))
				} catch (e) {
					reject(e)
				}
			}
			function step(result) {
				result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected)
			}
			step((generator = generator.apply(thisArg, _arguments || [])).next())
		}))
	})
var HttpCodes
;((function (HttpCodes) {
	HttpCodes[(HttpCodes['OK'] = 200)] = 'OK'
	HttpCodes[(HttpCodes['MultipleChoices'] = 300)] = 'MultipleChoices'
	HttpCodes[(HttpCodes['MovedPermanently'] = 301)] = 'MovedPermanently'
	HttpCodes[(HttpCodes['ResourceMoved'] = 302)] = 'ResourceMoved'
	HttpCodes[(HttpCodes['SeeOther'] = 303)] = 'SeeOther'
	HttpCodes[(HttpCodes['NotModified'] = 304)] = 'NotModified'
	HttpCodes[(HttpCodes['UseProxy'] = 305)] = 'UseProxy'
	HttpCodes[(HttpCodes['SwitchProxy'] = 306)] = 'SwitchProxy'
	HttpCodes[(HttpCodes['TemporaryRedirect'] = 307)] = 'TemporaryRedirect'
	HttpCodes[(HttpCodes['PermanentRedirect'] = 308)] = 'PermanentRedirect'
	HttpCodes[(HttpCodes['BadRequest'] = 400)] = 'BadRequest'
	HttpCodes[(HttpCodes['Unauthorized'] = 401)] = 'Unauthorized'
	HttpCodes[(HttpCodes['PaymentRequired'] = 402)] = 'PaymentRequired'
	HttpCodes[(HttpCodes['Forbidden'] = 403)] = 'Forbidden'
	HttpCodes[(HttpCodes['NotFound'] = 404)] = 'NotFound'
	HttpCodes[(HttpCodes['MethodNotAllowed'] = 405)] = 'MethodNotAllowed'
	HttpCodes[(HttpCodes['NotAcceptable'] = 406)] = 'NotAcceptable'
	HttpCodes[(HttpCodes['ProxyAuthenticationRequired'] = 407)] = 'ProxyAuthenticationRequired'
	HttpCodes[(HttpCodes['RequestTimeout'] = 408)] = 'RequestTimeout'
	HttpCodes[(HttpCodes['Conflict'] = 409)] = 'Conflict'
	HttpCodes[(HttpCodes['Gone'] = 410)] = 'Gone'
	HttpCodes[(HttpCodes['TooManyRequests'] = 429)] = 'TooManyRequests'
	HttpCodes[(HttpCodes['InternalServerError'] = 500)] = 'InternalServerError'
	HttpCodes[(HttpCodes['NotImplemented'] = 501)] = 'NotImplemented'
	HttpCodes[(HttpCodes['BadGateway'] = 502)] = 'BadGateway'
	HttpCodes[(HttpCodes['ServiceUnavailable'] = 503)] = 'ServiceUnavailable'
	HttpCodes[(HttpCodes['GatewayTimeout'] = 504)] = 'GatewayTimeout'
}))(HttpCodes || (HttpCodes = {}))
var Headers
;((function (Headers) {
	Headers['Accept'] = 'accept'
	Headers['ContentType'] = 'content-type'
}))(Headers || (Headers = {}))
var MediaTypes
;((function (MediaTypes) {
	MediaTypes['ApplicationJson'] = 'application/json'
}))(MediaTypes || (MediaTypes = {}))
function lib_getProxyUrl(serverUrl) {
	const proxyUrl = pm.getProxyUrl(new URL(serverUrl))
	return proxyUrl ? proxyUrl.href : ''
}
const HttpRedirectCodes = [
	HttpCodes.MovedPermanently,
	HttpCodes.ResourceMoved,
	HttpCodes.SeeOther,
	HttpCodes.TemporaryRedirect,
	HttpCodes.PermanentRedirect,
]
const HttpResponseRetryCodes = [HttpCodes.BadGateway, HttpCodes.ServiceUnavailable, HttpCodes.GatewayTimeout]
const RetryableHttpVerbs = ['OPTIONS', 'GET', 'DELETE', 'HEAD']
const ExponentialBackoffCeiling = 10
const ExponentialBackoffTimeSlice = 5
class HttpClientError extends Error {
	constructor(message, statusCode) {
		super(message)
		this.name = 'HttpClientError'
		this.statusCode = statusCode
		Object.setPrototypeOf(this, HttpClientError.prototype)
	}
}
class HttpClientResponse {
	constructor(message) {
		this.message = message
	}
	readBody() {
		return __awaiter(this, void 0, void 0, function* () {
			return new Promise((resolve) =>
				__awaiter(this, void 0, void 0, function* () {
					let output = Buffer.alloc(0)
					this.message.on('data', (chunk) => {
						output = Buffer.concat([output, chunk])
					})
					this.message.on('end', () => {
						resolve(output.toString())
					})
				}),
			)
		})
	}
	readBodyBuffer() {
		return __awaiter(this, void 0, void 0, function* () {
			return new Promise((resolve) =>
				__awaiter(this, void 0, void 0, function* () {
					const chunks = []
					this.message.on('data', (chunk) => {
						chunks.push(chunk)
					})
					this.message.on('end', () => {
						resolve(Buffer.concat(chunks))
					})
				}),
			)
		})
	}
}
function isHttps(requestUrl) {
	const parsedUrl = new URL(requestUrl)
	return parsedUrl.protocol === 'https:'
}
class HttpClient {
	constructor(userAgent, handlers, requestOptions) {
		this._ignoreSslError = false
		this._allowRedirects = true
		this._allowRedirectDowngrade = false
		this._maxRedirects = 50
		this._allowRetries = false
		this._maxRetries = 1
		this._keepAlive = false
		this._disposed = false
		this.userAgent = this._getUserAgentWithOrchestrationId(userAgent)
		this.handlers = handlers || []
		this.requestOptions = requestOptions
		if (requestOptions) {
			if (requestOptions.ignoreSslError != null) {
				this._ignoreSslError = requestOptions.ignoreSslError
			}
			this._socketTimeout = requestOptions.socketTimeout
			if (requestOptions.allowRedirects != null) {
				this._allowRedirects = requestOptions.allowRedirects
			}
			if (requestOptions.allowRedirectDowngrade != null) {
				this._allowRedirectDowngrade = requestOptions.allowRedirectDowngrade
			}
			if (requestOptions.maxRedirects != null) {
				this._maxRedirects = Math.max(requestOptions.maxRedirects, 0)
			}
			if (requestOptions.keepAlive != null) {
				this._keepAlive = requestOptions.keepAlive
			}
			if (requestOptions.allowRetries != null) {
				this._allowRetries = requestOptions.allowRetries
			}
			if (requestOptions.maxRetries != null) {
				this._maxRetries = requestOptions.maxRetries
			}
		}
	}
	options(requestUrl, additionalHeaders) {
		return __awaiter(this, void 0, void 0, function* () {
			return this.request('OPTIONS', requestUrl, null, additionalHeaders || {})
		})
	}
	get(requestUrl, additionalHeaders) {
		return __awaiter(this, void 0, void 0, function* () {
			return this.request('GET', requestUrl, null, additionalHeaders || {})
		})
	}
	del(requestUrl, additionalHeaders) {
		return __awaiter(this, void 0, void 0, function* () {
			return this.request('DELETE', requestUrl, null, additionalHeaders || {})
		})
	}
	post(requestUrl, data, additionalHeaders) {
		return __awaiter(this, void 0, void 0, function* () {
			return this.request('POST', requestUrl, data, additionalHeaders || {})
		})
	}
	patch(requestUrl, data, additionalHeaders) {
		return __awaiter(this, void 0, void 0, function* () {
			return this.request('PATCH', requestUrl, data, additionalHeaders || {})
		})
	}
	put(requestUrl, data, additionalHeaders) {
		return __awaiter(this, void 0, void 0, function* () {
			return this.request('PUT', requestUrl, data, additionalHeaders || {})
		})
	}
	head(requestUrl, additionalHeaders) {
		return __awaiter(this, void 0, void 0, function* () {
			return this.request('HEAD', requestUrl, null, additionalHeaders || {})
		})
	}
	sendStream(verb, requestUrl, stream, additionalHeaders) {
		return __awaiter(this, void 0, void 0, function* () {
			return this.request(verb, requestUrl, stream, additionalHeaders)
		})
	}
	getJson(requestUrl_1) {
		return __awaiter(this, arguments, void 0, function* (requestUrl, additionalHeaders = {}) {
			additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(
				additionalHeaders,
				Headers.Accept,
				MediaTypes.ApplicationJson,
			)
			const res = yield this.get(requestUrl, additionalHeaders)
			return this._processResponse(res, this.requestOptions)
		})
	}
	postJson(requestUrl_1, obj_1) {
		return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
			const data = JSON.stringify(obj, null, 2)
			additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(
				additionalHeaders,
				Headers.Accept,
				MediaTypes.ApplicationJson,
			)
			additionalHeaders[Headers.ContentType] = this._getExistingOrDefaultContentTypeHeader(
				additionalHeaders,
				MediaTypes.ApplicationJson,
			)
			const res = yield this.post(requestUrl, data, additionalHeaders)
			return this._processResponse(res, this.requestOptions)
		})
	}
	putJson(requestUrl_1, obj_1) {
		return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
			const data = JSON.stringify(obj, null, 2)
			additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(
				additionalHeaders,
				Headers.Accept,
				MediaTypes.ApplicationJson,
			)
			additionalHeaders[Headers.ContentType] = this._getExistingOrDefaultContentTypeHeader(
				additionalHeaders,
				MediaTypes.ApplicationJson,
			)
			const res = yield this.put(requestUrl, data, additionalHeaders)
			return this._processResponse(res, this.requestOptions)
		})
	}
	patchJson(requestUrl_1, obj_1) {
		return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
			const data = JSON.stringify(obj, null, 2)
			additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(
				additionalHeaders,
				Headers.Accept,
				MediaTypes.ApplicationJson,
			)
			additionalHeaders[Headers.ContentType] = this._getExistingOrDefaultContentTypeHeader(
				additionalHeaders,
				MediaTypes.ApplicationJson,
			)
			const res = yield this.patch(requestUrl, data, additionalHeaders)
			return this._processResponse(res, this.requestOptions)
		})
	}
	request(verb, requestUrl, data, headers) {
		return __awaiter(this, void 0, void 0, (function* () {
			if (this._disposed) {
				throw new Error('Client has already been disposed.')
			}
			const parsedUrl = new URL(requestUrl)
			let info = this._prepareRequest(verb, parsedUrl, headers)
			const maxTries = this._allowRetries && RetryableHttpVerbs.includes(verb) ? this._maxRetries + 1 : 1
			let numTries = 0
			let response
			do {
				response = yield this.requestRaw(info, data)
				if (response && response.message && response.message.statusCode === HttpCodes.Unauthorized) {
					let authenticationHandler
					for (const handler of this.handlers) {
						if (handler.canHandleAuthentication(response)) {
							authenticationHandler = handler
							break
						}
					}
					if (authenticationHandler) {
						return authenticationHandler.handleAuthentication(this, info, data)
					} else {
						return response
					}
				}
				let redirectsRemaining = this._maxRedirects
				while (
					response.message.statusCode &&
					HttpRedirectCodes.includes(response.message.statusCode) &&
					this._allowRedirects &&
					redirectsRemaining > 0
				) {
					const redirectUrl = response.message.headers['location']
					if (!redirectUrl) {
						break
					}
					const parsedRedirectUrl = new URL(redirectUrl)
					if (
						parsedUrl.protocol === 'https:' &&
						parsedUrl.protocol !== parsedRedirectUrl.protocol &&
						!this._allowRedirectDowngrade
					) {
						throw new Error(
							'Redirect from HTTPS to HTTP protocol. This downgrade is not allowed for security reasons. If you want to allow this behavior, set the allowRedirectDowngrade option to true.',
						)
					}
					yield response.readBody()
					if (parsedRedirectUrl.hostname !== parsedUrl.hostname) {
						for (const header in headers) {
							if (header.toLowerCase() === 'authorization') {
								delete headers[header]
							}
						}
					}
					info = this._prepareRequest(verb, parsedRedirectUrl, headers)
					response = yield this.requestRaw(info, data)
					redirectsRemaining--
				}
				if (!response.message.statusCode || !HttpResponseRetryCodes.includes(response.message.statusCode)) {
					return response
				}
				numTries += 1
				if (numTries < maxTries) {
					yield response.readBody()
					yield this._performExponentialBackoff(numTries)
				}
			} while (numTries < maxTries)
			return response
		}))
	}
	dispose() {
		if (this._agent) {
			this._agent.destroy()
		}
		this._disposed = true
	}
	requestRaw(info, data) {
		return __awaiter(this, void 0, void 0, (function* () {
			return new Promise(((resolve, reject) => {
				function callbackForResult(err, res) {
					if (err) {
						reject(err)
					} else if (!res) {
						reject(new Error('Unknown error'))
					} else {
						resolve(res)
					}
				}
				this.requestRawWithCallback(info, data, callbackForResult)
			}))
		}))
	}
	requestRawWithCallback(info, data, onResult) {
		if (typeof data === 'string') {
			if (!info.options.headers) {
				info.options.headers = {}
			}
			info.options.headers['Content-Length'] = Buffer.byteLength(data, 'utf8')
		}
		let callbackCalled = false
		function handleResult(err, res) {
			if (!callbackCalled) {
				callbackCalled = true
				onResult(err, res)
			}
		}
		const req = info.httpModule.request(info.options, ((msg) => {
			const res = new HttpClientResponse(msg)
			handleResult(undefined, res)
		}))
		let socket
		req.on('socket', ((sock) => {
			socket = sock
		}))
		req.setTimeout(this._socketTimeout || 3 * 60000, () => {
			if (socket) {
				socket.end()
			}
			handleResult(new Error(`Request timeout: ${info.options.path}`))
		})
		req.on('error', function (err) {
			handleResult(err)
		})
		if (data && typeof data === 'string') {
			req.write(data, 'utf8')
		}
		if (data && typeof data !== 'string') {
			data.on('close', function () {
				req.end()
			})
			data.pipe(req)
		} else {
			req.end()
		}
	}
	getAgent(serverUrl) {
		const parsedUrl = new URL(serverUrl)
		return this._getAgent(parsedUrl)
	}
	getAgentDispatcher(serverUrl) {
		const parsedUrl = new URL(serverUrl)
		const proxyUrl = getProxyUrl(parsedUrl)
		const useProxy = proxyUrl && proxyUrl.hostname
		if (!useProxy) {
			return
		}
		return this._getProxyAgentDispatcher(parsedUrl, proxyUrl)
	}
	_prepareRequest(method, requestUrl, headers) {
		const info = {}
		info.parsedUrl = requestUrl
		const usingSsl = info.parsedUrl.protocol === 'https:'
		info.httpModule = usingSsl ? external_https_namespaceObject_0 : external_http_namespaceObject_0
		const defaultPort = usingSsl ? 443 : 80
		info.options = {}
		info.options.host = info.parsedUrl.hostname
		info.options.port = info.parsedUrl.port ? parseInt(info.parsedUrl.port) : defaultPort
		info.options.path = (info.parsedUrl.pathname || '') + (info.parsedUrl.search || '')
		info.options.method = method
		info.options.headers = this._mergeHeaders(headers)
		if (this.userAgent != null) {
			info.options.headers['user-agent'] = this.userAgent
		}
		info.options.agent = this._getAgent(info.parsedUrl)
		if (this.handlers) {
			for (const handler of this.handlers) {
				handler.prepareRequest(info.options)
			}
		}
		return info
	}
	_mergeHeaders(headers) {
		if (this.requestOptions && this.requestOptions.headers) {
			return Object.assign({}, lowercaseKeys(this.requestOptions.headers), lowercaseKeys(headers || {}))
		}
		return lowercaseKeys(headers || {})
	}
	_getExistingOrDefaultHeader(additionalHeaders, header, _default) {
		let clientHeader
		if (this.requestOptions && this.requestOptions.headers) {
			const headerValue = lowercaseKeys(this.requestOptions.headers)[header]
			if (headerValue) {
				clientHeader = typeof headerValue === 'number' ? headerValue.toString() : headerValue
			}
		}
		const additionalValue = additionalHeaders[header]
		if (additionalValue !== undefined) {
			return typeof additionalValue === 'number' ? additionalValue.toString() : additionalValue
		}
		if (clientHeader !== undefined) {
			return clientHeader
		}
		return _default
	}
	_getExistingOrDefaultContentTypeHeader(additionalHeaders, _default) {
		let clientHeader
		if (this.requestOptions && this.requestOptions.headers) {
			const headerValue = lowercaseKeys(this.requestOptions.headers)[Headers.ContentType]
			if (headerValue) {
				if (typeof headerValue === 'number') {
					clientHeader = String(headerValue)
				} else if (Array.isArray(headerValue)) {
					clientHeader = headerValue.join(', ')
				} else {
					clientHeader = headerValue
				}
			}
		}
		const additionalValue = additionalHeaders[Headers.ContentType]
		if (additionalValue !== undefined) {
			if (typeof additionalValue === 'number') {
				return String(additionalValue)
			} else if (Array.isArray(additionalValue)) {
				return additionalValue.join(', ')
			} else {
				return additionalValue
			}
		}
		if (clientHeader !== undefined) {
			return clientHeader
		}
		return _default
	}
	_getAgent(parsedUrl) {
		let agent
		const proxyUrl = getProxyUrl(parsedUrl)
		const useProxy = proxyUrl && proxyUrl.hostname
		if (this._keepAlive && useProxy) {
			agent = this._proxyAgent
		}
		if (!useProxy) {
			agent = this._agent
		}
		if (agent) {
			return agent
		}
		const usingSsl = parsedUrl.protocol === 'https:'
		let maxSockets = 100
		if (this.requestOptions) {
			maxSockets = this.requestOptions.maxSockets || external_http_namespaceObject.globalAgent.maxSockets
		}
		if (proxyUrl && proxyUrl.hostname) {
			const agentOptions = {
				maxSockets,
				keepAlive: this._keepAlive,
				proxy: Object.assign(
					Object.assign(
						{},
						(proxyUrl.username || proxyUrl.password) && {
							proxyAuth: `${proxyUrl.username}:${proxyUrl.password}`,
						},
					),
					{ host: proxyUrl.hostname, port: proxyUrl.port },
				),
			}
			let tunnelAgent
			const overHttps = proxyUrl.protocol === 'https:'
			if (usingSsl) {
				tunnelAgent = overHttps ? makeAgent : makeAgent
			} else {
				tunnelAgent = overHttps ? makeAgent : makeAgent
			}
			agent = tunnelAgent(agentOptions)
			this._proxyAgent = agent
		}
		if (!agent) {
			const options = { keepAlive: this._keepAlive, maxSockets }
			agent = usingSsl
				? new external_https_namespaceObject.Agent(options)
				: new external_http_namespaceObject.Agent(options)
			this._agent = agent
		}
		if (usingSsl && this._ignoreSslError) {
			agent.options = Object.assign(agent.options || {}, {
				rejectUnauthorized: false,
			})
		}
		return agent
	}
	_getProxyAgentDispatcher(parsedUrl, proxyUrl) {
		let proxyAgent
		if (this._keepAlive) {
			proxyAgent = this._proxyAgentDispatcher
		}
		if (proxyAgent) {
			return proxyAgent
		}
		const usingSsl = parsedUrl.protocol === 'https:'
		proxyAgent = new ProxyAgent(
			Object.assign(
				{ uri: proxyUrl.href, pipelining: !this._keepAlive ? 0 : 1 },
				(proxyUrl.username || proxyUrl.password) && {
					token: `Basic ${Buffer.from(`${proxyUrl.username}:${proxyUrl.password}`).toString('base64')}`,
				},
			),
		)
		this._proxyAgentDispatcher = proxyAgent
		if (usingSsl && this._ignoreSslError) {
			proxyAgent.options = Object.assign(proxyAgent.options.requestTls || {}, {
				rejectUnauthorized: false,
			})
		}
		return proxyAgent
	}
	_getUserAgentWithOrchestrationId(userAgent) {
		const baseUserAgent = userAgent || 'actions/http-client'
		const orchId = process.env['ACTIONS_ORCHESTRATION_ID']
		if (orchId) {
			const sanitizedId = orchId.replace(/[^a-z0-9_.-]/gi, '_')
			return `${baseUserAgent} actions_orchestration_id/${sanitizedId}`
		}
		return baseUserAgent
	}
	_performExponentialBackoff(retryNumber) {
		return __awaiter(this, void 0, void 0, function* () {
			retryNumber = Math.min(ExponentialBackoffCeiling, retryNumber)
			const ms = ExponentialBackoffTimeSlice * Math.pow(2, retryNumber)
			return new Promise((resolve) => setTimeout(() => resolve(), ms))
		})
	}
	_processResponse(res, options) {
		return __awaiter(this, void 0, void 0, function* () {
			return new Promise((resolve, reject) =>
				__awaiter(this, void 0, void 0, function* () {
					const statusCode = res.message.statusCode || 0
					const response = {
						statusCode,
						result: null,
						headers: {},
					}
					if (statusCode === HttpCodes.NotFound) {
						resolve(response)
					}
					function dateTimeDeserializer(key, value) {
						if (typeof value === 'string') {
							const a = new Date(value)
							if (!isNaN(a.valueOf())) {
								return a
							}
						}
						return value
					}
					let obj
					let contents
					try {
						contents = yield res.readBody()
						if (contents && contents.length > 0) {
							if (options && options.deserializeDates) {
								obj = JSON.parse(contents, dateTimeDeserializer)
							} else {
								obj = JSON.parse(contents)
							}
							response.result = obj
						}
						response.headers = res.message.headers
					} catch (err) {}
					if (statusCode > 299) {
						let msg
						if (obj && obj.message) {
							msg = obj.message
						} else if (contents && contents.length > 0) {
							msg = contents
						} else {
							msg = `Failed request: (${statusCode})`
						}
						const err = new HttpClientError(msg, statusCode)
						err.result = response.result
						reject(err)
					} else {
						resolve(response)
					}
				}),
			)
		})
	}
}
const lowercaseKeys = ((obj) => Object.keys(obj).reduce(((c, k) => ((c[k.toLowerCase()] = obj[k]), c)), {}))
const createLifetime = (function createLifetime() {
	const kept = []
	let isOver = false
	return {
		keep(opened) {
			if (isOver) opened.destroy()
			else kept.push(opened)
			return opened
		},
		end() {
			isOver = true
			for (const opened of kept) opened.destroy()
		},
	}
})
function readError(error) {
	const errors = error instanceof AggregateError ? error.errors : [error]
	const [first] = errors.toSorted((a, b) => rankOf(a) - rankOf(b))
	if (!(first instanceof Error)) throw error
	const header = headerIn(first)
	return { code: errorCodeOf(first), message: first.message, ...(header && { header }) }
}
function rankOf(error) {
	return ['ENETUNREACH', 'EHOSTUNREACH', 'EADDRNOTAVAIL'].includes(errorCodeOf(error)) ? 1 : 0
}
function headerIn(error) {
	if (!('rawPacket' in error && Buffer.isBuffer(error.rawPacket) && 'bytesParsed' in error)) return undefined
	const text = error.rawPacket.toString('latin1')
	const position = Number(error.bytesParsed)
	const [before, after] = [text.slice(0, position), text.slice(position)]
	const lines = `${before}${after.replace(/[\r\n].*/s, '')}`.split('\n').slice(1)
	const line = lines.findLast((each) => !/^[ \t]/.test(each))
	return /^([^:\r]{1,100}):/.exec(line ?? '')?.[1]
}
const DECOMPRESSORS = new Map([
	['gzip', gunzip],
	['x-gzip', gunzip],
	['deflate', inflate],
	['br', unbrotli],
])
const decode = (async function decode(body, encoding, maxBytes) {
	const decompress = DECOMPRESSORS.get(encoding.toLowerCase())
	if (decompress === undefined || body.bytes.length === 0) return body
	const isComplete = body.state === 'complete'
	const zlib = await Promise.resolve().then(__nccwpck_require__.t.bind(__nccwpck_require__, 522, 19))
	try {
		return { ...body, bytes: decompress(zlib, body.bytes, { isComplete, maxOutputLength: maxBytes }) }
	} catch (error) {
		const nothing = { ...body, bytes: new Uint8Array() }
		if (!isComplete) return nothing
		if (errorCodeOf(error) === 'ERR_BUFFER_TOO_LARGE') return { ...nothing, state: 'too-large' }
		return { ...nothing, state: 'malformed', error: { code: errorCodeOf(error), message: String(error) } }
	}
})
function flushing({ constants }, { isComplete, maxOutputLength }) {
	return { maxOutputLength, ...(!isComplete && { finishFlush: constants.Z_SYNC_FLUSH }) }
}
function gunzip(zlib, bytes, limits) {
	return zlib.gunzipSync(bytes, flushing(zlib, limits))
}
function inflate(zlib, bytes, limits) {
	const hasHeader = ((bytes[0] ?? 0) & 0x0f) === 8
	const decompress = hasHeader ? zlib.inflateSync : zlib.inflateRawSync
	return decompress(bytes, flushing(zlib, limits))
}
function unbrotli({ brotliDecompressSync, constants }, bytes, { isComplete, maxOutputLength }) {
	const flush = { finishFlush: constants.BROTLI_OPERATION_FLUSH }
	return brotliDecompressSync(bytes, { maxOutputLength, ...(!isComplete && flush) })
}
function describePeer(certificate) {
	const { subject, issuer, subjectaltname, valid_from: validFrom = '', valid_to: validTo = '' } = certificate
	if (subject === undefined || issuer === undefined) return undefined
	return {
		subject: describeName(subject),
		issuer: describeName(issuer),
		hosts: subjectaltname?.split(', ').map((name) => name.replace(/^(?:DNS|IP Address):/, '')) ?? [],
		validFrom,
		validTo,
	}
}
function describeName(name) {
	return Object.entries(name)
		.map(([attribute, value]) => `${attribute}=${value}`)
		.join(', ')
}
const parseRetryAfter = (function parseRetryAfter(header) {
	const value = (header ?? '').trim()
	const seconds = value.split(/\s*,\s*/)
	if (seconds.every(((part) => /^\d+(?:\.\d+)?$/.test(part)))) return { waitMs: Math.max(...seconds.map(Number)) * 1000 }
	const atMs = /[A-Za-z]{3}/.test(value) ? Date.parse(value) : Number.NaN
	return Number.isNaN(atMs) ? undefined : { atMs }
})
const toAnswer = (async function toAnswer(message, raw, maxBytes, durationMs) {
	const { statusCode = 0, headersDistinct } = message
	const entries = Object.entries(headersDistinct).map((([name, values = []]) => [name, values.join(', ')]))
	const headers = new Map(entries)
	const { bytes, state: bodyState, error } = await decode(raw, headers.get('content-encoding') ?? '', maxBytes)
	const body = new TextDecoder().decode(bytes)
	const retryAfter = parseRetryAfter(headers.get('retry-after'))
	return {
		kind: 'answer',
		statusCode,
		headers,
		...(retryAfter && { retryAfter }),
		body,
		bodyState,
		...(error && { bodyError: error }),
		durationMs,
	}
})
function toNoAnswer(error, attempt, durationMs) {
	const { phase, proxyAnswer } = attempt
	const certificate = describePeer(attempt.certificate ?? {})
	const seen = { phase, ...(certificate && { certificate }), ...(proxyAnswer && { proxyAnswer }) }
	return { kind: 'no-answer', ...error, ...seen, durationMs }
}
const exchange = (async function exchange(request, options) {
	const { route, clock, maxBodyBytes } = options
	const startedMs = clock.monotonicMs()
	const attempt = { phase: 'answer', connection: 'reused', lifetime: createLifetime() }
	const ended = await carryOut(request, attempt, options)
	const durationMs = clock.monotonicMs() - startedMs
	const { connection, tlsVersion } = attempt
	const trace = { route, connection, tlsVersion, bodyBytes: 0, requestCount: 1 }
	if ('code' in ended) return { ...toNoAnswer(ended, attempt, durationMs), trace }
	const { message, body } = ended
	return {
		...(await toAnswer(message, body, maxBodyBytes, durationMs)),
		trace: { ...trace, bodyBytes: body.bytes.length },
	}
})
const carryOut = (function carryOut({ method, url, headers, body, timeoutMs }, attempt, { agent, userAgent, clock, maxBodyBytes }) {
	const { promise, resolve, reject } = Promise.withResolvers()
	let reading
	attempt.onUpgrade = (message) => resolve({ message, body: { bytes: new Uint8Array(), state: 'complete' } })
	const cancelTimer = clock.after(timeoutMs, () => {
		if (reading === undefined) resolve({ code: 'TIMEOUT', message: '' })
		else reading.stop('late')
		attempt.lifetime.end()
	})
	const client = new HttpClient(userAgent, [createHandler(agent, attempt)], {
		allowRedirects: false,
		socketTimeout: timeoutMs + 1000,
	})
	client
		.request(method, url, body ?? null, { ...headers })
		.then(
			(({ message }) => {
				if (isOverTls(message.socket)) attempt.tlsVersion = message.socket.getProtocol() ?? ''
				reading = readBody(message, attempt, maxBodyBytes, ((read) => resolve({ message, body: read })))
			}),
			(error) => resolve(readError(error)),
		)
		.catch(reject)
	return promise.finally(cancelTimer)
})
const isOverTls = (function isOverTls(socket) {
	return 'encrypted' in socket
})
const createHandler = (function createHandler(agent, attempt) {
	return {
		prepareRequest(options) {
			Object.assign(options, { agent, attempt })
			options.host = withoutBrackets(options.host ?? '')
		},
		canHandleAuthentication: () => false,
		handleAuthentication: () => Promise.reject(new Error('not used')),
	}
})
const createHttp = (function createHttp(
	{ baseUrl, tls, proxy, userAgent, headers, readSystemCa, lookUp, maxBodyBytes = MAX_BODY_BYTES },
	clock,
) {
	const { protocol, hostname } = new URL(baseUrl)
	const addresses = createAddresses(proxy?.hostname ?? withoutBrackets(hostname), lookUp)
	const connector = createConnector({ isSecure: protocol === 'https:', tls, proxy, addresses, readSystemCa }, clock)
	const agent = new ServerAgent(protocol, connector, true)
	const closingAgent = new ServerAgent(protocol, connector, false)
	const options = { userAgent, route: proxy === undefined ? 'direct' : 'proxy', clock, maxBodyBytes }
	const givenHeaders = lowerCaseNames(headers ?? [])
	let requestCount = 0
	const makeOnce = async (request, through) => {
		requestCount += 1
		await through.dropEndedIdleSockets()
		const outcome = await exchange(request, { ...options, agent: through })
		if (outcome.kind === 'no-answer') addresses.forget()
		return outcome
	}
	const makeUntilAlive = async (request) => {
		const first = await makeOnce(request, agent)
		const leftMs = request.timeoutMs - first.durationMs
		if (!isFromDeadConnection(first) || leftMs <= 0) return first
		agent.closeIdleSockets()
		const second = await makeOnce({ ...request, timeoutMs: leftMs }, agent)
		const durationMs = first.durationMs + second.durationMs
		return { ...second, durationMs, trace: { ...second.trace, requestCount: 2 } }
	}
	const send = (({ method, path, authorization, body, headers }, timeoutMs) => {
		const ownHeaders = {
			'accept-encoding': 'identity',
			'cache-control': 'no-cache',
			...lowerCaseNames(Object.entries(headers ?? {})),
			...(body !== undefined && { 'content-type': 'application/json' }),
			...(authorization !== undefined && { authorization }),
		}
		const request = {
			method,
			url: `${baseUrl}${path}`,
			headers: { accept: 'application/json', ...givenHeaders, ...ownHeaders },
			...(body !== undefined && { body: JSON.stringify(body) }),
			timeoutMs,
		}
		return method === 'GET' ? makeUntilAlive(request) : makeOnce(request, closingAgent)
	})
	return {
		get requestCount() {
			return requestCount
		},
		get: ((path, authorization, timeoutMs) => send({ method: 'GET', path, authorization }, timeoutMs)),
		send,
	}
})
const lowerCaseNames = (function lowerCaseNames(headers) {
	return Object.fromEntries(Array.from(headers, ([name, value]) => [name.toLowerCase(), value]))
})
const isFromDeadConnection = (function isFromDeadConnection(outcome) {
	if (outcome.trace.connection === 'new') return false
	return outcome.kind === 'answer' ? outcome.statusCode === 408 : RESET_CODES.has(outcome.code)
})
function fingerprintOf(token) {
	return (0, external_node_crypto_namespaceObject.createHash)('sha256').update(token).digest('hex').slice(0, 8)
}
const check = (async function check(inputs, options) {
	const { product, ask, clock, isToken, warnDaysOf } = options
	const retries = { ofAny: inputs.retries, ofLimit: inputs.retries }
	const conclude = ((evidence) => judge_judge(inputs, { ...judge_NO_EVIDENCE, ...evidence }, product, clock.now()))
	const { scheme, token } = inputs.credentials
	const sent = { scheme, traits: readTokenTraits(token, clock.now()), isToken }
	const identity = await product.identify(((question) => ask(question, retries)), sent)
	if (isFinding(identity)) return conclude({ failure: { finding: identity, stage: 'authentication' } })
	const askAll = ((questions) => Promise.all(questions.map((question) => ask(askedBy(identity, question), retries))))
	const answers = [...(await askAll(product.askAccess(inputs)))]
	if (!answers.some(isFinding))
		answers.push(...(await askAll(product.askFurtherAccess(inputs, answers.filter(isAccess)))))
	const access = answers.filter(isAccess)
	const failed = answers.find(isFinding)
	if (failed !== undefined) return conclude({ identity, access, failure: { finding: failed, stage: 'permissions' } })
	if (!inputs.checkExpiry) return conclude({ identity, access })
	const isGate = inputs.expiryFailDays !== undefined
	const askForList = ((question) => ask(askedBy(identity, question), isGate ? retries : { ofAny: 0, ofLimit: 1 }))
	const tokens = await product.listTokens(askForList, identity, token)
	if (!isFinding(tokens)) {
		return conclude({
			identity,
			access,
			tokens,
			expiry: judgeExpiry(tokens, { ...inputs, warnDaysOf, fingerprint: () => fingerprintOf(token) }, clock.now()),
		})
	}
	const { blockerOf, describeUnreadableList, saysNothingOfTheList } = await failures.load()
	const expiry = unknownExpiry(
		describeUnreadableList(tokens, product.tokensPathOf(identity), product.words),
		blockerOf(tokens),
	)
	if (isGate && saysNothingOfTheList(tokens)) {
		return conclude({ identity, access, expiry, failure: { finding: tokens, stage: 'expiry' } })
	}
	return conclude({ identity, access, expiry })
})
function isAccess(answer) {
	return !isFinding(answer)
}
const openServer = (function openServer(inputs, { environment, clock, readFile }) {
	const readSystemCaOnce = () => readSystemCa(environment['SSL_CERT_FILE'], readFile)
	return createHttp({ ...inputs, userAgent: `jira-pat-check/${VERSION}`, readSystemCa: readSystemCaOnce }, clock)
})
const askServer = (function askServer(inputs, { isToken, warnDaysOf, onStage, ...options }) {
	const asking = createAsk(inputs, options)
	const ask = ((question, retries) => {
		onStage?.(question.stage)
		return asking(question, retries)
	})
	return check(inputs, { product: options.product, ask, clock: options.clock, isToken, warnDaysOf })
})
function concludeUnasked(inputs, product, failure, nowMs) {
	return judge(inputs, { ...NO_EVIDENCE, failure: { finding: failure, stage: 'authentication' } }, product, nowMs)
}
function logRequests(http, tell) {
	const attempts = new Map()
	const send = async (request, timeoutMs) => {
		const { method, path, authorization } = request
		const attempt = (attempts.get(`${method} ${path}`) ?? 0) + 1
		attempts.set(`${method} ${path}`, attempt)
		const outcome = await http.send(request, timeoutMs)
		tell(describeRequest({ method, path, attempt, hasToken: authorization !== undefined }, outcome))
		return outcome
	}
	return {
		get requestCount() {
			return http.requestCount
		},
		get: (path, authorization, timeoutMs) => send({ method: 'GET', path, authorization }, timeoutMs),
		send,
	}
}
function describeRequest({ method, path, attempt, hasToken }, outcome) {
	const { route, connection, tlsVersion, requestCount } = outcome.trace
	const facts = [
		`attempt ${attempt}`,
		hasToken ? 'with the token' : 'without the token',
		route === 'direct' ? route : 'through the proxy',
		tlsVersion ?? 'no TLS',
		requestCount === 1 ? `${connection} connection` : 'sent again on a new connection, since the kept one was dead',
	]
	return `${method} ${path}: ${describeOutcome(outcome)}; ${facts.join(', ')}${describeHeaders(outcome)}`
}
function describeOutcome(outcome) {
	const time = `${Math.round(outcome.durationMs)} ms`
	if (outcome.kind === 'no-answer') return `no answer (${outcome.code || 'no code'}, ${outcome.phase}) after ${time}`
	const { statusCode, bodyState, trace } = outcome
	return `HTTP ${statusCode} in ${time}, ${trace.bodyBytes} bytes${bodyState === 'complete' ? '' : `, ${bodyState}`}`
}
const USUAL_HEADERS = new Set([
	...['cache-control', 'connection', 'content-encoding', 'content-length', 'content-type', 'date', 'etag', 'expires'],
	...['keep-alive', 'last-modified', 'pragma', 'set-cookie', 'transfer-encoding', 'vary', 'www-authenticate'],
	...['content-security-policy', 'referrer-policy', 'strict-transport-security', 'x-content-type-options'],
	...['x-frame-options', 'x-xss-protection'],
	...['x-anodeid', 'x-arequestid', 'x-asen', 'x-asessionid', 'x-ausername', 'x-seraph-loginreason'],
])
const MAX_HEADERS = 20
function describeHeaders(outcome) {
	if (outcome.kind === 'no-answer') return ''
	const names = [...outcome.headers.keys()].filter((name) => !USUAL_HEADERS.has(name))
	if (names.length === 0) return ''
	const shown = names.slice(0, MAX_HEADERS)
	const more = names.length > MAX_HEADERS ? [`and ${names.length - MAX_HEADERS} more`] : []
	return `; headers besides the usual: ${[...shown, ...more].join(', ')}`
}
const debug_log_MAX_LENGTH = 1_000
const withDebugLog = (function withDebugLog(http, { debug }, redact) {
	if (debug === undefined) return http
	return logRequests(http, (line) => debug(plainText(redact(line), redact, debug_log_MAX_LENGTH)))
})
function describeAttempt({ title, what, attempt, attempts, waitMs }) {
	const next = waitMs === undefined ? 'No further attempt.' : `Next attempt in ${(waitMs / 1000).toFixed(1)} s.`
	return `Asking for ${what}, attempt ${attempt} of ${attempts}: ${title}. ${next}`
}
const MIN_MASK_LENGTH = 4
const MIN_HEADER_LENGTH = 8
const readSecrets = (function readSecrets({ token, username, headers, urls, environment }) {
	const bare = token.replace(/^(?:Bearer|Basic)\s+/i, '')
	const tokens = [token, bare].filter(Boolean)
	const basic = username === '' ? [] : tokens.map((value) => encodeBasicCredentials(username, value))
	const proxies = ['https_proxy', 'http_proxy']
		.flatMap(((name) => [name, name.toUpperCase()]))
		.flatMap(((name) => proxySecrets(environment[name]?.trim() ?? '')))
	const ofHeaders = secretsInHeaders(headers)
	const longOfHeaders = ofHeaders.filter(({ length }) => length >= MIN_HEADER_LENGTH)
	const values = [...new Set([...tokens, ...basic, ...proxies, ...urls.flatMap(passwordsIn), ...longOfHeaders])]
	return {
		values,
		commonValues: [...new Set(ofHeaders.filter((value) => !values.includes(value)))],
		tokens: [...new Set([...tokens.filter(((value) => value !== username)), ...basic])],
		spellings: [...new Set(values.filter((({ length }) => length >= MIN_MASK_LENGTH)).flatMap(spellingsOf))],
	}
})
const spellingsOf = (function spellingsOf(secret) {
	return [secret, encodeURIComponent(wellFormed(secret))]
})
const proxySecrets = (function proxySecrets(value) {
	if (!value.includes('@')) return []
	const [, login] = /^(?:(?:[a-z][a-z0-9+.-]*:)?\/\/)?(.*)@/is.exec(value) ?? []
	const [, username = '', password = ''] = /^([^:]*):(.+)$/s.exec(login ?? '') ?? []
	if (password === '' || /^\/\//.test(password)) return []
	const decoded = decodePercent(password) ?? password
	const names = [username, decodePercent(username) ?? username]
	return [
		...new Set([
			...[password, decoded, decodePercent(decoded) ?? decoded, encodeURIComponent(wellFormed(decoded))],
			...names.flatMap((name) => [password, decoded].map((word) => encodeBasicCredentials(name, word))),
		]),
	]
})
const MAX_DEPTH = 4
const decoding_UNSEEN = lazyPattern(String.raw`[\s\p{Cc}\p{M}\p{Default_Ignorable_Code_Point}]`, 'u')
const ENCODED =
	/(?<utf8>%(?:25)*[c-fC-F][\da-fA-F](?:%(?:25)*[89abAB][\da-fA-F]){1,3})|%(?:25)*(?<percent>[\da-fA-F]{2})|&(?:amp;)*(?:#0*(?<decimal>\d{1,7});?|#[xX]0*(?<hex>[\da-fA-F]{1,6});?|(?<entity>[a-z]{2,6});)|\\+(?:u\{0*|x)(?<short>[\da-fA-F]{2})\}?|(?:\\+|%(?:25)*)u(?<long>[\da-fA-F]{4})|(?<nothing>\\+(?=["'/\\])|[^ -~\u{A0}-\u{10FFFF}]\[[\d;]*[a-zA-Z])|[^!-~]/gu
const UNIT = lazyPattern(`${ENCODED.source}|.`, 'gsu')
const decoding_ENTITIES = new Map(
	Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", plus: '+', sol: '/', equals: '=', colon: ':' }),
)
const isPlain = (function isPlain(text) {
	return /^[ -$'-[\]-~]*$/.test(text)
})
const decoding_decode = (function decoding_decode(text) {
	if (isPlain(text)) return fold(text.replaceAll(' ', ''))
	return fold(text.replace(ENCODED, (unit, ...rest) => decodeUnit(unit, rest.at(-1))))
})
const readings = (function readings(text) {
	let bytes = decoding_decode(text)
	const all = [bytes]
	while (all.length <= MAX_DEPTH && /[%&\\]/.test(bytes)) {
		const again = decoding_decode(Buffer.from(bytes, 'latin1').toString())
		if (again === bytes) break
		bytes = again
		all.push(bytes)
	}
	return all
})
function unitsOf(text) {
	return Array.from(text.matchAll(UNIT()), ({ 0: unit, groups }) => ({ unit, bytes: fold(decodeUnit(unit, groups)) }))
}
const decodePlain = (function decodePlain(text) {
	return fold(utf8(text))
})
function decodeUnit(unit, groups = {}) {
	const { utf8: bytes, percent, decimal, hex, entity, short, long, nothing } = groups
	if (nothing !== undefined) return ''
	if (bytes !== undefined) return decoding_asSeen(Buffer.from(bytes.replace(/%(?:25)*/g, ''), 'hex').toString())
	const code = decimal === undefined ? Number.parseInt(percent ?? hex ?? short ?? long ?? '', 16) : Number(decimal)
	if (percent !== undefined && code > 0x7f) return String.fromCharCode(code)
	const character = code <= 0x10ffff ? String.fromCodePoint(code) : (decoding_ENTITIES.get(entity ?? '') ?? unit)
	return decoding_asSeen(character)
}
function decoding_asSeen(character) {
	return decoding_UNSEEN().test(character) ? '' : utf8(character)
}
const utf8 = (function utf8(text) {
	return isPrintableAscii(text) ? text : Buffer.from(text.normalize('NFKC')).toString('latin1')
})
const fold = (function fold(bytes) {
	const small = isPrintableAscii(bytes)
		? bytes.toLowerCase()
		: bytes.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
	return small.replaceAll('-', '+').replaceAll('_', '/')
})
const RUN_LENGTH = 16
const LONG_SECRET_LENGTH = 8
const formsOf = (function formsOf(secret) {
	return [decodePlain(secret), decoding_decode(secret), hexOf(secret), ...base64Forms(secret)].filter(Boolean)
})
const bareFormsOf = (function bareFormsOf(secret) {
	const forms = [decodePlain(secret), hexOf(secret), ...base64Forms(secret)].map(bareOf)
	return forms.filter((({ length }) => length >= LONG_SECRET_LENGTH)).flatMap(((form) => [form, backwards(form)]))
})
const runLengthOf = (function runLengthOf(form) {
	return Math.min(form.length, RUN_LENGTH)
})
function beginningsOf(form) {
	const length = runLengthOf(form) - 1
	return Array.from({ length: Math.max(0, length - 3) }, (_, index) => form.slice(0, length - index))
}
const bareOf = (function bareOf(bytes) {
	return bytes.replace(/[^a-z0-9]+/g, '')
})
const backwards = (function backwards(text) {
	return Array.from(text).reverse().join('')
})
const hexOf = (function hexOf(secret) {
	return Buffer.from(secret).toString('hex')
})
const base64Forms = (function base64Forms(secret) {
	const size = Buffer.byteLength(secret)
	return [0, 1, 2].flatMap(((offset) => {
		const encoded = Buffer.from('\0'.repeat(offset) + secret).toString('base64')
		const form = encoded.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + size) * 8) / 6))
		return form.length < 6 ? [] : [decodePlain(form)]
	}))
})
const createFinder = (function createFinder(forms) {
	const groups = once((() =>
		[...new Set(forms().map(runLengthOf))].map(((length) => {
			const group = forms().filter(((form) => runLengthOf(form) === length))
			const partLength = Math.ceil(length / 2)
			return { length, partLength, parts: piecesOf(group, partLength), runs: once(() => piecesOf(group, length)) }
		}))),
	)
	return {
		placesIn(text) {
			const places = new Set()
			for (const { length, runs } of groups()) {
				const known = runs()
				for (let start = 0; start + length <= text.length; start += 1) {
					if (!known.has(text.slice(start, start + length))) continue
					for (let place = start; place < start + length; place += 1) places.add(place)
				}
			}
			return places
		},
		standsIn: ((text) =>
			groups().some(
				(({ length, partLength, parts, runs }) =>
					holdsOneOf(parts, text, partLength, length - partLength + 1) && holdsOneOf(runs(), text, length, 1)),
			)),
	}
})
const piecesOf = (function piecesOf(texts, length) {
	const pieces = new Set()
	for (const text of texts) {
		for (let start = 0; start + length <= text.length; start += 1) pieces.add(text.slice(start, start + length))
	}
	return pieces
})
const holdsOneOf = (function holdsOneOf(pieces, text, length, step) {
	for (let start = 0; start + length <= text.length; start += step) {
		if (pieces.has(text.slice(start, start + length))) return true
	}
	return false
})
const MASK = '***'
const MIN_LENGTH = 4
const redact_VISIBLE = lazyPattern(String.raw`[\p{L}\p{N}\p{P}\p{S}]`, 'u')
const MAX_NAME_LENGTH = 10_000
const createRedactor = (function createRedactor(secrets, common = []) {
	const all = [...new Set(secrets)].filter(Boolean)
	const known = all.filter((({ length }) => length >= MIN_LENGTH))
	const words = [...all.filter((({ length }) => length < MIN_LENGTH)), ...common].filter(
		(word) => /[!-~]/.test(word) || redact_VISIBLE().test(word),
	)
	const longForms = once(() => known.filter(({ length }) => length >= LONG_SECRET_LENGTH).flatMap(formsOf))
	const forms = once((() => known.flatMap(formsOf)))
	const bareForms = once((() => known.flatMap(bareFormsOf)))
	const runs = createFinder(forms)
	const bareRuns = createFinder(bareForms)
	const least = once((() => {
		const all = [...forms(), ...bareForms()]
		return { form: Math.min(...all.map((({ length }) => length))), run: Math.min(...all.map(runLengthOf)) }
	}))
	const beginnings = once(() => new Set(forms().flatMap(beginningsOf)))
	function partAtEnd(bytes) {
		const known = beginnings()
		const lengths = [15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4]
		return lengths.find((length) => length <= bytes.length && known.has(bytes.slice(-length))) ?? 0
	}
	function hide(text, isCut) {
		const units = unitsOf(text)
		const bytes = units.map((unit) => unit.bytes).join('')
		const places = runs.placesIn(bytes)
		const part = isCut ? partAtEnd(bytes) : 0
		for (let place = bytes.length - part; place < bytes.length; place += 1) places.add(place)
		let place = 0
		const isHidden = units.map((unit) => {
			const hides = places.has(place) && (unit.bytes !== '' || places.has(place - 1))
			place += unit.bytes.length
			return hides
		})
		return units.map(({ unit }, at) => (!isHidden[at] ? unit : isHidden[at - 1] ? '' : MASK)).join('')
	}
	function redactLong(text, isCut = false) {
		const holds = ((bytes) => runs.standsIn(bytes) || (isCut && partAtEnd(bytes) > 0))
		if (!isCut && text.length < least().run && isPlain(text)) return text
		const [first, ...deeper] = readings(text)
		if (!holds(first) && deeper.some(holds)) return MASK
		const shown = holds(first) ? hide(text, isCut) : text
		const left = shown === text ? [first, ...deeper] : readings(shown)
		if (shown !== text && left.some(runs.standsIn)) return MASK
		return bareReadings(shown, left).some(bareRuns.standsIn) ? MASK : shown
	}
	return {
		redact: ((text, isCut) => redactLong(words.reduce(hideWord, text), isCut)),
		redactLong,
		isSecret(name) {
			if (name.length < least().form && isPlain(name)) return all.includes(name)
			const head = name.slice(0, MAX_NAME_LENGTH)
			const holdsForm = (bytes) => longForms().some((form) => bytes.includes(form))
			const said = readings(head)
			return (
				all.includes(name) ||
				said.some(holdsForm) ||
				bareReadings(head, said).some((bare) =>
					bareForms().some((form) => form.length > LONG_SECRET_LENGTH && bare.includes(form)),
				)
			)
		},
	}
})
const bareReadings = (function bareReadings(text, said) {
	const spoken = /[%&\\]/.test(text) ? [...said, ...readings(backwards(text))] : said
	const withoutTags = spoken
		.filter(((bytes) => bytes.includes('<')))
		.map((bytes) => bytes.replace(/<!\+\+.*?\+\+>|<[^>]*>/gs, ''))
	const all = [...spoken, ...withoutTags]
	return [...all, ...all.filter(((bytes) => bytes.includes('0x'))).map((bytes) => bytes.replaceAll('0x', ''))].map(bareOf)
})
function hideWord(text, word) {
	return text.replace(new RegExp(`(?<![\\p{L}\\p{N}])${escapePattern(word)}(?![\\p{L}\\p{N}])`, 'giu'), MASK)
}
const maskSecrets = (function maskSecrets(source, mask) {
	const fields = createFieldReader('check', source)
	const secrets = readSecrets({
		token: fields.text('token'),
		username: fields.text('username'),
		headers: fields.text('headers'),
		urls: URL_INPUTS.map(((name) => fields.text(name))),
		environment: source.environment,
	})
	secrets.spellings.forEach(((spelling) => {
		mask(spelling)
	}))
	const redactor = createRedactor(secrets.values, secrets.commonValues)
	return { redactor, isToken: createRedactor(secrets.tokens).isSecret }
})
const createRun = (function createRun(world) {
	const progress = { product: jira, baseUrl: null, stage: 'inputs' }
	return {
		start: (() => run(world, progress)),
		tellCrash: (error) => tellCrash(world, progress, error),
	}
})
const run = (async function run(world, progress) {
	const { runner, environment, clock } = world
	const startMs = clock.monotonicMs()
	progress.startMs = startMs
	const source = { ...runner, environment, readFile: readFile, nowMs: clock.now() }
	const fields = createFieldReader('check', source)
	const tooOld = judgeNode(world.nodeVersion)
	if (tooOld === undefined) await runner.ready?.(clock, fields.wholeNumber('timeout-seconds') * 1000)
	const { redactor, isToken } = maskSecrets(source, runner.mask)
	const product = tooOld === undefined ? await productOf(fields.asked.product) : jira
	progress.product = product
	const { inputs, settings, baseUrl } =
		tooOld === undefined
			? readInputs(source, product)
			: { inputs: tooOld, settings: readSettings(fields), baseUrl: null }
	Object.assign(progress, { baseUrl, settings })
	if (isFinding(inputs)) runner.log(`jira-pat-check ${VERSION} ${describeSources(fields)}.`)
	const verdict = isFinding(inputs)
		? verdictWithoutEvidence(inputs, product, baseUrl)
		: await ask(inputs, product, world, { redactor, isToken, progress, deadlineMs: startMs + inputs.timeoutMs })
	const words = await loadWords(verdict.finding.reason)
	return runner.tell(present(verdict, words, redactor, runFacts(progress, world)), settings)
})
function tellCrash(world, progress, error) {
	const { runner, environment } = world
	const detail = describeBug(error)
	const verdict = verdictWithoutEvidence(
		finding('internal-error', { detail }),
		progress.product,
		progress.baseUrl,
		progress.stage,
	)
	const { redactor } = maskSecrets({ ...runner, environment }, runner.mask)
	const presentation = present(verdict, alwaysLoaded['internal-error'], redactor, runFacts(progress, world))
	return runner.tell(presentation, progress.settings ?? { failOn: FAIL_ON_ALL, jobSummary: true })
}
const runFacts = (function runFacts({ startMs, http }, { clock, runner }) {
	const endMs = clock.monotonicMs()
	return {
		requests: http?.requestCount ?? 0,
		durationMs: Math.round(endMs - (startMs ?? endMs)),
		nowMs: clock.now(),
		nameOf: runner.nameOf,
	}
})
const ask = (async function ask(
	inputs,
	product,
	{ runner, environment, clock, random },
	{ redactor, isToken, progress, deadlineMs },
) {
	const { redactLong } = redactor
	const { baseUrl, proxy, sources } = inputs
	const route =
		proxy === undefined
			? ''
			: `, through the proxy ${redactLong(authorityOf(proxy.hostname, proxy.port))} from ${proxy.variable}`
	runner.log(
		`jira-pat-check ${VERSION} asks ${redactLong(baseUrl)} (from ${sources.url}) whose token this is (from ${sources.token})${route}.`,
	)
	const http = withDebugLog(openServer(inputs, { environment, clock, readFile: readFile }), runner, redactor.redact)
	progress.http = http
	return askServer(inputs, {
		product,
		http,
		clock,
		deadlineMs,
		random,
		isToken,
		onStage: ((stage) => {
			progress.stage = stage
		}),
		onFailedAttempt: (_, attempt) => runner.log(redactLong(describeAttempt(attempt))),
	})
})
function describeSources({ asked, text, sourceOf }) {
	const given = [asked.input, 'token'].filter((name) => text(name) !== '')
	if (given.length === 0) return 'was given no URL and no token'
	return `has ${given.map((name) => `${name === 'token' ? 'the token' : 'the URL'} from ${sourceOf(name)}`).join(' and ')}`
}
const row_PROGRAMS = ['check', 'watch', 'rotate']
const isGitHub = (function isGitHub({ argv, env }) {
	return (
		env['GITHUB_ACTIONS'] === 'true' &&
		Object.keys(env).some(((name) => name.startsWith('INPUT_'))) &&
		programOf(argv) === 'check' &&
		!argv.slice(2).some((argument) => argument.startsWith('-'))
	)
})
const programOf = (function programOf(argv) {
	const [, , word] = argv
	return row_PROGRAMS.find(((program) => program === word)) ?? 'check'
})
const STANDARD_STREAMS = new Set(['PipeWrap', 'TTYWrap'])
const TURNS_TO_CLOSE = 3
const MAX_END_MS = 1000
const createEnding = (function createEnding(process, isGitHub) {
	const internalErrorExitCode = isGitHub ? 1 : 3
	process.exitCode = internalErrorExitCode
	let isEnding = false
	function finish(exitCode, turnsLeft) {
		isEnding = true
		process.exitCode = exitCode
		process.stdout.write('', (() => leave(exitCode, turnsLeft)))
	}
	function leave(exitCode, turnsLeft) {
		const open = process.getActiveResourcesInfo().filter(((resource) => !STANDARD_STREAMS.has(resource)))
		if (open.includes('GetAddrInfoReqWrap')) {
			if (process.platform !== 'win32') process.execve?.('/bin/sh', ['sh', '-c', `exit ${exitCode}`], {})
			process.exit(exitCode)
		} else if (open.length === 0) setTimeout(() => process.exit(exitCode), MAX_END_MS).unref()
		else if (turnsLeft > 0) setImmediate(() => leave(exitCode, turnsLeft - 1))
		else process.exit(exitCode)
	}
	function tellCrashOrLastWord(run, error) {
		try {
			return run.tellCrash(error)
		} catch {
			const command = isGitHub ? '::error title=The check itself failed::' : ''
			;(0, external_node_fs_namespaceObject.writeSync)(
				1,
				`${command}jira-pat-check ran into a fault of its own and proved nothing.\n`,
			)
			return internalErrorExitCode
		}
	}
	const end = ((exitCode) => finish(exitCode, TURNS_TO_CLOSE))
	return {
		end,
		follow(run) {
			const crash = (error) => {
				if (isEnding) process.exit(internalErrorExitCode)
				else {
					isEnding = true
					finish(tellCrashOrLastWord(run, error), 0)
				}
			}
			process.on('uncaughtException', crash)
			process.on('unhandledRejection', crash)
			process.on('beforeExit', (() => {
				if (!isEnding) crash(new Error('the check ended without a verdict'))
			}))
			run.start().then(((exitCode) => {
				if (!isEnding) end(exitCode)
			}), crash)
		},
	}
})
const external_os_namespaceObject = builtin('os')
const utils_toCommandValue = (function utils_toCommandValue(input) {
	if (input === null || input === undefined) {
		return ''
	} else if (typeof input === 'string' || input instanceof String) {
		return input
	}
	return JSON.stringify(input)
})
function toCommandProperties(annotationProperties) {
	if (!Object.keys(annotationProperties).length) {
		return {}
	}
	return {
		title: annotationProperties.title,
		file: annotationProperties.file,
		line: annotationProperties.startLine,
		endLine: annotationProperties.endLine,
		col: annotationProperties.startColumn,
		endColumn: annotationProperties.endColumn,
	}
}
const command_issueCommand = (function command_issueCommand(command, properties, message) {
	const cmd = new Command(command, properties, message)
	process.stdout.write(cmd.toString() + external_os_namespaceObject.EOL)
})
function command_issue(name, message = '') {
	command_issueCommand(name, {}, message)
}
const CMD_STRING = '::'
class Command {
	constructor(command, properties, message) {
		if (!command) {
			command = 'missing.command'
		}
		this.command = command
		this.properties = properties
		this.message = message
	}
	toString() {
		let cmdStr = CMD_STRING + this.command
		if (this.properties && Object.keys(this.properties).length > 0) {
			cmdStr += ' '
			let first = true
			for (const key in this.properties) {
				if (this.properties.hasOwnProperty(key)) {
					const val = this.properties[key]
					if (val) {
						if (first) {
							first = false
						} else {
							cmdStr += ','
						}
						cmdStr += `${key}=${escapeProperty(val)}`
					}
				}
			}
		}
		cmdStr += `${CMD_STRING}${escapeData(this.message)}`
		return cmdStr
	}
}
const escapeData = (function escapeData(s) {
	return utils_toCommandValue(s).replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A')
})
function escapeProperty(s) {
	return utils_toCommandValue(s)
		.replace(/%/g, '%25')
		.replace(/\r/g, '%0D')
		.replace(/\n/g, '%0A')
		.replace(/:/g, '%3A')
		.replace(/,/g, '%2C')
}
const external_path_namespaceObject = builtin('path')
var core_awaiter =
	(undefined && undefined.__awaiter) ||
	function (thisArg, _arguments, P, generator) {
		function adopt(value) {
			return value instanceof P
				? value
				: new P(function (resolve) {
						resolve(value)
					})
		}
		return new (P || (P = Promise))(function (resolve, reject) {
			function fulfilled(value) {
				try {
					step(generator.next(value))
				} catch (e) {
					reject(e)
				}
			}
			function rejected(value) {
				try {
					step(generator['throw'](value))
				} catch (e) {
					reject(e)
				}
			}
			function step(result) {
				result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected)
			}
			step((generator = generator.apply(thisArg, _arguments || [])).next())
		})
	}
var ExitCode
;((function (ExitCode) {
	ExitCode[(ExitCode['Success'] = 0)] = 'Success'
	ExitCode[(ExitCode['Failure'] = 1)] = 'Failure'
}))(ExitCode || (ExitCode = {}))
function exportVariable(name, val) {
	const convertedVal = toCommandValue(val)
	process.env[name] = convertedVal
	const filePath = process.env['GITHUB_ENV'] || ''
	if (filePath) {
		return issueFileCommand('ENV', prepareKeyValueMessage(name, val))
	}
	issueCommand('set-env', { name }, convertedVal)
}
const setSecret = (function setSecret(secret) {
	command_issueCommand('add-mask', {}, secret)
})
function addPath(inputPath) {
	const filePath = process.env['GITHUB_PATH'] || ''
	if (filePath) {
		issueFileCommand('PATH', inputPath)
	} else {
		issueCommand('add-path', {}, inputPath)
	}
	process.env['PATH'] = `${inputPath}${path.delimiter}${process.env['PATH']}`
}
const getInput = (function getInput(name, options) {
	const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || ''
	if (options && options.required && !val) {
		throw new Error(`Input required and not supplied: ${name}`)
	}
	if (options && options.trimWhitespace === false) {
		return val
	}
	return val.trim()
})
function getMultilineInput(name, options) {
	const inputs = getInput(name, options)
		.split('\n')
		.filter((x) => x !== '')
	if (options && options.trimWhitespace === false) {
		return inputs
	}
	return inputs.map((input) => input.trim())
}
function getBooleanInput(name, options) {
	const trueValue = ['true', 'True', 'TRUE']
	const falseValue = ['false', 'False', 'FALSE']
	const val = getInput(name, options)
	if (trueValue.includes(val)) return true
	if (falseValue.includes(val)) return false
	throw new TypeError(
		`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
			`Support boolean input list: \`true | True | TRUE | false | False | FALSE\``,
	)
}
function setOutput(name, value) {
	const filePath = process.env['GITHUB_OUTPUT'] || ''
	if (filePath) {
		return issueFileCommand('OUTPUT', prepareKeyValueMessage(name, value))
	}
	process.stdout.write(os.EOL)
	issueCommand('set-output', { name }, toCommandValue(value))
}
function setCommandEcho(enabled) {
	issue('echo', enabled ? 'on' : 'off')
}
function setFailed(message) {
	process.exitCode = ExitCode.Failure
	error(message)
}
function isDebug() {
	return process.env['RUNNER_DEBUG'] === '1'
}
function debug(message) {
	command_issueCommand('debug', {}, message)
}
function error(message, properties = {}) {
	command_issueCommand(
		'error',
		toCommandProperties(properties),
		message instanceof Error ? message.toString() : message,
	)
}
function warning(message, properties = {}) {
	command_issueCommand(
		'warning',
		toCommandProperties(properties),
		message instanceof Error ? message.toString() : message,
	)
}
function notice(message, properties = {}) {
	command_issueCommand(
		'notice',
		toCommandProperties(properties),
		message instanceof Error ? message.toString() : message,
	)
}
const info = (function info(message) {
	process.stdout.write(message + external_os_namespaceObject.EOL)
})
function startGroup(name) {
	issue('group', name)
}
function endGroup() {
	issue('endgroup')
}
function group(name, fn) {
	return core_awaiter(this, void 0, void 0, function* () {
		startGroup(name)
		let result
		try {
			result = yield fn()
		} finally {
			endGroup()
		}
		return result
	})
}
function saveState(name, value) {
	const filePath = process.env['GITHUB_STATE'] || ''
	if (filePath) {
		return issueFileCommand('STATE', prepareKeyValueMessage(name, value))
	}
	issueCommand('save-state', { name }, toCommandValue(value))
}
function getState(name) {
	return process.env[`STATE_${name}`] || ''
}
function getIDToken(aud) {
	return core_awaiter(this, void 0, void 0, function* () {
		return yield OidcClient.getIDToken(aud)
	})
}
const MAX_STEPS = 3
function formatAnnotation(happened, steps, tokenPage, where) {
	const lines = steps.slice(0, MAX_STEPS).map((step, index) => `${index + 1}. ${withoutQuery(step, tokenPage)}`)
	return [happened, ...lines, ...(where === '' ? [] : [`More: ${where}`])].join('\n')
}
function withoutQuery(step, tokenPage) {
	return tokenPage === null ? step : step.replaceAll(tokenPage, tokenPage.replace(/\?.*$/s, ''))
}
const documentation_REPOSITORY = 'jira-pat-check/jira-pat-check'
const documentationUrl = (function documentationUrl(reason, environment) {
	const isGitHubCom = environment['GITHUB_SERVER_URL'] === 'https://github.com'
	const repository = isGitHubCom && matching(environment['GITHUB_ACTION_REPOSITORY'], /^[\w.-]+\/[\w.-]+$/)
	const ref = repository && matching(environment['GITHUB_ACTION_REF'], /^[\w.-]+(?:\/[\w.-]+)*$/)
	return `https://github.com/${repository || documentation_REPOSITORY}/blob/${ref || 'main'}/docs/reasons.md#${reason}`
})
const matching = (function matching(text, pattern) {
	return text !== undefined && pattern.test(text) ? text : undefined
})
const outputs = {
	result: (({ report }) => report.result),
	category: (({ report }) => report.category),
	reason: (({ report }) => report.reason),
	stage: (({ report }) => report.stage),
	message: (({ report }) => report.message),
	remedy: (({ report }) => report.remedy),
	'status-code': (({ report }) => report.statusCode),
	username: (({ report }) => report.identity?.name),
	'user-key': (({ report }) => report.identity?.key),
	'display-name': (({ report }) => report.identity?.displayName),
	email: (({ report }) => report.identity?.emailAddress),
	'time-zone': (({ report }) => report.identity?.timeZone),
	locale: (({ report }) => report.identity?.locale),
	'account-id': (({ report }) => report.identity?.accountId),
	'token-expires-at': (({ report }) => report.expiry.expiresAt),
	'token-days-left': (({ report }) => report.expiry.daysLeft),
	'token-name': (({ report }) => report.expiry.tokenName),
	'expiry-status': (({ report }) => report.expiry.status),
	'missing-permissions': (({ report, permissions }) =>
		permissions.length === 0 ? undefined : JSON.stringify(report.missingPermissions)),
	report: (({ report }) => JSON.stringify(report)),
}
const listOutputs = (function listOutputs(presentation) {
	return Object.entries(outputs).map((([name, read]) => [name, String(read(presentation) ?? '')]))
})
const describeStep = (function describeStep(action) {
	if (action === undefined || !/^[\w.-]{1,200}$/.test(action)) return ''
	const parts = action.split('.')
	const ids = parts.filter((part) => !part.startsWith('__'))
	if (ids.length > 0) return `step ${ids.join('.')}`
	const number = /_(\d{1,3})$/.exec(action)?.[1]
	return number === undefined ? '' : `check ${number} of this job`
})
const report_table_table = (function report_table_table(header, rows) {
	const line = ((cells) => `| ${cells.join(' | ')} |`)
	return [line(header), line(header.map((() => '---'))), ...rows.map(line)].join('\n')
})
const RESULT_ICONS = {
	usable: '\u2705',
	refused: '\u274c',
	unknown: '\u2753',
	misconfigured: '\u2699\ufe0f',
}
const checklist_QUESTIONS = {
	'expected-user': 'Is an expected user',
	projects: 'Sees all projects',
	spaces: 'Sees all spaces',
	repositories: 'Sees all repositories',
	permissions: 'Holds all permissions',
}
const drawChecklist = (function drawChecklist(presentation) {
	const { report } = presentation
	const rows = [
		[presentation.words.product, report.baseUrl && markdownText(report.baseUrl)],
		['User', userCell(presentation)],
		...report.gates.map(((gate) => [checklist_QUESTIONS[gate.gate] ?? '', gateCell(gate, presentation)])),
		['Token expires', expiryCell(report)],
		['HTTP status', statusCell(report)],
	]
	const answered = rows.flatMap((([question, answer]) => (answer === null ? [] : [[question, answer]])))
	return answered.length === 0 ? [] : [report_table_table(['Checked', 'Answer'], answered)]
})
const userCell = (function userCell({ report, user }) {
	if (report.stage === 'inputs') return null
	if (user === '') return '\u2796 not known'
	return holds(report, 'user-active') === false ? `\u274c ${markdownText(user)}, deactivated` : `\u2705 ${markdownText(user)}`
})
const gateCell = (function gateCell({ gate, holds }, { report, permissions }) {
	if (checklist_QUESTIONS[gate] === undefined) return null
	if (holds === null) return '\u2796 not judged'
	if (gate !== 'permissions') return holds ? '\u2705 yes' : '\u274c no'
	const all = permissions.length
	return holds ? `\u2705 ${all === 1 ? 'yes' : `all ${all}`}` : `\u274c ${report.missingPermissions.length} of ${all} missing`
})
const expiryCell = (function expiryCell(report) {
	const { status, expiresAt, daysLeft, tokenName } = report.expiry
	const name = tokenName === '' ? '' : ` (\u201c${markdownText(tokenName)}\u201d)`
	const day = `${expiresAt?.slice(0, 10)}, ${describeDaysLeft(daysLeft ?? 0)}${name}`
	switch (status) {
		case 'not-checked':
			return holds(report, 'expiry-fail-days') === undefined ? null : '\u2796 not checked'
		case 'unknown':
			return '\u2796 not known'
		case 'never':
			return `\u2705 never${name}`
		case 'ambiguous':
			return `\u2796 not known; the first of the account\u2019s tokens: ${day}`
		case 'ok':
			return `\u2705 ${day}`
		case 'expired':
			return `\u26a0\ufe0f expired: ${day}`
		case 'expiring':
			return holds(report, 'expiry-fail-days') === false ? `\u274c too soon: ${day}` : `\u26a0\ufe0f soon: ${day}`
	}
})
const statusCell = (function statusCell({ result, category, statusCode }) {
	return statusCode === null || result === 'usable' || category === 'gate' ? null : String(statusCode)
})
const holds = (function holds({ gates }, name) {
	return gates.find((({ gate }) => gate === name))?.holds
})
const HOLDINGS = {
	held: '\u2705 held',
	missing: '\u274c missing',
	unknown: '\u2753 not known here',
	'not-visible': '\u274c not visible',
}
const FEW_PLACES = 10
const MAX_PLACES = 200
const drawPermissions = (function drawPermissions(permissions, { placeTitle, placeWords }) {
	if (permissions.length === 0) return []
	const wanted = [...new Set(permissions.map(({ permission }) => permission))]
	const places = Array.from(
		Map.groupBy(permissions, ({ place }) => place ?? 'global'),
		([key, asked]) => ({ key, asked, lacksNothing: asked.every(({ holding }) => holding === 'held') }),
	)
	const toShow = places.length > FEW_PLACES ? places.filter(({ lacksNothing }) => !lacksNothing) : places
	const rows = toShow
		.slice(0, MAX_PLACES)
		.map(({ key, asked }) => [
			markdownText(key),
			...wanted.map((name) => permission_table_holdingOf(name, asked, permissions)),
		])
	const counted = places.length - toShow.length
	const left = toShow.length - rows.length
	return [
		...(rows.length === 0 ? [] : [report_table_table([placeTitle, ...wanted.map(markdownText)], rows)]),
		...(left === 0 ? [] : [`\u2026 and ${left} more such ${placeWords}, all of them in the output \`report\`.`]),
		...(counted === 0 ? [] : [`\u2705 ${counted} ${rows.length === 0 ? '' : 'more '}${placeWords}: nothing is missing.`]),
	]
})
const ELSEWHERE = { global: '\u2796 global', project: '\u2796 by project', repository: '\u2796 by repository' }
function permission_table_holdingOf(name, asked, all) {
	const holding = asked.find(({ permission }) => permission === name)?.holding
	if (holding !== undefined) return HOLDINGS[holding]
	const here = kindOf(asked[0]?.place)
	const elsewhere = all.find(({ permission, place }) => permission === name && kindOf(place) !== here)
	return elsewhere === undefined ? '\u2796 not judged' : ELSEWHERE[kindOf(elsewhere.place)]
}
function kindOf(place) {
	return place === undefined ? 'global' : place.includes('/') ? 'repository' : 'project'
}
const gantt_MAX_NAME_LENGTH = 40
const drawGantt = (function drawGantt(tokens, thresholds, nowMs) {
	const today = dayOf(nowMs)
	const lastDay = Math.max(...[...tokens, ...thresholds].map((({ days }) => days)))
	const dayAfter = ((days) => dayOf(nowMs + Math.max(1, days) * DAY_MS))
	const bars = tokens.map(
		(({ label, days, isCritical }) => `    ${label} : ${isCritical ? 'crit, ' : ''}${today}, ${dayAfter(days)}`),
	)
	const milestones = thresholds.map((({ label, days }) => `    ${label} : milestone, ${dayAfter(days)}, 0d`))
	return [
		'```mermaid',
		'gantt',
		'    accTitle: How long the tokens live',
		'    accDescr: A bar for each token, from today to its last day. The table has the same as text.',
		`    title From today, ${today}`,
		'    dateFormat YYYY-MM-DD',
		...(lastDay > 60
			? ['    axisFormat %b %Y', '    tickInterval 1month']
			: ['    axisFormat %d %b', '    tickInterval 1week']),
		'    todayMarker off',
		'    section Tokens',
		...bars,
		...(milestones.length === 0 ? [] : ['    section Thresholds', ...milestones]),
		'```',
	].join('\n')
})
const labelBar = (function labelBar(name, left) {
	return `\u201c${plainText(mermaidText(name), ((text) => text), gantt_MAX_NAME_LENGTH)}\u201d, ${left}`
})
const NEVER_DAYS = 90
const timeline_MAX_DAYS = 366
const drawTimeline = (function drawTimeline(presentation) {
	const { tokens, moreTokens } = presentation
	if (tokens.length === 0) return []
	const thresholds = listThresholds(presentation)
	const marks = timeline_listTokens(presentation, thresholds)
	return [
		...(marks.length === 0 ? [] : [drawGantt(marks, thresholds, presentation.nowMs)]),
		tokenTable(presentation),
		...(moreTokens === 0 ? [] : [`\u2026 and ${moreTokens} more, none of which expires earlier.`]),
	]
})
const listThresholds = (function listThresholds({ expiryFailDays, expiryWarnDays }) {
	return Object.entries({ 'expiry-fail-days': expiryFailDays ?? 0, 'expiry-warn-days': expiryWarnDays })
		.filter((([, days]) => days > 0))
		.map((([input, days]) => ({ label: `${input} ${days}`, days: Math.min(days, timeline_MAX_DAYS) })))
})
const timeline_listTokens = (function timeline_listTokens(presentation, thresholds) {
	const { tokens, nowMs } = presentation
	const dated = tokens.flatMap((({ expiresAt }) => (typeof expiresAt === 'number' ? [(expiresAt - nowMs) / DAY_MS] : [])))
	const furthest = Math.min(
		timeline_MAX_DAYS,
		Math.max(NEVER_DAYS, ...dated, ...thresholds.map((({ days }) => days))) * 1.1,
	)
	return tokens
		.filter((({ expiresAt }) => expiresAt !== 'unreadable'))
		.map(((token) => ({
			label: labelOf(token, nowMs),
			days: typeof token.expiresAt === 'number' ? Math.min((token.expiresAt - nowMs) / DAY_MS, furthest) : furthest,
			isCritical: urgencyOf(token, presentation) !== 'none',
		})))
})
const labelOf = (function labelOf({ name, expiresAt }, nowMs) {
	return labelBar(
		name,
		typeof expiresAt === 'number' ? describeDaysLeft(wholeDaysLeft(expiresAt, nowMs)) : 'never expires',
	)
})
const URGENCY_WORDS = {
	refuses: (days) => `\ud83d\udd34 ${days}, too soon`,
	warns: (days) => `\ud83d\udfe0 ${days}, soon`,
	none: String,
}
const urgencyOf = (function urgencyOf({ expiresAt }, { nowMs, expiryWarnDays, expiryFailDays }) {
	if (typeof expiresAt !== 'number') return 'none'
	if (isWithinDays(expiresAt, expiryFailDays, nowMs)) return 'refuses'
	return isWithinDays(expiresAt, expiryWarnDays, nowMs) ? 'warns' : 'none'
})
const tokenTable = (function tokenTable(presentation) {
	const { tokens, nowMs, report } = presentation
	const day = ((time) => (typeof time === 'number' ? dayOf(time) : (time ?? '')))
	return report_table_table(
		['Token', 'Expires', 'Days left', 'Created', 'Last used'],
		tokens.map(((token) => [
			nameCell(token.name, report.expiry.tokenName),
			day(token.expiresAt),
			typeof token.expiresAt === 'number'
				? URGENCY_WORDS[urgencyOf(token, presentation)](wholeDaysLeft(token.expiresAt, nowMs))
				: '',
			day(token.createdAt),
			day(token.lastAccessedAt),
		])),
	)
})
const nameCell = (function nameCell(name, spokenOf) {
	if (name === '') return '(unnamed)'
	return name === spokenOf ? `**${markdownText(name)}**` : markdownText(name)
})
const writeSummary = (function writeSummary(presentation, context, lives = []) {
	const { report, title, remedySteps, warnings, permissions, tokenPage } = presentation
	const text = ((plain) => linkPage(plain, tokenPage, presentation.words.tokenPageTitle))
	const list = ((steps) =>
		steps.length === 0 ? [] : [steps.map((step, index) => `${index + 1}. ${text(step)}`).join('\n')])
	const describe = ({ message, remedySteps: steps }) => [text(message), ...list(steps)]
	const first = report.result === 'usable' ? warnings[0] : undefined
	const others = warnings.filter((warning) => warning !== first)
	const advice = report.advice.map((line) => `- ${markdownText(line)}`)
	return [
		heading(first?.title ?? title, first === undefined ? RESULT_ICONS[report.result] : '\u26a0\ufe0f', presentation, context),
		text(report.message),
		...(first === undefined ? [] : [text(first.message)]),
		...section('What to do', list(first?.remedySteps ?? remedySteps)),
		...others.flatMap((warning) => section(`\u26a0\ufe0f ${markdownText(warning.title)}`, describe(warning))),
		...section('The old token and the new one', lives),
		...section('What was checked', drawChecklist(presentation)),
		...section('Permissions', drawPermissions(permissions, presentation.words)),
		...section('Tokens of this account', drawTimeline(presentation)),
		...section('Worth knowing', advice.length === 0 ? [] : [advice.join('\n')]),
		writeFooter(presentation, context),
		'',
	].join('\n\n')
})
const heading = (function heading(title, icon, { user, report }, { step }) {
	const address = (report.baseUrl ?? '').replace(/^https?:\/\//, '')
	return `## ${icon} ${[title, user, address, step].filter(Boolean).map(markdownText).join(' \u00b7 ')}`
})
const section = (function section(title, blocks) {
	return blocks.length === 0 ? [] : [`### ${title}`, ...blocks]
})
const writeFooter = (function writeFooter({ report }, { documentationUrl }) {
	const requests = `${report.requests} ${report.requests === 1 ? 'request' : 'requests'} in ${report.durationMs} ms`
	const about = `[About \`${report.reason}\`](${documentationUrl})`
	return [`Result: ${report.result}`, about, ...(report.requests === 0 ? [] : [requests])].join(' \u00b7 ')
})
const linkPage = (function linkPage(text, tokenPage, title) {
	if (tokenPage === null) return markdownText(text)
	return text
		.split(tokenPage)
		.map(markdownText)
		.join(`[${title}](${encodeUrl(tokenPage)})`)
})
function encodeUrl(url) {
	return url.replace(/[^\w.~:/?=%[\]-]/gu, (sign) =>
		Array.from(Buffer.from(sign), (byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
	)
}
const formatOutputs = (function formatOutputs(outputs) {
	let delimiter = 'ghadelimiter'
	while (outputs.some((([, value]) => value.includes(delimiter)))) delimiter += '_'
	return outputs.map((([name, value]) => `${name}<<${delimiter}\n${value}\n${delimiter}\n`)).join('')
})
const fails = (function fails({ report }, { failOn }) {
	return failOn.fails(report.reason)
})
const OWNER_ONLY = 0o600
const NO_FOLLOW = external_node_fs_namespaceObject.constants.O_NOFOLLOW ?? 0
function writeFile(path, text, mode = OWNER_ONLY) {
	try {
		const present = statusOf(path)
		if (present?.isSymbolicLink()) return 'it is a link'
		if (present !== undefined && !present.isFile() && !present.isDirectory()) {
			writeInto(path, external_node_fs_namespaceObject.constants.O_WRONLY | NO_FOLLOW, text, mode)
		} else {
			replace(path, text, mode)
		}
		return undefined
	} catch (error) {
		return errorCodeOf(error) || 'unknown error'
	}
}
function replace(path, text, mode) {
	const beside = `${path}.${Math.random().toString(36).slice(2)}.tmp`
	writeInto(
		beside,
		external_node_fs_namespaceObject.constants.O_WRONLY |
			external_node_fs_namespaceObject.constants.O_CREAT |
			external_node_fs_namespaceObject.constants.O_EXCL |
			NO_FOLLOW,
		text,
		mode,
	)
	try {
		;(0, external_node_fs_namespaceObject.renameSync)(beside, path)
	} catch (error) {
		;(0, external_node_fs_namespaceObject.rmSync)(beside, { force: true })
		throw error
	}
}
const writeInto = (function writeInto(path, flags, text, mode = OWNER_ONLY) {
	const file = (0, external_node_fs_namespaceObject.openSync)(path, flags, mode)
	try {
		if ((flags & external_node_fs_namespaceObject.constants.O_EXCL) !== 0) openTo(file, mode)
		;(0, external_node_fs_namespaceObject.writeFileSync)(file, text)
	} finally {
		;(0, external_node_fs_namespaceObject.closeSync)(file)
	}
})
function statusOf(path) {
	return (0, external_node_fs_namespaceObject.lstatSync)(path, { throwIfNoEntry: false })
}
function openTo(file, mode) {
	try {
		;(0, external_node_fs_namespaceObject.fchmodSync)(file, mode)
	} catch {}
}
const createGitHubRunner = (function createGitHubRunner(environment) {
	return {
		readInput: ((name) => getInput(name)),
		sourceOf: ((name) => `the input ${name}`),
		readEvent: (() => ({
			name: environment['GITHUB_EVENT_NAME'] ?? '',
			actor: environment['GITHUB_ACTOR'] ?? '',
			repository: environment['GITHUB_REPOSITORY'] ?? '',
			get payload() {
				return readEventPayload(environment['GITHUB_EVENT_PATH'])
			},
		})),
		nameOf: (input) => input,
		mask: setSecret,
		log: info,
		debug: environment['RUNNER_DEBUG'] === '1' ? debug : undefined,
		tell(presentation, settings) {
			const isFailure = fails(presentation, settings)
			const outputProblem = writeOutputs(listOutputs(presentation), environment)
			annotate(presentation, isFailure, settings.jobSummary, environment)
			tellOutputProblem(outputProblem, isFailure)
			if (settings.jobSummary) {
				writeJobSummary(environment, (() =>
					writeSummary(presentation, {
						documentationUrl: documentationUrl(presentation.report.reason, environment),
						step: describeStep(environment['GITHUB_ACTION']),
					})),
				)
			}
			return isFailure || outputProblem !== undefined ? 1 : 0
		},
		publish({ outputs, annotations, summary, failing }) {
			const isFailure = failing !== null
			const outputProblem = writeOutputs(outputs, environment)
			const say = { error: error, warning: warning, notice: notice }
			for (const { level, title, text } of annotations) say[level](text, { title })
			tellOutputProblem(outputProblem, isFailure)
			if (summary !== undefined) writeJobSummary(environment, () => summary)
			return isFailure || outputProblem !== undefined ? 1 : 0
		},
		writeFile: writeFile,
	}
})
const writeOutputs = (function writeOutputs(outputs, environment) {
	const path = environment['GITHUB_OUTPUT']
	if (!path) return 'GITHUB_OUTPUT is not set'
	try {
		writeInto(
			path,
			external_node_fs_namespaceObject.constants.O_WRONLY | external_node_fs_namespaceObject.constants.O_APPEND,
			formatOutputs(outputs),
		)
		return undefined
	} catch (error) {
		return describeFileError(error)
	}
})
const annotate = (function annotate(presentation, isFailure, hasSummary, environment) {
	const { report, title, happened, remedySteps, warnings, lines, tokenPage } = presentation
	const places = hasSummary ? ['the job summary'] : []
	if (report.result === 'usable') info(report.message)
	else {
		const where = [...places, documentationUrl(report.reason, environment)].join(', and ')
		const say = isFailure ? error : warning
		say(formatAnnotation(happened, remedySteps, tokenPage, where), { title })
	}
	for (const line of lines) info(line)
	for (const { title, message, remedySteps } of warnings) {
		warning(formatAnnotation(message, remedySteps, tokenPage, places.join()), { title })
	}
})
const tellOutputProblem = (function tellOutputProblem(problem, isFailure) {
	if (problem === undefined) return
	const say = isFailure ? info : (text) => error(text, { title: 'The outputs cannot be written' })
	say(`The outputs of this step cannot be written (${problem}), so that later steps would read nothing.`)
})
const writeJobSummary = (function writeJobSummary(environment, write) {
	try {
		;(0, external_node_fs_namespaceObject.appendFileSync)(environment['GITHUB_STEP_SUMMARY'] ?? '', `${write()}\n`)
	} catch (error) {
		info(`The job summary cannot be written (${describeFileError(error)}).`)
	}
})
function readEventPayload(path) {
	try {
		return JSON.parse((0, external_node_fs_namespaceObject.readFileSync)(path ?? '', 'utf8'))
	} catch {
		return undefined
	}
}
function describeFileError(error) {
	return errorCodeOf(error) || 'unknown error'
}
const openRunner = (async function openRunner(process, program) {
	if (isGitHub(process)) return createGitHubRunner(process.env)
	const part = import('./open-command-line.js')
	const { openCommandLine } = await takePart('open-command-line.js', part)
	return openCommandLine(process, program)
})
function startPart(process, part) {
	createEnding(process, isGitHub(process))
	part.catch((error) => failToLoad(process, error))
}
function failToLoad(process, error) {
	const onGitHub = isGitHub(process)
	const why = error instanceof MissingPart ? error.message : 'a fault of its own'
	const text = `jira-pat-check could not start: ${why}\n`
	if (onGitHub) process.stdout.write(`::error title=The check itself failed::${text}`)
	else process.stderr.write(text)
	createEnding(process, onGitHub).end(onGitHub ? 1 : 3)
}
const startProgram = (function startProgram(process, program, createRun) {
	const { end, follow } = createEnding(process, isGitHub(process))
	openRunner(process, program).then(
		((opened) => (typeof opened === 'number' ? end(opened) : follow(createRun(opened)))),
		(error) => failToLoad(process, error),
	)
})
const program = programOf(process.argv)
if (program === 'check') {
	const { env: environment, versions } = process
	startProgram(process, program, ((runner) =>
		createRun({ runner, environment, nodeVersion: versions.node, clock: systemClock, random: Math.random })),
	)
} else {
	startPart(
		process,
		takePart('scheduled.js', import('./scheduled.js')).then((scheduled) => scheduled[program]()),
	)
}
export {}
