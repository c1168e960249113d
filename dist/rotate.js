import { createRequire as __WEBPACK_EXTERNAL_createRequire } from 'module'
var __webpack_modules__ = {
	770: (module, __unused_webpack_exports, __nccwpck_require__) => {
		__nccwpck_require__(218)
	},
	218: (__unused_webpack_module, exports, __nccwpck_require__) => {
		var __webpack_unused_export__
		var net = __nccwpck_require__(278)
		var tls = __nccwpck_require__(756)
		var http = __nccwpck_require__(611)
		var https = __nccwpck_require__(692)
		var events = __nccwpck_require__(434)
		var assert = __nccwpck_require__(613)
		var util = __nccwpck_require__(23)
		__webpack_unused_export__ = httpOverHttp
		__webpack_unused_export__ = httpsOverHttp
		__webpack_unused_export__ = httpOverHttps
		__webpack_unused_export__ = httpsOverHttps
		function httpOverHttp(options) {
			var agent = new TunnelingAgent(options)
			agent.request = http.request
			return agent
		}
		function httpsOverHttp(options) {
			var agent = new TunnelingAgent(options)
			agent.request = http.request
			agent.createSocket = createSecureSocket
			agent.defaultPort = 443
			return agent
		}
		function httpOverHttps(options) {
			var agent = new TunnelingAgent(options)
			agent.request = https.request
			return agent
		}
		function httpsOverHttps(options) {
			var agent = new TunnelingAgent(options)
			agent.request = https.request
			agent.createSocket = createSecureSocket
			agent.defaultPort = 443
			return agent
		}
		function TunnelingAgent(options) {
			var self = this
			self.options = options || {}
			self.proxyOptions = self.options.proxy || {}
			self.maxSockets = self.options.maxSockets || http.Agent.defaultMaxSockets
			self.requests = []
			self.sockets = []
			self.on('free', function onFree(socket, host, port, localAddress) {
				var options = toOptions(host, port, localAddress)
				for (var i = 0, len = self.requests.length; i < len; ++i) {
					var pending = self.requests[i]
					if (pending.host === options.host && pending.port === options.port) {
						self.requests.splice(i, 1)
						pending.request.onSocket(socket)
						return
					}
				}
				socket.destroy()
				self.removeSocket(socket)
			})
		}
		util.inherits(TunnelingAgent, events.EventEmitter)
		TunnelingAgent.prototype.addRequest = function addRequest(req, host, port, localAddress) {
			var self = this
			var options = mergeOptions({ request: req }, self.options, toOptions(host, port, localAddress))
			if (self.sockets.length >= this.maxSockets) {
				self.requests.push(options)
				return
			}
			self.createSocket(options, function (socket) {
				socket.on('free', onFree)
				socket.on('close', onCloseOrRemove)
				socket.on('agentRemove', onCloseOrRemove)
				req.onSocket(socket)
				function onFree() {
					self.emit('free', socket, options)
				}
				function onCloseOrRemove(err) {
					self.removeSocket(socket)
					socket.removeListener('free', onFree)
					socket.removeListener('close', onCloseOrRemove)
					socket.removeListener('agentRemove', onCloseOrRemove)
				}
			})
		}
		TunnelingAgent.prototype.createSocket = function createSocket(options, cb) {
			var self = this
			var placeholder = {}
			self.sockets.push(placeholder)
			var connectOptions = mergeOptions({}, self.proxyOptions, {
				method: 'CONNECT',
				path: options.host + ':' + options.port,
				agent: false,
				headers: {
					host: options.host + ':' + options.port,
				},
			})
			if (options.localAddress) {
				connectOptions.localAddress = options.localAddress
			}
			if (connectOptions.proxyAuth) {
				connectOptions.headers = connectOptions.headers || {}
				connectOptions.headers['Proxy-Authorization'] =
					'Basic ' + new Buffer(connectOptions.proxyAuth).toString('base64')
			}
			debug('making CONNECT request')
			var connectReq = self.request(connectOptions)
			connectReq.useChunkedEncodingByDefault = false
			connectReq.once('response', onResponse)
			connectReq.once('upgrade', onUpgrade)
			connectReq.once('connect', onConnect)
			connectReq.once('error', onError)
			connectReq.end()
			function onResponse(res) {
				res.upgrade = true
			}
			function onUpgrade(res, socket, head) {
				process.nextTick(function () {
					onConnect(res, socket, head)
				})
			}
			function onConnect(res, socket, head) {
				connectReq.removeAllListeners()
				socket.removeAllListeners()
				if (res.statusCode !== 200) {
					debug('tunneling socket could not be established, statusCode=%d', res.statusCode)
					socket.destroy()
					var error = new Error('tunneling socket could not be established, ' + 'statusCode=' + res.statusCode)
					error.code = 'ECONNRESET'
					options.request.emit('error', error)
					self.removeSocket(placeholder)
					return
				}
				if (head.length > 0) {
					debug('got illegal response body from proxy')
					socket.destroy()
					var error = new Error('got illegal response body from proxy')
					error.code = 'ECONNRESET'
					options.request.emit('error', error)
					self.removeSocket(placeholder)
					return
				}
				debug('tunneling connection has established')
				self.sockets[self.sockets.indexOf(placeholder)] = socket
				return cb(socket)
			}
			function onError(cause) {
				connectReq.removeAllListeners()
				debug('tunneling socket could not be established, cause=%s\n', cause.message, cause.stack)
				var error = new Error('tunneling socket could not be established, ' + 'cause=' + cause.message)
				error.code = 'ECONNRESET'
				options.request.emit('error', error)
				self.removeSocket(placeholder)
			}
		}
		TunnelingAgent.prototype.removeSocket = function removeSocket(socket) {
			var pos = this.sockets.indexOf(socket)
			if (pos === -1) {
				return
			}
			this.sockets.splice(pos, 1)
			var pending = this.requests.shift()
			if (pending) {
				this.createSocket(pending, function (socket) {
					pending.request.onSocket(socket)
				})
			}
		}
		function createSecureSocket(options, cb) {
			var self = this
			TunnelingAgent.prototype.createSocket.call(self, options, function (socket) {
				var hostHeader = options.request.getHeader('host')
				var tlsOptions = mergeOptions({}, self.options, {
					socket: socket,
					servername: hostHeader ? hostHeader.replace(/:.*$/, '') : options.host,
				})
				var secureSocket = tls.connect(0, tlsOptions)
				self.sockets[self.sockets.indexOf(socket)] = secureSocket
				cb(secureSocket)
			})
		}
		function toOptions(host, port, localAddress) {
			if (typeof host === 'string') {
				return {
					host: host,
					port: port,
					localAddress: localAddress,
				}
			}
			return host
		}
		function mergeOptions(target) {
			for (var i = 1, len = arguments.length; i < len; ++i) {
				var overrides = arguments[i]
				if (typeof overrides === 'object') {
					var keys = Object.keys(overrides)
					for (var j = 0, keyLen = keys.length; j < keyLen; ++j) {
						var k = keys[j]
						if (overrides[k] !== undefined) {
							target[k] = overrides[k]
						}
					}
				}
			}
			return target
		}
		var debug
		if (process.env.NODE_DEBUG && /\btunnel\b/.test(process.env.NODE_DEBUG)) {
			debug = function () {
				var args = Array.prototype.slice.call(arguments)
				if (typeof args[0] === 'string') {
					args[0] = 'TUNNEL: ' + args[0]
				} else {
					args.unshift('TUNNEL:')
				}
				console.error.apply(console, args)
			}
		} else {
			debug = function () {}
		}
		__webpack_unused_export__ = debug
	},
	613: (module) => {
		module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)('assert')
	},
	434: (module) => {
		module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)('events')
	},
	611: (module) => {
		module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)('http')
	},
	692: (module) => {
		module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)('https')
	},
	278: (module) => {
		module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)('net')
	},
	756: (module) => {
		module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)('tls')
	},
	23: (module) => {
		module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)('util')
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
if (typeof __nccwpck_require__ !== 'undefined')
	__nccwpck_require__.ab =
		decodeURIComponent(new URL('.', import.meta.url).pathname).slice(
			import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0,
			-1,
		) + '/'
