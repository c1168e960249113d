const loadBuiltin = process.getBuiltinModule ?? (await import('node:module')).createRequire(import.meta.url)
function builtin(name) {
	let loaded
	return new Proxy({}, { get: (_, property) => (loaded ??= loadBuiltin(name))[property] })
}
var __nccwpck_require__ = {}
;(() => {
	__nccwpck_require__.d = (exports, definition) => {
		for (var key in definition) {
			if (__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] })
			}
		}
	}
})()
;(() => {
	__nccwpck_require__.o = (obj, prop) => Object.prototype.hasOwnProperty.call(obj, prop)
})()
var __webpack_exports__ = {}
__nccwpck_require__.d(__webpack_exports__, {
	x: () => VERSION,
	A: () => openCommandLine,
})
const VERSION = '2.0.0'
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
const PERMISSIONS_OF_BITBUCKET = ['PROJECT', 'REPO'].flatMap((place) =>
	['READ', 'WRITE', 'ADMIN'].map((level) => `${place}_${level}`),
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
const table = {
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
function takes(program, { programs }) {
	return programs === undefined || program in programs
}
function rowFor(program, row) {
	return { ...row, ...row.programs?.[program] }
}
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
const INPUT = /<([a-z]+(?:-[a-z]+)*)>/g
function nameInputs(text, nameOf) {
	return text.replace(INPUT, (_, input) => nameOf(input))
}
function fill(template, facts, nameOf = (input) => input) {
	const known = new Map(Object.entries(facts))
	const insert = (part) => nameInputs(part, nameOf).replace(/\{(\w+)\}/g, (_, name) => known.get(name) || '(unknown)')
	const isKnown = (part) => Array.from(part.matchAll(/\{(\w+)\}/g)).every(([, name = '']) => Boolean(known.get(name)))
	return template.replace(/\[([^\]]*)\]|[^[]+/g, (part, optional) => {
		if (optional === undefined) return insert(part)
		return isKnown(optional) ? insert(optional) : ''
	})
}
function variableOf(input) {
	return `JIRA_CHECK_${input.toUpperCase().replaceAll('-', '_')}`
}
function defaultText({ default: byDefault }) {
	if (byDefault === undefined) return undefined
	return typeof byDefault === 'object' ? byDefault.join(', ') : String(byDefault)
}
function fillFrom(row, words) {
	const bounds = row.kind === 'whole-number' ? { min: String(row.min), max: String(row.max) } : {}
	return fill(words, { default: defaultText(row), variable: row.variable, ...bounds })
}
const documentation_REPOSITORY = 'jira-pat-check/jira-pat-check'
function documentationUrl(reason, environment) {
	const isGitHubCom = environment['GITHUB_SERVER_URL'] === 'https://github.com'
	const repository = isGitHubCom && matching(environment['GITHUB_ACTION_REPOSITORY'], /^[\w.-]+\/[\w.-]+$/)
	const ref = repository && matching(environment['GITHUB_ACTION_REF'], /^[\w.-]+(?:\/[\w.-]+)*$/)
	return `https://github.com/${repository || documentation_REPOSITORY}/blob/${ref || 'main'}/docs/reasons.md#${reason}`
}
function matching(text, pattern) {
	return text !== undefined && pattern.test(text) ? text : undefined
}
const outputs = {
	result: ({ report }) => report.result,
	category: ({ report }) => report.category,
	reason: ({ report }) => report.reason,
	stage: ({ report }) => report.stage,
	message: ({ report }) => report.message,
	remedy: ({ report }) => report.remedy,
	'status-code': ({ report }) => report.statusCode,
	username: ({ report }) => report.identity?.name,
	'user-key': ({ report }) => report.identity?.key,
	'display-name': ({ report }) => report.identity?.displayName,
	email: ({ report }) => report.identity?.emailAddress,
	'time-zone': ({ report }) => report.identity?.timeZone,
	locale: ({ report }) => report.identity?.locale,
	'account-id': ({ report }) => report.identity?.accountId,
	'token-expires-at': ({ report }) => report.expiry.expiresAt,
	'token-days-left': ({ report }) => report.expiry.daysLeft,
	'token-name': ({ report }) => report.expiry.tokenName,
	'expiry-status': ({ report }) => report.expiry.status,
	'missing-permissions': ({ report, permissions }) =>
		permissions.length === 0 ? undefined : JSON.stringify(report.missingPermissions),
	report: ({ report }) => JSON.stringify(report),
}
function listOutputs(presentation) {
	return Object.entries(outputs).map(([name, read]) => [name, String(read(presentation) ?? '')])
}
const MAX_BYTES = 5000
const CAPS = [1000, 800, 600, 450, 300, 250, 200, 150]
function formatDotenv(presentation) {
	const texts = CAPS.map((maxBytes) => formatLines(presentation, maxBytes))
	return texts.find((text) => Buffer.byteLength(text) <= MAX_BYTES) ?? texts.at(-1) ?? ''
}
function formatLines(presentation, maxBytes) {
	return listOutputs(presentation)
		.filter(([name]) => name !== 'report')
		.map(([name, value]) => {
			const isList = name === 'missing-permissions'
			const text = isList ? cutList(value, presentation.report, maxBytes) : cutText(value, maxBytes)
			return `JIRA_PAT_CHECK_${name.toUpperCase().replaceAll('-', '_')}=${text}\n`
		})
		.join('')
}
function cutText(text, maxBytes) {
	if (Buffer.byteLength(text) <= maxBytes) return text
	const mark = '\u2026'
	return `${Buffer.from(text)
		.subarray(0, maxBytes - Buffer.byteLength(mark))
		.toString()
		.replace(/\uFFFD$/, '')}${mark}`
}
function cutList(json, { missingPermissions }, maxBytes) {
	if (Buffer.byteLength(json) <= maxBytes) return json
	let count = Math.min(missingPermissions.length, Math.floor(maxBytes / 4))
	const first = () =>
		JSON.stringify([...missingPermissions.slice(0, count), `\u2026 and ${missingPermissions.length - count} more`])
	while (Buffer.byteLength(first()) > maxBytes) count -= 1
	return first()
}
const CLASS_NAME = 'jira-pat-check'
function testSuite(cases, seconds) {
	const count = (mark) => cases.filter((text) => text.includes(mark)).length
	return [
		'<?xml version="1.0" encoding="UTF-8"?>',
		`<testsuites><testsuite name="${CLASS_NAME}" tests="${cases.length}" failures="${count('<failure')}" errors="0" skipped="${count('<skipped')}" time="${seconds}">`,
		...cases,
		'</testsuite></testsuites>',
		'',
	].join('\n')
}
function testCase(name, seconds, content) {
	return `<testcase classname="${CLASS_NAME}" name="${xmlText(name)}" time="${seconds}">${content}</testcase>`
}
function failure(type, words) {
	return `<failure type="${xmlText(type)}" message="${xmlText(words.title)}">${xmlText(textOf(words))}</failure>`
}
function skipped(words) {
	return `<skipped message="${xmlText(words.title)}">${xmlText(textOf(words))}</skipped>`
}
function textOf({ message, remedySteps = [] }) {
	return [message, ...remedySteps.map((step, index) => `${index + 1}. ${step}`)].join('\n')
}
function xmlText(text) {
	return text.replace(/[<>&"]/g, (sign) => `&#${sign.codePointAt(0)};`)
}
function formatJunit(presentation) {
	const { report, title, user, words } = presentation
	const at = report.baseUrl === null ? '' : ` at ${report.baseUrl}`
	const seconds = report.durationMs / 1000
	const verdict = failure(report.reason, { ...presentation, title, message: report.message })
	const decided = report.category === 'gate' ? report.gates.find(({ holds }) => holds === false) : undefined
	const contentOf = (gate) => (gate === decided ? verdict : contentOfGate(gate))
	const gates = report.gates.filter(({ gate }) => gate !== 'expiry-fail-days')
	const cases = [
		testCase(
			`${words.product} token${user === '' ? '' : ` of ${user}`}${at}`,
			seconds,
			report.result === 'usable' ? '' : verdict,
		),
		...gates.map((gate) => testCase(`${gate.gate}${at}`, 0, contentOf(gate))),
		...expiryContents(presentation, contentOf).map((content) => testCase(`expiry${at}`, 0, content)),
	]
	return testSuite(cases, seconds)
}
function contentOfGate({ gate, holds }) {
	if (holds === null) return skipped({ title: 'not judged', message: 'Something else went wrong before.' })
	return holds ? '' : failure(gate, { title: 'does not hold', message: 'Something before it does not either.' })
}
function expiryContents({ report, warnings }, contentOf) {
	const gate = report.gates.find((candidate) => candidate.gate === 'expiry-fail-days')
	if (gate !== undefined && gate.holds !== true) return [contentOf(gate)]
	const [warning] = warnings
	if (warning !== undefined) return [skipped(warning)]
	switch (report.expiry.status) {
		case 'not-checked':
			return []
		case 'unknown':
		case 'ambiguous':
			return gate === undefined
				? [skipped({ title: 'not known', message: 'It is not known when the token expires.' })]
				: ['']
		default:
			return ['']
	}
}
function wrap(text, columns, indent = '', widthOf = ({ length }) => length) {
	if (columns === undefined) return text
	const lines = []
	let line
	for (const word of text.split(' ')) {
		if (line === undefined) line = word
		else if (widthOf(line) + 1 + widthOf(word) <= columns) line += ` ${word}`
		else {
			lines.push(line)
			line = indent + word
		}
	}
	return [...lines, line].join('\n')
}
const RED = 31
const GREEN = 32
const YELLOW = 33
function createPaint(isColoured) {
	return (text, colour) => (isColoured ? `\u001B[1;${colour}m${text}\u001B[0m` : text)
}
function listTerminalLines({ presentation, advice, documentationUrl }, columns, isColoured) {
	const { report, title, remedySteps, warnings, lines } = presentation
	const paint = createPaint(isColoured)
	const say = (text, indent) => wrap(text, columns, indent)
	const list = (steps) => steps.map((step, index) => say(`  ${index + 1}. ${step}`, '     '))
	const [heading, colour] = headingOf(presentation)
	return [
		paint(say(`${heading}: ${title}`), colour),
		say(report.message),
		...list(remedySteps),
		...lines.map((text) => say(text)),
		...warnings.flatMap((warning) => [
			paint(say(`Warning: ${warning.title}`), YELLOW),
			say(warning.message),
			...list(warning.remedySteps),
		]),
		...advice.map((text) => say(`Worth knowing: ${text}`)),
		...(report.result === 'usable' ? [] : [`More: ${documentationUrl}`]),
	]
}
function headingOf({ report, warnings }) {
	if (report.result !== 'usable') return [report.result.toUpperCase(), RED]
	return warnings.length === 0 ? ['OK', GREEN] : ['OK, with a warning', YELLOW]
}
function inputFlagsOf(program) {
	return new Map(Array.from(inputsOf(program), ([input, row]) => [row.flag ?? input, { input, row }]))
}
const CHECK_FILES = {
	report: 'write the whole verdict as JSON, to a file or to \u201c-\u201d',
	dotenv: "write the outputs in GitLab's format, likewise",
	junit: 'write the verdict as JUnit XML, likewise',
}
const OTHER_FLAGS = {
	verbose: 'tell of every request',
	help: 'print this',
	version: 'print the version',
}
function isHidden({ kind }) {
	return kind === 'secret' || kind === 'headers'
}
function fails({ report }, { failOn }) {
	return failOn.fails(report.reason)
}
const standard_input_MAX_BYTES = 64 * 1024
function readToEnd(stream, clock, timeoutMs) {
	return new Promise((resolve) => {
		const chunks = []
		let size = 0
		const cancelTimer = clock.after(timeoutMs, () => {
			resolve(undefined)
			stream.destroy()
		})
		const settle = () => {
			cancelTimer()
			resolve(Buffer.concat(chunks).toString())
		}
		stream.on('data', (chunk) => {
			chunks.push(chunk)
			size += chunk.length
			if (size > standard_input_MAX_BYTES) stream.destroy()
		})
		stream.on('end', settle)
		stream.on('close', settle)
		stream.on('error', settle)
	})
}
const external_node_fs_namespaceObject = builtin('node:fs')
const RESET_CODES = new Set(['ECONNRESET', 'EPIPE', 'ECONNABORTED'])
function errorCodeOf(error) {
	return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}
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
function writeInto(path, flags, text, mode = OWNER_ONLY) {
	const file = (0, external_node_fs_namespaceObject.openSync)(path, flags, mode)
	try {
		if ((flags & external_node_fs_namespaceObject.constants.O_EXCL) !== 0) openTo(file, mode)
		;(0, external_node_fs_namespaceObject.writeFileSync)(file, text)
	} finally {
		;(0, external_node_fs_namespaceObject.closeSync)(file)
	}
}
function statusOf(path) {
	return (0, external_node_fs_namespaceObject.lstatSync)(path, { throwIfNoEntry: false })
}
function openTo(file, mode) {
	try {
		;(0, external_node_fs_namespaceObject.fchmodSync)(file, mode)
	} catch {}
}
const USUAL_COLUMNS = 80
const MAX_COLUMNS = 100
const EXIT_CODES = { usable: 0, refused: 1, misconfigured: 2, unknown: 3 }
const FORMATS = {
	report: ({ report }) => `${JSON.stringify(report, null, 2)}\n`,
	dotenv: formatDotenv,
	junit: formatJunit,
}
function createCommandLineRunner(options) {
	const { program, inputs, files, environment, openStandardInput, isVerbose, isColoured } = options
	const rows = new Map(inputsOf(program))
	const isOutputFile = (name) => rows.get(name)?.kind === 'output-file'
	const isForProgram = [...inputs].some(([name, value]) => value === '-' && isOutputFile(name))
	const write = isForProgram || [...files.values()].includes('-') ? options.writeError : options.write
	const columns = options.columns === undefined ? undefined : Math.min(options.columns || USUAL_COLUMNS, MAX_COLUMNS)
	const line = (text) => write(`${text}\n`)
	const isSecret = (name) => {
		const row = rows.get(name)
		return row !== undefined && isHidden(row)
	}
	const flagOf = (name) => `--${rows.get(name)?.flag ?? name}`
	const isPiped = (name) => inputs.get(name) === '-' && isSecret(name)
	let shownProgress = ''
	let piped = ''
	let unendedSeconds
	return {
		async ready(clock, timeoutMs) {
			if (![...inputs.keys()].some(isPiped)) return
			const read = await readToEnd(openStandardInput(), clock, timeoutMs)
			piped = read ?? ''
			unendedSeconds = read === undefined ? timeoutMs / 1000 : undefined
		},
		readInput: (name) => (isPiped(name) ? piped : inputs.get(name) || environment[variableOf(name)] || ''),
		sourceOf: (name) => (isPiped(name) ? 'standard input' : inputs.get(name) ? flagOf(name) : variableOf(name)),
		blankBecause(name) {
			if (!isPiped(name) || piped.trim() !== '') return undefined
			return unendedSeconds === undefined
				? 'standard input is empty'
				: `standard input has not ended within ${unendedSeconds} s`
		},
		readEvent: () => undefined,
		nameOf(input, tokenVariable = 'JIRA_PAT') {
			if (!isSecret(input)) return flagOf(input)
			return `${input === 'token' ? tokenVariable : variableOf(input)} (or ${flagOf(input)} -)`
		},
		mask: () => undefined,
		log: (text) => line(wrap(text, columns)),
		debug: isVerbose ? (text) => line(`Debug: ${text}`) : undefined,
		tell(presentation, settings) {
			const { advice, reason, result } = presentation.report
			const shown = { presentation, advice, documentationUrl: documentationUrl(reason, environment) }
			listTerminalLines(shown, columns, isColoured).forEach(line)
			const exitCode = fails(presentation, settings) ? EXIT_CODES[result] : 0
			return writeFiles(presentation) ? exitCode : exitCode || EXIT_CODES.unknown
		},
		progress: columns === undefined ? undefined : showProgress,
		writeFile: writeOut,
		publish({ terminal, failing }) {
			terminal(columns, isColoured).forEach(line)
			return failing === null ? 0 : EXIT_CODES[failing]
		},
	}
	function showProgress(text) {
		write(`\r${text.padEnd(shownProgress.length)}${text === '' ? '\r' : ''}`)
		shownProgress = text
	}
	function writeOut(path, text, mode) {
		if (path !== '-') return writeFile(path, text, mode)
		options.write(text)
		return undefined
	}
	function writeFiles(presentation) {
		const problems = Object.entries(FORMATS).flatMap(([flag, format]) => {
			const path = files.get(flag)
			const problem = path === undefined ? undefined : writeOut(path, format(presentation))
			return problem === undefined ? [] : [`The file of --${flag} cannot be written (${problem}).`]
		})
		problems.forEach(line)
		return problems.length === 0
	}
}
const external_node_util_namespaceObject = builtin('node:util')
const URL_INPUTS = Object.keys(urlRows).filter((name) => name in urlRows)
function findAskedUrl(readInput, environment) {
	const [given, rival] = URL_INPUTS.filter((name) => readInput(name).trim() !== '')
	const input = given ?? URL_INPUTS.find((name) => environment[table[name].variable]?.trim()) ?? 'jira-url'
	const { product, tokenVariable } = table[input]
	return { input, product, tokenVariable, rival }
}
const PROGRAMS = ['check', 'watch', 'rotate']
const TYPED = /^[a-z]{2,20}(?:-[a-z]{1,20}){0,3}$/
function describeFlaw(args, names, ofAll) {
	const flags = args.flatMap((arg) => /^--([^=]+)/s.exec(arg)?.[1] ?? [])
	const unknown = flags.find((flag) => !names.includes(flag))
	const [word = ''] = args
	const program = nearest(word, PROGRAMS)
	if (unknown === undefined && program !== undefined)
		return `there is no program of that name, perhaps ${program} is meant`
	const addresses = names.filter((name) => name.endsWith('-url')).map((name) => `--${name}`)
	const standsAlone = (arg, index) => /^https?:/i.test(arg) && !args[index - 1]?.startsWith('--')
	if (unknown === undefined && addresses.length > 0 && args.some(standsAlone)) {
		return `an address stands alone: give it by its flag, ${addresses.join(' or ')}; --help lists them all`
	}
	if (unknown === undefined) {
		return 'the flags cannot be read: each is --NAME VALUE, and there are no other arguments; --help lists them'
	}
	const others = [...ofAll].flatMap(([other, flags]) => (flags.includes(unknown) ? [other] : []))
	if (others.length > 0) return `--${unknown} is a flag of ${others.join(' and ')}, and not of this; --help lists them`
	const meant = meantBy(unknown, names)
	const swallowing = names.find((name) => unknown.startsWith(name))
	if (meant.length === 0 && swallowing !== undefined) {
		return `there is no such flag, though one begins like --${swallowing}: perhaps a blank is missing; --help lists them`
	}
	const shown = TYPED.test(unknown) ? `--${unknown}` : 'of that name'
	const hint = meant.length === 0 ? '' : `, perhaps ${meant.map((name) => `--${name}`).join(' or ')} is meant`
	return `there is no flag ${shown}${hint}; --help lists them`
}
const KEY_EXPOSED = `a private key is never an argument, which everybody on the machine can read: use ${variableOf('client-key')}, or give its path`
function parseCommandLine(args, program) {
	const flags = inputFlagsOf(program)
	const names = namesOf(program)
	const options = {
		...Object.fromEntries(names.map((name) => [name, { type: 'string', multiple: true }])),
		verbose: { type: 'boolean' },
		help: { type: 'boolean', short: 'h' },
		version: { type: 'boolean', short: 'v' },
	}
	const parsed = tryParse(() =>
		(0, external_node_util_namespaceObject.parseArgs)({ args: expand(args, flags), options }),
	)
	if (args.some((arg) => arg.includes('PRIVATE KEY-----'))) return { kind: 'problem', problem: KEY_EXPOSED }
	if (parsed === undefined) {
		const known = [...names, ...Object.keys(OTHER_FLAGS)]
		return { kind: 'problem', problem: describeFlaw(args, known, flagsOfAll()) }
	}
	const { help, version, verbose, ...values } = parsed.values
	if (help) return { kind: 'help' }
	if (version) return { kind: 'version' }
	const [files, inputs] = [new Map(), new Map()]
	for (const [name, given] of Object.entries(values)) {
		const texts = [given].flat().map(String)
		const flag = flags.get(name)
		const text = flag?.row.kind === 'paths' ? texts.join('\n') : (texts.at(-1) ?? '')
		if (flag === undefined) files.set(name, text)
		else inputs.set(flag.input, text)
	}
	const problem = describeExposure(flags, inputs) ?? describeCrowd(flags, inputs, files)
	if (problem !== undefined) return { kind: 'problem', problem }
	return { kind: 'run', inputs, files, isVerbose: verbose === true }
}
function flagsOfAll() {
	return new Map(PROGRAMS.map((program) => [program, namesOf(program)]))
}
function namesOf(program) {
	return [...inputFlagsOf(program).keys(), ...Object.keys(program === 'check' ? CHECK_FILES : {})]
}
function describeExposure(flags, inputs) {
	const { tokenVariable } = findAskedUrl((name) => inputs.get(name) ?? '', {})
	for (const [name, { input, row }] of flags) {
		const value = inputs.get(input)
		if (value === undefined || value === '-' || !isHidden(row)) continue
		const what = row.kind === 'secret' ? 'a token' : 'a header, which may hold a secret,'
		const variable = input === 'token' ? tokenVariable : variableOf(input)
		return `${what} is never an argument, which everybody on the machine can read: use ${variable}, or --${name} -`
	}
	return undefined
}
function describeCrowd(flags, inputs, files) {
	const given = [...flags.values()].flatMap(({ input, row }) => {
		const value = inputs.get(input)
		return value === undefined ? [] : [{ row, value }]
	})
	const piped = given.filter(({ row, value }) => value === '-' && isHidden(row))
	if (piped.length > 1) return 'only one input can come from standard input'
	const written = given.filter(({ row }) => row.kind === 'output-file').map(({ value }) => value)
	const paths = [...files.values(), ...written]
	const shared = paths.find((path, index) => paths.indexOf(path) !== index)
	if (shared === undefined) return undefined
	return shared === '-'
		? 'only one file can be written to standard output'
		: 'two files cannot be written to one path, where the second would replace the first'
}
function expand(args, flags) {
	const kindOf = (arg) => (arg?.startsWith('--') ? flags.get(arg.slice(2))?.row.kind : undefined)
	const isFlag = (arg) => arg === undefined || arg.startsWith('--')
	let last
	return args.flatMap((arg, index) => {
		if (isFlag(arg)) last = arg
		else if (kindOf(last) === 'paths' && args[index - 1] !== last) return [`${last}=${arg}`]
		return kindOf(arg) === 'boolean' && isFlag(args[index + 1]) ? [`${arg}=true`] : [arg]
	})
}
function tryParse(parse) {
	try {
		return parse()
	} catch {
		return undefined
	}
}
const FROM_ENVIRONMENT = [
	'Inputs also come from the environment: --ca-certificate, a path or PEM text,',
	'from JIRA_CHECK_CA_CERTIFICATE.',
]
const USAGE = {
	check: [
		'Usage: jira-pat-check [--jira-url URL] [--FLAG VALUE \u2026]',
		'       jira-pat-check watch|rotate --help',
		'',
		'Proves whose Jira personal access token JIRA_PAT holds, or says why not.',
		...FROM_ENVIRONMENT,
	],
	watch: [
		'Usage: jira-pat-check watch [--tokens FILE] [--FLAG VALUE \u2026]',
		'',
		'Checks every token of a list, and says who has to do what, and until when.',
		'Each token comes from the environment variable that the list names. Inputs',
		'come from there too: --fail-on from JIRA_CHECK_FAIL_ON.',
	],
	rotate: [
		'Usage: jira-pat-check rotate [--jira-url URL] [--FLAG VALUE \u2026]',
		'',
		'Puts a new token in the place of the one in JIRA_PAT, before that expires.',
		...FROM_ENVIRONMENT,
	],
}
const EXAMPLES = {
	check: [
		'Examples, with the token in JIRA_PAT:',
		'  jira-pat-check --jira-url https://jira.example.com',
		'  jira-pat-check --jira-url https://jira.example.com --projects OPS,WEB',
		'  jira-pat-check --expiry-fail-days 7 --junit jira.xml  # with JIRA_DOMAIN',
		'  jira-pat-check --confluence-url https://wiki.example.com --spaces DOC',
		'and with the token from somewhere else:',
		'  vault read -field=token secret/jira | jira-pat-check --token -',
	],
	watch: [
		'Examples:',
		'  jira-pat-check watch --tokens jira-tokens.yml',
		'  jira-pat-check watch --html tokens.html --metrics jira.prom --fail-on none',
		'  jira-pat-check watch --merge reports/a.json reports/b.json --html all.html',
	],
	rotate: [
		'Examples, with the token in JIRA_PAT and the address in JIRA_DOMAIN:',
		'  jira-pat-check rotate --name-prefix release --dry-run \\',
		'    --store-command "vault kv put -mount=secret jira token=-" \\',
		'    --read-command "vault kv get -mount=secret -field=token jira"',
		'  jira-pat-check rotate --secret org:JIRA_PAT --github-token -',
		'    with a token of GitHub from standard input, and GITHUB_REPOSITORY',
	],
}
const FAILED = [
	'  2  misconfigured: an input is wrong or missing, or a flag is',
	'  3  unknown: no answer, or none that proves anything; or a fault of the program',
]
const usage_EXIT_CODES = {
	check: ['  0  usable; or what --fail-on lets pass', '  1  refused: the token, the user or a gate', ...FAILED],
	watch: [
		'  0  all is well; or what --fail-on lets pass; else that of the worst token:',
		'  1  refused, or it expires soon',
		...FAILED,
	],
	rotate: ['  0  all is well, or nothing is due yet', '  1  refused: the token, or a new one', ...FAILED],
}
function describeUsage(program) {
	const flags = [
		...Array.from(inputFlagsOf(program), ([name, { row }]) => [name, fillFrom(row, row.help)]),
		...Object.entries({ ...(program === 'check' ? CHECK_FILES : {}), ...OTHER_FLAGS }),
	]
	return [
		...USAGE[program],
		'',
		...flags.map(([name, meaning]) => `  ${`--${name}`.padEnd(22)}${meaning}`),
		'',
		...EXAMPLES[program],
		'',
		'Exit codes:',
		...usage_EXIT_CODES[program],
	].join('\n')
}
function openCommandLine(process, program) {
	const { argv, env: environment, stdout, stderr } = process
	const args = argv.slice(2)
	const commandLine = parseCommandLine(args[0] === program ? args.slice(1) : args, program)
	const write = (text) => {
		stdout.write(text)
	}
	const writeError = (text) => {
		stderr.write(text)
	}
	switch (commandLine.kind) {
		case 'help':
			write(`${describeUsage(program)}\n`)
			return 0
		case 'version':
			write(`${VERSION}\n`)
			return 0
		case 'problem':
			writeError(`jira-pat-check: ${commandLine.problem}\n`)
			return 2
		default: {
			const isColoured = stdout.isTTY && environment['TERM'] !== 'dumb' && !environment['NO_COLOR']
			const streams = { write, writeError, openStandardInput: () => process.stdin, columns: stdout.columns }
			return createCommandLineRunner({ ...commandLine, ...streams, program, environment, isColoured })
		}
	}
}
var __webpack_exports__VERSION = __webpack_exports__.x
var __webpack_exports__openCommandLine = __webpack_exports__.A
export { __webpack_exports__VERSION as VERSION, __webpack_exports__openCommandLine as openCommandLine }