var __webpack_exports__ = {}
const DAY_MS = 24 * 60 * 60 * 1000
const systemClock = {
	now: () => Date.now(),
	monotonicMs: () => performance.now(),
	after(delayMs, callback) {
		const timer = setTimeout(callback, delayMs)
		return () => clearTimeout(timer)
	},
}
function sleep(clock, delayMs) {
	return new Promise((resolve) => clock.after(delayMs, resolve))
}
function createRun(_world) {
	throw new Error('not there yet')
}
const external_node_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)('node:fs')
function createEnding(process, isGitHub) {
	const internalErrorExitCode = isGitHub ? 1 : 3
	process.exitCode = internalErrorExitCode
	let isEnding = false
	function end(exitCode) {
		isEnding = true
		process.exitCode = exitCode
		process.stdout.write('', () => {
			const isLookingUp = process.getActiveResourcesInfo().includes('GetAddrInfoReqWrap')
			if (isLookingUp && process.platform !== 'win32') process.execve?.('/bin/sh', ['sh', '-c', `exit ${exitCode}`], {})
			process.exit(exitCode)
		})
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
	return {
		end,
		follow(run) {
			const crash = (error) => {
				if (isEnding) process.exit(internalErrorExitCode)
				isEnding = true
				end(tellCrashOrLastWord(run, error))
			}
			process.on('uncaughtException', crash)
			process.on('unhandledRejection', crash)
			process.on('beforeExit', () => crash(new Error('the check ended without a verdict')))
			run.start().then(end, crash)
		},
	}
}
const VERSION = '1.0.0'
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
		accepts: 'up to 19 letters, digits and the signs “_”, “.” and “-”',
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
		accepts: 'names of secrets: letters, digits and “_”, not beginning with a digit',
		maxItems: 1_000,
		help: 'list; of all secrets check these only',
	},
	html: { ...WATCH, kind: 'output-file', help: 'write the page as HTML, to a file or to “-”' },
	junit: { ...WATCH, kind: 'output-file', help: 'write a JUnit file, likewise' },
	metrics: { ...WATCH, kind: 'output-file', help: 'write metrics for Prometheus, likewise' },
	'report-path': { ...WATCH, kind: 'output-file', flag: 'report', help: 'write the whole report as JSON, likewise' },
	merge: { ...WATCH, kind: 'paths', help: 'check nothing: put these reports (paths) together' },
	issues: { ...WATCH, kind: 'boolean', default: true, help: 'without effect here' },
	'issue-label': {
		...WATCH,
		kind: 'word',
		pattern: /^[^,\p{Cc}]{1,50}$/u,
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
const CHECK = { programs: { check: {} } }
const OF_ONE_TOKEN = { programs: { check: {}, rotate: {} } }
const DAYS = { kind: 'whole-number', min: 0, max: 36_500, unit: 'days' }
const table = {
	...watchRows,
	...rotateRows,
	'github-token': {
		kind: 'secret',
		programs: { watch: { expression: '${{ github.token }}' }, rotate: {} },
		help: 'only “-”: from input; else JIRA_CHECK_GITHUB_TOKEN',
	},
	'jira-url': {
		...OF_ONE_TOKEN,
		kind: 'url',
		variable: 'JIRA_DOMAIN',
		help: 'base URL of Jira with its context path; else {variable}',
	},
	token: {
		...OF_ONE_TOKEN,
		kind: 'secret',
		variable: 'JIRA_PAT',
		help: 'only “-”: from standard input; else {variable}',
	},
	username: { ...CHECK, kind: 'text', help: 'send HTTP Basic username:token instead of Bearer' },
	headers: {
		...OF_ONE_TOKEN,
		kind: 'headers',
		help: 'only “-”: lines “Name: value” from standard input',
	},
	'expected-user': {
		...OF_ONE_TOKEN,
		kind: 'list',
		pattern: /^\P{Cc}+$/u,
		accepts: 'user names, keys, e-mail addresses or account ids',
		maxItems: 100,
		help: 'list; the token must belong to one of these users',
	},
	projects: {
		...CHECK,
		kind: 'list',
		pattern: /^[a-z]\w*$/i,
		accepts: 'project keys: letters, digits and “_”, starting with a letter',
		meantBy: (item) => /^([a-z]\w*)-\d+$/i.exec(item)?.[1],
		maxItems: 500,
		help: 'list of project keys that the token must reach',
	},
	permissions: {
		...CHECK,
		kind: 'list',
		pattern: /^[\w.:-]+$/,
		accepts: 'permission keys: letters, digits and the signs “_”, “.”, “:” and “-”',
		maxItems: 100,
		help: 'list of permission keys that the user must hold',
	},
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
			'results (refused, unknown, misconfigured), categories and reasons, each with “!” where it is not to fail; or none alone',
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
const REPOSITORY = 'jira-pat-check/jira-pat-check'
function documentationUrl(reason, environment) {
	const isGitHubCom = environment['GITHUB_SERVER_URL'] === 'https://github.com'
	const repository = isGitHubCom && matching(environment['GITHUB_ACTION_REPOSITORY'], /^[\w.-]+\/[\w.-]+$/)
	const ref = repository && matching(environment['GITHUB_ACTION_REF'], /^[\w.-]+(?:\/[\w.-]+)*$/)
	return `https://github.com/${repository || REPOSITORY}/blob/${ref || 'main'}/docs/reasons.md#${reason}`
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
	const mark = '…'
	return `${Buffer.from(text)
		.subarray(0, maxBytes - Buffer.byteLength(mark))
		.toString()
		.replace(/\uFFFD$/, '')}${mark}`
}
function cutList(json, { missingPermissions }, maxBytes) {
	if (Buffer.byteLength(json) <= maxBytes) return json
	let count = Math.min(missingPermissions.length, Math.floor(maxBytes / 4))
	const first = () =>
		JSON.stringify([...missingPermissions.slice(0, count), `… and ${missingPermissions.length - count} more`])
	while (count > 0 && Buffer.byteLength(first()) > maxBytes) count -= 1
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
	return [message, ...remedySteps.map((step, index) => `${index + 1}. ${step}`)].filter(Boolean).join('\n')
}
function xmlText(text) {
	return text.replace(/[<>&"]/g, (sign) => `&#${sign.codePointAt(0)};`)
}
function formatJunit(presentation) {
	const { report, title, user } = presentation
	const at = report.baseUrl === null ? '' : ` at ${report.baseUrl}`
	const seconds = report.durationMs / 1000
	const verdict = failure(report.reason, { ...presentation, title, message: report.message })
	const decided = report.category === 'gate' ? report.gates.find(({ holds }) => holds === false) : undefined
	const contentOf = (gate) => (gate === decided ? verdict : contentOfGate(gate))
	const gates = report.gates.filter(({ gate }) => gate !== 'expiry-fail-days')
	const cases = [
		testCase(`Jira token${user === '' ? '' : ` of ${user}`}${at}`, seconds, report.result === 'usable' ? '' : verdict),
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
function inputFlagsOf(program) {
	return new Map(Array.from(inputsOf(program), ([input, row]) => [row.flag ?? input, { input, row }]))
}
const CHECK_FILES = {
	report: 'write the whole verdict as JSON, to a file or to “-”',
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
function writeInto(path, flags, text, mode) {
	const file = (0, external_node_fs_namespaceObject.openSync)(path, flags, mode)
	try {
		;(0, external_node_fs_namespaceObject.writeFileSync)(file, text)
	} finally {
		;(0, external_node_fs_namespaceObject.closeSync)(file)
	}
}
function statusOf(path) {
	return (0, external_node_fs_namespaceObject.lstatSync)(path, { throwIfNoEntry: false })
}
const RED = 31
const GREEN = 32
const YELLOW = 33
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
	const columns = options.columns && Math.min(options.columns, MAX_COLUMNS)
	const bold = (text, colour) => (isColoured ? `\u001B[1;${colour}m${text}\u001B[0m` : text)
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
		placeOf: (name) => (isPiped(name) ? 'standard input' : inputs.get(name) ? flagOf(name) : variableOf(name)),
		blankBecause(name) {
			if (!isPiped(name) || piped.trim() !== '') return undefined
			return unendedSeconds === undefined
				? 'standard input is empty'
				: `standard input has not ended within ${unendedSeconds} s`
		},
		readEvent: () => undefined,
		nameOf(input) {
			if (!isSecret(input)) return flagOf(input)
			return `${rows.get(input)?.variable ?? variableOf(input)} (or ${flagOf(input)} -)`
		},
		mask: () => undefined,
		log: (text) => line(wrap(text, columns)),
		debug: isVerbose ? (text) => line(`Debug: ${text}`) : undefined,
		tell(presentation, settings) {
			const { report, title, remedySteps, warnings, lines } = presentation
			const say = (text, indent) => line(wrap(text, columns, indent))
			const list = (steps) => {
				for (const [index, step] of steps.entries()) say(`  ${index + 1}. ${step}`, '     ')
			}
			const [heading, colour] = headingOf(presentation)
			line(bold(wrap(`${heading}: ${title}`, columns), colour))
			say(report.message)
			list(remedySteps)
			for (const text of lines) say(text)
			for (const warning of warnings) {
				line(bold(wrap(`Warning: ${warning.title}`, columns), YELLOW))
				say(warning.message)
				list(warning.remedySteps)
			}
			for (const text of report.advice) say(`Worth knowing: ${text}`)
			if (report.result !== 'usable') line(`More: ${documentationUrl(report.reason, environment)}`)
			const exitCode = fails(presentation, settings) ? EXIT_CODES[report.result] : 0
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
function headingOf({ report, warnings }) {
	if (report.result !== 'usable') return [report.result.toUpperCase(), RED]
	return warnings.length === 0 ? ['OK', GREEN] : ['OK, with a warning', YELLOW]
}
const external_node_util_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)('node:util')
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
const TYPED = /^[a-z]{2,20}(?:-[a-z]{1,20}){0,3}$/
const PROGRAM_WORDS = ['check', 'watch', 'rotate']
function describeFlaw(args, names) {
	const flags = args.flatMap((arg) => /^--([^=]+)/s.exec(arg)?.[1] ?? [])
	const unknown = flags.find((flag) => !names.includes(flag))
	const [word = ''] = args
	const program = nearest(word, PROGRAM_WORDS)
	if (unknown === undefined && program !== undefined)
		return `there is no program of that name, perhaps ${program} is meant`
	if (unknown === undefined) {
		return 'the flags cannot be read: each is --NAME VALUE, and there are no other arguments; --help lists them'
	}
	const near = nearest(unknown, names)
	const swallowing = names.find((name) => unknown.startsWith(name))
	if (near === undefined && swallowing !== undefined) {
		return `there is no such flag, though one begins like --${swallowing}: perhaps a blank is missing; --help lists them`
	}
	const shown = TYPED.test(unknown) ? `--${unknown}` : 'of that name'
	const hint = near === undefined ? '' : `, perhaps --${near} is meant`
	return `there is no flag ${shown}${hint}; --help lists them`
}
const KEY_EXPOSED = `a private key is never an argument, which everybody on the machine can read: use ${variableOf('client-key')}, or give its path`
function parseCommandLine(args, program) {
	const flags = inputFlagsOf(program)
	const ownFiles = program === 'check' ? CHECK_FILES : {}
	const names = [...flags.keys(), ...Object.keys(ownFiles)]
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
		return { kind: 'problem', problem: describeFlaw(args, [...names, ...Object.keys(OTHER_FLAGS)]) }
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
function describeExposure(flags, inputs) {
	for (const [name, { input, row }] of flags) {
		const value = inputs.get(input)
		if (value === undefined || value === '-' || !isHidden(row)) continue
		const what = row.kind === 'secret' ? 'a token' : 'a header, which may hold a secret,'
		return `${what} is never an argument, which everybody on the machine can read: use ${row.variable ?? variableOf(input)}, or --${name} -`
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
const external_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)('os')
function utils_toCommandValue(input) {
	if (input === null || input === undefined) {
		return ''
	} else if (typeof input === 'string' || input instanceof String) {
		return input
	}
	return JSON.stringify(input)
}
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
function command_issueCommand(command, properties, message) {
	const cmd = new Command(command, properties, message)
	process.stdout.write(cmd.toString() + external_os_namespaceObject.EOL)
}
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
function escapeData(s) {
	return utils_toCommandValue(s).replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A')
}
function escapeProperty(s) {
	return utils_toCommandValue(s)
		.replace(/%/g, '%25')
		.replace(/\r/g, '%0D')
		.replace(/\n/g, '%0A')
		.replace(/:/g, '%3A')
		.replace(/,/g, '%2C')
}
const external_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)('crypto')
const external_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)('fs')
function file_command_issueFileCommand(command, message) {
	const filePath = process.env[`GITHUB_${command}`]
	if (!filePath) {
		throw new Error(`Unable to find environment variable for file command ${command}`)
	}
	if (!external_fs_namespaceObject.existsSync(filePath)) {
		throw new Error(`Missing file at path: ${filePath}`)
	}
	external_fs_namespaceObject.appendFileSync(
		filePath,
		`${utils_toCommandValue(message)}${external_os_namespaceObject.EOL}`,
		{
			encoding: 'utf8',
		},
	)
}
function file_command_prepareKeyValueMessage(key, value) {
	const delimiter = `ghadelimiter_${external_crypto_namespaceObject.randomUUID()}`
	const convertedValue = utils_toCommandValue(value)
	if (key.includes(delimiter)) {
		throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`)
	}
	if (convertedValue.includes(delimiter)) {
		throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`)
	}
	return `${key}<<${delimiter}${external_os_namespaceObject.EOL}${convertedValue}${external_os_namespaceObject.EOL}${delimiter}`
}
const external_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)('path')
var external_http_ = __nccwpck_require__(611)
var external_https_ = __nccwpck_require__(692)
function getProxyUrl(reqUrl) {
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
}
function checkBypass(reqUrl) {
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
}
function isLoopbackAddress(host) {
	const hostLower = host.toLowerCase()
	return (
		hostLower === 'localhost' ||
		hostLower.startsWith('127.') ||
		hostLower.startsWith('[::1]') ||
		hostLower.startsWith('[0:0:0:0:0:0:0:1]')
	)
}
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
var node_modules_tunnel = __nccwpck_require__(770)
var __awaiter =
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
var HttpCodes
;(function (HttpCodes) {
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
})(HttpCodes || (HttpCodes = {}))
var Headers
;(function (Headers) {
	Headers['Accept'] = 'accept'
	Headers['ContentType'] = 'content-type'
})(Headers || (Headers = {}))
var MediaTypes
;(function (MediaTypes) {
	MediaTypes['ApplicationJson'] = 'application/json'
})(MediaTypes || (MediaTypes = {}))
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
const RetryableHttpVerbs = null && ['OPTIONS', 'GET', 'DELETE', 'HEAD']
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
class lib_HttpClient {
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
		return __awaiter(this, void 0, void 0, function* () {
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
		})
	}
	dispose() {
		if (this._agent) {
			this._agent.destroy()
		}
		this._disposed = true
	}
	requestRaw(info, data) {
		return __awaiter(this, void 0, void 0, function* () {
			return new Promise((resolve, reject) => {
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
			})
		})
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
		const req = info.httpModule.request(info.options, (msg) => {
			const res = new HttpClientResponse(msg)
			handleResult(undefined, res)
		})
		let socket
		req.on('socket', (sock) => {
			socket = sock
		})
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
		const proxyUrl = pm.getProxyUrl(parsedUrl)
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
		info.httpModule = usingSsl ? https : http
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
		const proxyUrl = pm.getProxyUrl(parsedUrl)
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
			maxSockets = this.requestOptions.maxSockets || http.globalAgent.maxSockets
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
				tunnelAgent = overHttps ? tunnel.httpsOverHttps : tunnel.httpsOverHttp
			} else {
				tunnelAgent = overHttps ? tunnel.httpOverHttps : tunnel.httpOverHttp
			}
			agent = tunnelAgent(agentOptions)
			this._proxyAgent = agent
		}
		if (!agent) {
			const options = { keepAlive: this._keepAlive, maxSockets }
			agent = usingSsl ? new https.Agent(options) : new http.Agent(options)
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
const lowercaseKeys = (obj) => Object.keys(obj).reduce((c, k) => ((c[k.toLowerCase()] = obj[k]), c), {})
var auth_awaiter =
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
class BasicCredentialHandler {
	constructor(username, password) {
		this.username = username
		this.password = password
	}
	prepareRequest(options) {
		if (!options.headers) {
			throw Error('The request has no headers')
		}
		options.headers['Authorization'] = `Basic ${Buffer.from(`${this.username}:${this.password}`).toString('base64')}`
	}
	canHandleAuthentication() {
		return false
	}
	handleAuthentication() {
		return auth_awaiter(this, void 0, void 0, function* () {
			throw new Error('not implemented')
		})
	}
}
class auth_BearerCredentialHandler {
	constructor(token) {
		this.token = token
	}
	prepareRequest(options) {
		if (!options.headers) {
			throw Error('The request has no headers')
		}
		options.headers['Authorization'] = `Bearer ${this.token}`
	}
	canHandleAuthentication() {
		return false
	}
	handleAuthentication() {
		return auth_awaiter(this, void 0, void 0, function* () {
			throw new Error('not implemented')
		})
	}
}
class PersonalAccessTokenCredentialHandler {
	constructor(token) {
		this.token = token
	}
	prepareRequest(options) {
		if (!options.headers) {
			throw Error('The request has no headers')
		}
		options.headers['Authorization'] = `Basic ${Buffer.from(`PAT:${this.token}`).toString('base64')}`
	}
	canHandleAuthentication() {
		return false
	}
	handleAuthentication() {
		return auth_awaiter(this, void 0, void 0, function* () {
			throw new Error('not implemented')
		})
	}
}
var oidc_utils_awaiter =
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
class oidc_utils_OidcClient {
	static createHttpClient(allowRetry = true, maxRetry = 10) {
		const requestOptions = {
			allowRetries: allowRetry,
			maxRetries: maxRetry,
		}
		return new HttpClient(
			'actions/oidc-client',
			[new BearerCredentialHandler(oidc_utils_OidcClient.getRequestToken())],
			requestOptions,
		)
	}
	static getRequestToken() {
		const token = process.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN']
		if (!token) {
			throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_TOKEN env variable')
		}
		return token
	}
	static getIDTokenUrl() {
		const runtimeUrl = process.env['ACTIONS_ID_TOKEN_REQUEST_URL']
		if (!runtimeUrl) {
			throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable')
		}
		return runtimeUrl
	}
	static getCall(id_token_url) {
		return oidc_utils_awaiter(this, void 0, void 0, function* () {
			var _a
			const httpclient = oidc_utils_OidcClient.createHttpClient()
			const res = yield httpclient.getJson(id_token_url).catch((error) => {
				throw new Error(`Failed to get ID Token. \n 
        Error Code : ${error.statusCode}\n 
        Error Message: ${error.message}`)
			})
			const id_token = (_a = res.result) === null || _a === void 0 ? void 0 : _a.value
			if (!id_token) {
				throw new Error('Response json body do not have ID Token field')
			}
			return id_token
		})
	}
	static getIDToken(audience) {
		return oidc_utils_awaiter(this, void 0, void 0, function* () {
			try {
				let id_token_url = oidc_utils_OidcClient.getIDTokenUrl()
				if (audience) {
					const encodedAudience = encodeURIComponent(audience)
					id_token_url = `${id_token_url}&audience=${encodedAudience}`
				}
				debug(`ID token url is ${id_token_url}`)
				const id_token = yield oidc_utils_OidcClient.getCall(id_token_url)
				setSecret(id_token)
				return id_token
			} catch (error) {
				throw new Error(`Error message: ${error.message}`)
			}
		})
	}
}
var summary_awaiter =
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
const { access, appendFile, writeFile: summary_writeFile } = external_fs_namespaceObject.promises
const SUMMARY_ENV_VAR = 'GITHUB_STEP_SUMMARY'
const SUMMARY_DOCS_URL =
	'https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-job-summary'
class Summary {
	constructor() {
		this._buffer = ''
	}
	filePath() {
		return summary_awaiter(this, void 0, void 0, function* () {
			if (this._filePath) {
				return this._filePath
			}
			const pathFromEnv = process.env[SUMMARY_ENV_VAR]
			if (!pathFromEnv) {
				throw new Error(
					`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`,
				)
			}
			try {
				yield access(
					pathFromEnv,
					external_fs_namespaceObject.constants.R_OK | external_fs_namespaceObject.constants.W_OK,
				)
			} catch (_a) {
				throw new Error(
					`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`,
				)
			}
			this._filePath = pathFromEnv
			return this._filePath
		})
	}
	wrap(tag, content, attrs = {}) {
		const htmlAttrs = Object.entries(attrs)
			.map(([key, value]) => ` ${key}="${value}"`)
			.join('')
		if (!content) {
			return `<${tag}${htmlAttrs}>`
		}
		return `<${tag}${htmlAttrs}>${content}</${tag}>`
	}
	write(options) {
		return summary_awaiter(this, void 0, void 0, function* () {
			const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite)
			const filePath = yield this.filePath()
			const writeFunc = overwrite ? summary_writeFile : appendFile
			yield writeFunc(filePath, this._buffer, { encoding: 'utf8' })
			return this.emptyBuffer()
		})
	}
	clear() {
		return summary_awaiter(this, void 0, void 0, function* () {
			return this.emptyBuffer().write({ overwrite: true })
		})
	}
	stringify() {
		return this._buffer
	}
	isEmptyBuffer() {
		return this._buffer.length === 0
	}
	emptyBuffer() {
		this._buffer = ''
		return this
	}
	addRaw(text, addEOL = false) {
		this._buffer += text
		return addEOL ? this.addEOL() : this
	}
	addEOL() {
		return this.addRaw(external_os_namespaceObject.EOL)
	}
	addCodeBlock(code, lang) {
		const attrs = Object.assign({}, lang && { lang })
		const element = this.wrap('pre', this.wrap('code', code), attrs)
		return this.addRaw(element).addEOL()
	}
	addList(items, ordered = false) {
		const tag = ordered ? 'ol' : 'ul'
		const listItems = items.map((item) => this.wrap('li', item)).join('')
		const element = this.wrap(tag, listItems)
		return this.addRaw(element).addEOL()
	}
	addTable(rows) {
		const tableBody = rows
			.map((row) => {
				const cells = row
					.map((cell) => {
						if (typeof cell === 'string') {
							return this.wrap('td', cell)
						}
						const { header, data, colspan, rowspan } = cell
						const tag = header ? 'th' : 'td'
						const attrs = Object.assign(Object.assign({}, colspan && { colspan }), rowspan && { rowspan })
						return this.wrap(tag, data, attrs)
					})
					.join('')
				return this.wrap('tr', cells)
			})
			.join('')
		const element = this.wrap('table', tableBody)
		return this.addRaw(element).addEOL()
	}
	addDetails(label, content) {
		const element = this.wrap('details', this.wrap('summary', label) + content)
		return this.addRaw(element).addEOL()
	}
	addImage(src, alt, options) {
		const { width, height } = options || {}
		const attrs = Object.assign(Object.assign({}, width && { width }), height && { height })
		const element = this.wrap('img', null, Object.assign({ src, alt }, attrs))
		return this.addRaw(element).addEOL()
	}
	addHeading(text, level) {
		const tag = `h${level}`
		const allowedTag = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].includes(tag) ? tag : 'h1'
		const element = this.wrap(allowedTag, text)
		return this.addRaw(element).addEOL()
	}
	addSeparator() {
		const element = this.wrap('hr', null)
		return this.addRaw(element).addEOL()
	}
	addBreak() {
		const element = this.wrap('br', null)
		return this.addRaw(element).addEOL()
	}
	addQuote(text, cite) {
		const attrs = Object.assign({}, cite && { cite })
		const element = this.wrap('blockquote', text, attrs)
		return this.addRaw(element).addEOL()
	}
	addLink(text, href) {
		const element = this.wrap('a', text, { href })
		return this.addRaw(element).addEOL()
	}
}
const _summary = new Summary()
const markdownSummary = null && _summary
const summary = null && _summary
function toPosixPath(pth) {
	return pth.replace(/[\\]/g, '/')
}
function toWin32Path(pth) {
	return pth.replace(/[/]/g, '\\')
}
function toPlatformPath(pth) {
	return pth.replace(/[/\\]/g, path.sep)
}
var platform_awaiter =
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
const getWindowsInfo = () =>
	platform_awaiter(void 0, void 0, void 0, function* () {
		const { stdout: version } = yield exec.getExecOutput(
			'powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Version"',
			undefined,
			{
				silent: true,
			},
		)
		const { stdout: name } = yield exec.getExecOutput(
			'powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Caption"',
			undefined,
			{
				silent: true,
			},
		)
		return {
			name: name.trim(),
			version: version.trim(),
		}
	})
const getMacOsInfo = () =>
	platform_awaiter(void 0, void 0, void 0, function* () {
		var _a, _b, _c, _d
		const { stdout } = yield exec.getExecOutput('sw_vers', undefined, {
			silent: true,
		})
		const version =
			(_b = (_a = stdout.match(/ProductVersion:\s*(.+)/)) === null || _a === void 0 ? void 0 : _a[1]) !== null &&
			_b !== void 0
				? _b
				: ''
		const name =
			(_d = (_c = stdout.match(/ProductName:\s*(.+)/)) === null || _c === void 0 ? void 0 : _c[1]) !== null &&
			_d !== void 0
				? _d
				: ''
		return {
			name,
			version,
		}
	})
const getLinuxInfo = () =>
	platform_awaiter(void 0, void 0, void 0, function* () {
		const { stdout } = yield exec.getExecOutput('lsb_release', ['-i', '-r', '-s'], {
			silent: true,
		})
		const [name, version] = stdout.trim().split('\n')
		return {
			name,
			version,
		}
	})
const platform = external_os_namespaceObject.platform()
const arch = external_os_namespaceObject.arch()
const isWindows = platform === 'win32'
const isMacOS = platform === 'darwin'
const isLinux = platform === 'linux'
function getDetails() {
	return platform_awaiter(this, void 0, void 0, function* () {
		return Object.assign(
			Object.assign({}, yield isWindows ? getWindowsInfo() : isMacOS ? getMacOsInfo() : getLinuxInfo()),
			{ platform, arch, isWindows, isMacOS, isLinux },
		)
	})
}
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
;(function (ExitCode) {
	ExitCode[(ExitCode['Success'] = 0)] = 'Success'
	ExitCode[(ExitCode['Failure'] = 1)] = 'Failure'
})(ExitCode || (ExitCode = {}))
function exportVariable(name, val) {
	const convertedVal = toCommandValue(val)
	process.env[name] = convertedVal
	const filePath = process.env['GITHUB_ENV'] || ''
	if (filePath) {
		return issueFileCommand('ENV', prepareKeyValueMessage(name, val))
	}
	issueCommand('set-env', { name }, convertedVal)
}
function core_setSecret(secret) {
	command_issueCommand('add-mask', {}, secret)
}
function addPath(inputPath) {
	const filePath = process.env['GITHUB_PATH'] || ''
	if (filePath) {
		issueFileCommand('PATH', inputPath)
	} else {
		issueCommand('add-path', {}, inputPath)
	}
	process.env['PATH'] = `${inputPath}${path.delimiter}${process.env['PATH']}`
}
function getInput(name, options) {
	const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || ''
	if (options && options.required && !val) {
		throw new Error(`Input required and not supplied: ${name}`)
	}
	if (options && options.trimWhitespace === false) {
		return val
	}
	return val.trim()
}
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
		return file_command_issueFileCommand('OUTPUT', file_command_prepareKeyValueMessage(name, value))
	}
	process.stdout.write(external_os_namespaceObject.EOL)
	command_issueCommand('set-output', { name }, utils_toCommandValue(value))
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
function core_debug(message) {
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
function info(message) {
	process.stdout.write(message + external_os_namespaceObject.EOL)
}
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
function describeStep(action) {
	if (action === undefined || !/^[\w.-]{1,200}$/.test(action)) return ''
	const parts = action.split('.')
	const ids = parts.filter((part) => !part.startsWith('__'))
	if (ids.length > 0) return `step ${ids.join('.')}`
	const number = /_(\d{1,3})$/.exec(action)?.[1]
	return number === undefined ? '' : `check ${number} of this job`
}
function describeExpiry({ expiresAt, daysLeft }) {
	const day = new Date(expiresAt).toISOString().slice(0, 10)
	return `${daysLeft < 0 ? 'expired' : 'expires'} on ${day} (${describeDaysLeft(daysLeft)})`
}
function describeDaysLeft(daysLeft) {
	if (daysLeft < -1) return daysLeft === -2 ? '1 day ago' : `${-daysLeft - 1} days ago`
	if (daysLeft === -1) return 'within the last day'
	if (daysLeft === 0) return 'in less than a day'
	return daysLeft === 1 ? '1 day left' : `${daysLeft} days left`
}
function withoutDaysLeft(text) {
	return text.replace(/ \((?:\d+ days? (?:left|ago)|within the last day|in less than a day)\)/g, '')
}
function wellFormed(text) {
	return text.replace(/\p{Surrogate}/gu, '\uFFFD')
}
const MAX_LENGTH = 300
const MAX_READ_LENGTH = 2_000
const CUT_MARK = '…'
const DECEPTIVE = /(?!\u200C|\u200D|\uFE0F)[\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB\uFFFE\uFFFF]/gu
const CONTROL = /[\p{Cc}\u2028\u2029]+/gu
function plainText(text, redact, maxLength = MAX_LENGTH) {
	const head = text.slice(0, MAX_READ_LENGTH)
	const line = (0, external_node_util_namespaceObject.stripVTControlCharacters)(wellFormed(head))
		.replace(DECEPTIVE, '')
		.replace(CONTROL, ' ')
		.replace(/\s+/gu, ' ')
		.trim()
	return cut(withoutCommands(redact(line, head !== text)), maxLength, head !== text).trim()
}
function withoutCommands(text) {
	return text.replace(/:(?=:)/g, ': ').replace(/#(?=#)/g, '# ')
}
function cut(text, maxLength, isCut) {
	const characters = Array.from(isCut ? `${text}${CUT_MARK}` : text)
	return characters.length <= maxLength
		? characters.join('')
		: `${characters.slice(0, maxLength - CUT_MARK.length).join('')}${CUT_MARK}`
}
const MARKDOWN_SIGN = /[!#$&()*+\-/:<=>@[\\\]^_`{|}~]|(?<![a-z])\.|\.(?=\S)|(?<=www)\./gi
function markdownText(text) {
	return text.replace(/:(?=[\w+-]+:)/g, ':\u200B').replace(MARKDOWN_SIGN, (sign) => {
		const entity = `&#${sign.codePointAt(0)};`
		return sign === '@' || sign === '#' ? `${entity}&#8203;` : entity
	})
}
function mermaidText(text) {
	const name = text
		.replace(/[^\p{L}\p{M}\p{N} ._()-]+/gu, ' ')
		.replace(/\s+/g, ' ')
		.trim()
	return name === '' ? 'unnamed' : name
}
function table_table(header, rows) {
	const line = (cells) => `| ${cells.join(' | ')} |`
	return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n')
}
const RESULT_ICONS = {
	usable: '✅',
	refused: '❌',
	unknown: '❓',
	misconfigured: '⚙️',
}
const QUESTIONS = {
	'expected-user': 'Is an expected user',
	projects: 'Sees all projects',
	permissions: 'Holds all permissions',
}
function drawChecklist(presentation) {
	const { report } = presentation
	const rows = [
		['Jira', report.baseUrl && markdownText(report.baseUrl)],
		['User', userCell(presentation)],
		...report.gates.map((gate) => [QUESTIONS[gate.gate] ?? '', gateCell(gate, presentation)]),
		['Token expires', expiryCell(report)],
		['HTTP status', statusCell(report)],
	]
	const answered = rows.flatMap(([question, answer]) => (answer === null ? [] : [[question, answer]]))
	return answered.length === 0 ? [] : [table_table(['Checked', 'Answer'], answered)]
}
function userCell({ report, user }) {
	if (report.stage === 'inputs') return null
	if (user === '') return '➖ not known'
	return holds(report, 'user-active') === false ? `❌ ${markdownText(user)}, deactivated` : `✅ ${markdownText(user)}`
}
function gateCell({ gate, holds }, { report, permissions }) {
	if (QUESTIONS[gate] === undefined) return null
	if (holds === null) return '➖ not judged'
	if (gate !== 'permissions') return holds ? '✅ yes' : '❌ no'
	const all = permissions.length
	return holds ? `✅ ${all === 1 ? 'yes' : `all ${all}`}` : `❌ ${report.missingPermissions.length} of ${all} missing`
}
function expiryCell(report) {
	const { status, expiresAt, daysLeft, tokenName } = report.expiry
	const name = tokenName === '' ? '' : ` (“${markdownText(tokenName)}”)`
	const day = `${expiresAt?.slice(0, 10)}, ${describeDaysLeft(daysLeft ?? 0)}${name}`
	switch (status) {
		case 'not-checked':
			return holds(report, 'expiry-fail-days') === undefined ? null : '➖ not checked'
		case 'unknown':
			return '➖ not known'
		case 'never':
			return `✅ never${name}`
		case 'ambiguous':
			return `➖ not known; the first of the account’s tokens: ${day}`
		case 'ok':
			return `✅ ${day}`
		case 'expired':
			return `⚠️ expired: ${day}`
		case 'expiring':
			return holds(report, 'expiry-fail-days') === false ? `❌ too soon: ${day}` : `⚠️ soon: ${day}`
	}
}
function statusCell({ result, category, statusCode }) {
	return statusCode === null || result === 'usable' || category === 'gate' ? null : String(statusCode)
}
function holds({ gates }, name) {
	return gates.find(({ gate }) => gate === name)?.holds
}
const HOLDINGS = {
	held: '✅ held',
	missing: '❌ missing',
	unknown: '❓ not known here',
	'not-visible': '❌ not visible',
}
const FEW_PROJECTS = 10
const MAX_PROJECTS = 200
function drawPermissions(permissions) {
	if (permissions.length === 0) return []
	const wanted = [...new Set(permissions.map(({ permission }) => permission))]
	const projects = Array.from(
		Map.groupBy(permissions, ({ project }) => project ?? 'global'),
		([key, asked]) => ({ key, asked, lacksNothing: asked.every(({ holding }) => holding === 'held') }),
	)
	const toShow = projects.length > FEW_PROJECTS ? projects.filter(({ lacksNothing }) => !lacksNothing) : projects
	const rows = toShow
		.slice(0, MAX_PROJECTS)
		.map(({ key, asked }) => [markdownText(key), ...wanted.map((name) => holdingOf(name, asked, permissions))])
	const counted = projects.length - toShow.length
	const left = toShow.length - rows.length
	return [
		...(rows.length === 0 ? [] : [table_table(['Project', ...wanted.map(markdownText)], rows)]),
		...(left === 0 ? [] : [`… and ${left} more such projects, all of them in the output \`report\`.`]),
		...(counted === 0 ? [] : [`✅ ${counted} ${rows.length === 0 ? '' : 'more '}projects: nothing is missing.`]),
	]
}
function holdingOf(name, asked, all) {
	const holding = asked.find(({ permission }) => permission === name)?.holding
	if (holding !== undefined) return HOLDINGS[holding]
	const isElsewhere = (other) =>
		other.permission === name && (other.project === undefined) !== (asked[0]?.project === undefined)
	if (!all.some(isElsewhere)) return '➖ not judged'
	return asked[0]?.project === undefined ? '➖ by project' : '➖ global'
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
function isLive({ expiresAt }, nowMs) {
	return typeof expiresAt === 'string' || expiresAt > nowMs
}
function isWithinDays(expiresAt, days, nowMs) {
	return days !== undefined && expiresAt - nowMs <= days * DAY_MS
}
function wholeDaysLeft(expiresAt, nowMs) {
	return Math.floor((expiresAt - nowMs) / DAY_MS)
}
function judgeExpiry(tokens, thresholds, nowMs) {
	const candidates = candidatesOf(tokens, thresholds, nowMs)
	if (typeof candidates === 'string') return unknownExpiry(candidates)
	const [only, ...others] = candidates
	if (candidates.some(({ expiresAt }) => expiresAt === 'unreadable'))
		return unknownExpiry('a date in the list of tokens cannot be read')
	const dated = candidates.flatMap((token) =>
		typeof token.expiresAt === 'number' ? [{ token, at: token.expiresAt }] : [],
	)
	const earliest = dated.toSorted((a, b) => a.at - b.at)[0]
	const isCertain = others.length === 0
	if (earliest === undefined) {
		const known = isCertain && only !== undefined ? { tokenName: only.name, token: only } : {}
		return { ...NOTHING_KNOWN, status: 'never', ...known }
	}
	const warnDays = thresholds.warnDaysOf?.(earliest.token) ?? thresholds.expiryWarnDays
	const warns = isWithinDays(earliest.at, warnDays, nowMs)
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
	}
}
function candidatesOf(tokens, { tokenName, fingerprint }, nowMs) {
	const live = tokens.filter((token) => isLive(token, nowMs))
	if (tokenName === '') return live.length === 0 ? 'the account lists no live token' : live
	const isNamed = ({ name }) => name === tokenName
	const named = live.some(isNamed) ? live.filter(isNamed) : tokens.filter(isNamed)
	if (named.length > 0) return named
	const prefix = familyPrefixOf(tokenName)
	if (prefix === undefined) return `the account has no token named “${tokenName}” (correct <token-name>)`
	const own = findOwnEntry(live, prefix, fingerprint)
	return own.length === 0 ? `no token of the account can be told to be the one of “${tokenName}” that was sent` : own
}
const MAX_NAME_LENGTH = 40
function drawGantt(tokens, thresholds, nowMs) {
	const today = dayOf(nowMs)
	const lastDay = Math.max(...[...tokens, ...thresholds].map(({ days }) => days))
	const dayAfter = (days) => dayOf(nowMs + Math.max(1, days) * DAY_MS)
	const bars = tokens.map(
		({ label, days, isCritical }) => `    ${label} : ${isCritical ? 'crit, ' : ''}${today}, ${dayAfter(days)}`,
	)
	const milestones = thresholds.map(({ label, days }) => `    ${label} : milestone, ${dayAfter(days)}, 0d`)
	return [
		'```mermaid',
		'gantt',
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
}
function labelBar(name, left) {
	return `“${plainText(mermaidText(name), (text) => text, MAX_NAME_LENGTH)}”, ${left}`
}
function dayOf(time) {
	return new Date(time).toISOString().slice(0, 10)
}
const NEVER_DAYS = 90
const timeline_MAX_DAYS = 366
function drawTimeline(presentation) {
	const { tokens, moreTokens } = presentation
	if (tokens.length === 0) return []
	const thresholds = listThresholds(presentation)
	const marks = listTokens(presentation, thresholds)
	return [
		...(marks.length === 0 ? [] : [drawGantt(marks, thresholds, presentation.nowMs)]),
		tokenTable(presentation),
		...(moreTokens === 0 ? [] : [`… and ${moreTokens} more, none of which expires earlier.`]),
	]
}
function listThresholds({ expiryFailDays, expiryWarnDays }) {
	return Object.entries({ 'expiry-fail-days': expiryFailDays ?? 0, 'expiry-warn-days': expiryWarnDays })
		.filter(([, days]) => days > 0)
		.map(([input, days]) => ({ label: `${input} ${days}`, days: Math.min(days, timeline_MAX_DAYS) }))
}
function listTokens(presentation, thresholds) {
	const { tokens, nowMs } = presentation
	const dated = tokens.flatMap(({ expiresAt }) => (typeof expiresAt === 'number' ? [(expiresAt - nowMs) / DAY_MS] : []))
	const furthest = Math.min(
		timeline_MAX_DAYS,
		Math.max(NEVER_DAYS, ...dated, ...thresholds.map(({ days }) => days)) * 1.1,
	)
	return tokens
		.filter(({ expiresAt }) => expiresAt !== 'unreadable')
		.map((token) => ({
			label: labelOf(token, nowMs),
			days: typeof token.expiresAt === 'number' ? Math.min((token.expiresAt - nowMs) / DAY_MS, furthest) : furthest,
			isCritical: urgencyOf(token, presentation) !== 'none',
		}))
}
function labelOf({ name, expiresAt }, nowMs) {
	return labelBar(
		name,
		typeof expiresAt === 'number' ? describeDaysLeft(wholeDaysLeft(expiresAt, nowMs)) : 'never expires',
	)
}
const URGENCY_WORDS = {
	refuses: (days) => `🔴 ${days}, too soon`,
	warns: (days) => `🟠 ${days}, soon`,
	none: String,
}
function urgencyOf({ expiresAt }, { nowMs, expiryWarnDays, expiryFailDays }) {
	if (typeof expiresAt !== 'number') return 'none'
	if (isWithinDays(expiresAt, expiryFailDays, nowMs)) return 'refuses'
	return isWithinDays(expiresAt, expiryWarnDays, nowMs) ? 'warns' : 'none'
}
function tokenTable(presentation) {
	const { tokens, nowMs, report } = presentation
	const day = (time) => (typeof time === 'number' ? timeline_dayOf(time) : (time ?? ''))
	return table_table(
		['Token', 'Expires', 'Days left', 'Created', 'Last used'],
		tokens.map((token) => [
			nameCell(token.name, report.expiry.tokenName),
			day(token.expiresAt),
			typeof token.expiresAt === 'number'
				? URGENCY_WORDS[urgencyOf(token, presentation)](wholeDaysLeft(token.expiresAt, nowMs))
				: '',
			day(token.createdAt),
			day(token.lastAccessedAt),
		]),
	)
}
function nameCell(name, spokenOf) {
	if (name === '') return '(unnamed)'
	return name === spokenOf ? `**${markdownText(name)}**` : markdownText(name)
}
function timeline_dayOf(time) {
	return new Date(time).toISOString().slice(0, 10)
}
function writeSummary(presentation, context) {
	const { report, title, remedySteps, warnings, permissions, tokenPage } = presentation
	const text = (plain) => linkPage(plain, tokenPage)
	const list = (steps) =>
		steps.length === 0 ? [] : [steps.map((step, index) => `${index + 1}. ${text(step)}`).join('\n')]
	const describe = ({ message, remedySteps: steps }) => [text(message), ...list(steps)]
	const first = report.result === 'usable' ? warnings[0] : undefined
	const others = warnings.filter((warning) => warning !== first)
	const advice = report.advice.map((line) => `- ${markdownText(line)}`)
	return [
		heading(first?.title ?? title, first === undefined ? RESULT_ICONS[report.result] : '⚠️', presentation, context),
		text(report.message),
		...(first === undefined ? [] : [text(first.message)]),
		...section('What to do', list(first?.remedySteps ?? remedySteps)),
		...others.flatMap((warning) => section(`⚠️ ${markdownText(warning.title)}`, describe(warning))),
		...section('What was checked', drawChecklist(presentation)),
		...section('Permissions', drawPermissions(permissions)),
		...section('Tokens of this account', drawTimeline(presentation)),
		...section('Worth knowing', advice.length === 0 ? [] : [advice.join('\n')]),
		writeFooter(presentation, context),
		'',
	].join('\n\n')
}
function heading(title, icon, { user, report }, { step }) {
	const address = (report.baseUrl ?? '').replace(/^https?:\/\//, '')
	return `## ${icon} ${[title, user, address, step].filter(Boolean).map(markdownText).join(' · ')}`
}
function section(title, blocks) {
	return blocks.length === 0 ? [] : [`### ${title}`, ...blocks]
}
function writeFooter({ report }, { documentationUrl }) {
	const requests = `${report.requests} ${report.requests === 1 ? 'request' : 'requests'} in ${report.durationMs} ms`
	const about = `[About \`${report.reason}\`](${documentationUrl})`
	return [`Result: ${report.result}`, about, ...(report.requests === 0 ? [] : [requests])].join(' · ')
}
function linkPage(text, tokenPage) {
	if (tokenPage === null) return markdownText(text)
	return text
		.split(tokenPage)
		.map(markdownText)
		.join(`[Personal Access Tokens](${encodeUrl(tokenPage)})`)
}
function encodeUrl(url) {
	return url.replace(/[^\w.~:/?=%[\]-]/gu, (sign) =>
		Array.from(Buffer.from(sign), (byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
	)
}
function createGitHubRunner(environment) {
	return {
		readInput: (name) => getInput(name),
		placeOf: (name) => `the input ${name}`,
		readEvent: () => ({
			name: environment['GITHUB_EVENT_NAME'] ?? '',
			actor: environment['GITHUB_ACTOR'] ?? '',
			repository: environment['GITHUB_REPOSITORY'] ?? '',
			payload: readEventPayload(environment['GITHUB_EVENT_PATH']),
		}),
		nameOf: (input) => input,
		mask: core_setSecret,
		log: info,
		debug: environment['RUNNER_DEBUG'] === '1' ? core_debug : undefined,
		tell(presentation, settings) {
			const isFailure = fails(presentation, settings)
			const outputProblem = writeOutputs(listOutputs(presentation), environment)
			annotate(presentation, isFailure, settings.jobSummary, environment)
			tellOutputProblem(outputProblem, isFailure)
			if (settings.jobSummary) {
				writeJobSummary(environment, () =>
					writeSummary(presentation, {
						documentationUrl: documentationUrl(presentation.report.reason, environment),
						step: describeStep(environment['GITHUB_ACTION']),
					}),
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
}
function writeOutputs(outputs, environment) {
	if (!environment['GITHUB_OUTPUT']) return 'GITHUB_OUTPUT is not set'
	try {
		for (const [name, value] of outputs) setOutput(name, value)
		return undefined
	} catch (error) {
		return describeFileError(error)
	}
}
function annotate(presentation, isFailure, hasSummary, environment) {
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
}
function tellOutputProblem(problem, isFailure) {
	if (problem === undefined) return
	const say = isFailure ? info : (text) => error(text, { title: 'The outputs cannot be written' })
	say(`The outputs of this step cannot be written (${problem}), so that later steps would read nothing.`)
}
function writeJobSummary(environment, write) {
	try {
		;(0, external_node_fs_namespaceObject.appendFileSync)(environment['GITHUB_STEP_SUMMARY'] ?? '', `${write()}\n`)
	} catch (error) {
		info(`The job summary cannot be written (${describeFileError(error)}).`)
	}
}
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
const FROM_ENVIRONMENT = [
	'Inputs also come from the environment: --ca-certificate, a path or PEM text,',
	'from JIRA_CHECK_CA_CERTIFICATE.',
]
const USAGE = {
	check: [
		'Usage: jira-pat-check [--jira-url URL] [--FLAG VALUE …]',
		'       jira-pat-check watch|rotate --help',
		'',
		'Proves whose Jira personal access token JIRA_PAT holds, or says why not.',
		...FROM_ENVIRONMENT,
	],
	watch: [
		'Usage: jira-pat-check watch [--tokens FILE] [--FLAG VALUE …]',
		'',
		'Checks every token of a list, and says who has to do what, and until when.',
		'Each token comes from the environment variable that the list names. Inputs',
		'come from there too: --fail-on from JIRA_CHECK_FAIL_ON.',
	],
	rotate: [
		'Usage: jira-pat-check rotate [--jira-url URL] [--FLAG VALUE …]',
		'',
		'Puts a new token in the place of the one in JIRA_PAT, before that expires.',
		...FROM_ENVIRONMENT,
	],
}
const usage_EXIT_CODES = {
	check: 'Exit codes: 0 usable, 1 refused, 2 misconfigured, 3 unknown; and 0 for what\n--fail-on lets pass.',
	watch:
		'Exit codes: 0 all is well, else that of the worst: 1 refused or expiring,\n2 misconfigured, 3 unknown; and 0 for what --fail-on lets pass.',
	rotate: 'Exit codes: 0 all is well, 1 refused, 2 misconfigured, 3 unknown.',
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
		usage_EXIT_CODES[program],
	].join('\n')
}
function isGitHub({ argv, env }) {
	return (
		env['GITHUB_ACTIONS'] === 'true' &&
		Object.keys(env).some((name) => name.startsWith('INPUT_')) &&
		programOf(argv) === 'check' &&
		!argv.slice(2).some((argument) => argument.startsWith('-'))
	)
}
function programOf(argv) {
	const [, , word] = argv
	return word === 'watch' || word === 'rotate' ? word : 'check'
}
function openRunner(process, program) {
	return isGitHub(process) ? createGitHubRunner(process.env) : openCommandLine(process, program)
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
const { end, follow } = createEnding(process, isGitHub(process))
const opened = openRunner(process, 'rotate')
if (typeof opened === 'number') end(opened)
else {
	const { env: environment, versions } = process
	follow(
		createRun({ runner: opened, environment, nodeVersion: versions.node, clock: systemClock, random: Math.random }),
	)
}
