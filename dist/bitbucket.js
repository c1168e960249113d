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
	E: () => bitbucket,
})
const VERSION = '2.0.0'
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
function once(make) {
	let made
	return () => {
		made ??= make()
		return made
	}
}
function unicode_isPrintableAscii(text) {
	return /^[ -~]*$/.test(text)
}
const CONTROL_CHARACTER = /[^ -~\u00A0-\uFFFF]/
function lazyPattern(source, flags) {
	return once(() => new RegExp(source, flags))
}
function parseJson(text) {
	try {
		return JSON.parse(text)
	} catch {
		return undefined
	}
}
function isObject(value) {
	return typeof value === 'object' && value !== null && !Array.isArray(value)
}
const VISIBLE = lazyPattern(String.raw`[^\p{Z}\p{C}\p{M}\p{Default_Ignorable_Code_Point}]`, 'u')
function textOf(object, name) {
	const value = Object.hasOwn(object, name) ? object[name] : undefined
	return typeof value === 'string' && isVisible(value) ? value.trim() : ''
}
function isVisible(text) {
	return /[!-~]/.test(text) || VISIBLE().test(text)
}
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
function marksFor(name) {
	const { [name]: own, ...others } = marks
	return { contextPaths: own.contextPaths, others: Object.values(others) }
}
function finding(reason, facts, ...[statusCode = null]) {
	return { kind: 'finding', reason, facts, common: {}, statusCode }
}
function addCommonFacts(found, common) {
	return { ...found, common: { ...found.common, ...common } }
}
function factsOf({ facts, common, statusCode }) {
	return { status: statusCode?.toString(), ...common, ...facts }
}
function finding_isFinding(value) {
	return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'finding'
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
function decodePercent(text) {
	try {
		return decodeURIComponent(text)
	} catch {
		return undefined
	}
}
function describeUser({ name, displayName, key, accountId, emailAddress }) {
	const [id] = [name, key, accountId].filter((text) => text !== '' && !holdsEmail(text, emailAddress))
	const shown = displayName !== '' && !holdsEmail(displayName, emailAddress) ? displayName : undefined
	if (shown !== undefined && id === name) return shown === name ? name : `${shown} (${name})`
	return shown ?? id ?? 'a user who is named by an e-mail address only'
}
function holdsEmail(text, emailAddress) {
	const seen = asSeen(text)
	const email = asSeen(emailAddress)
	return /\S@\S/.test(seen) || (email !== '' && seen.includes(email))
}
const UNSEEN = lazyPattern(String.raw`\p{Default_Ignorable_Code_Point}`, 'gu')
function asSeen(text) {
	return (isPrintableAscii(text) ? text : text.replace(UNSEEN(), '')).toLowerCase()
}
function describeExpected(expectedUsers) {
	const names = expectedUsers.filter((user) => !holdsEmail(user, ''))
	const addresses = expectedUsers.length - names.length
	const words =
		addresses === 0
			? []
			: [addresses === 1 ? 'the user of an e-mail address' : `the users of ${addresses} e-mail addresses`]
	return [...names, ...words]
}
function identityNames({ name, key, accountId }) {
	return [name, key, accountId].filter(Boolean)
}
function user_isAnonymous(name) {
	return name.toLowerCase() === 'anonymous'
}
function isExpected(identity, expectedUsers) {
	const names = [...identityNames(identity), identity.emailAddress].filter(Boolean).map(foldName)
	return expectedUsers.some((user) => names.includes(foldName(user)))
}
function foldName(text) {
	return text.normalize('NFC').toLowerCase()
}
function readLoginReason(headers) {
	const words = (headers.get('x-seraph-loginreason') ?? '').toUpperCase().split(/[^A-Z_]+/)
	if (words.includes('AUTHENTICATION_DENIED')) return 'denied'
	const afterOk = words.slice(words.lastIndexOf('OK') + 1)
	if (afterOk.includes('AUTHENTICATED_FAILED')) return 'failed'
	return afterOk.includes('OUT') ? 'out' : undefined
}
function proof_contradictionOf(answer) {
	const { headers } = answer
	const login = readLoginReason(headers)
	if (login !== undefined) return 'its header X-Seraph-LoginReason says that nobody is logged in'
	if (namesIn(headers.get('x-ausername')).flatMap(readingsOf).some(isAnonymous))
		return 'its header X-AUSERNAME says that nobody is logged in'
	if (headers.has('x-authentication-denied-reason'))
		return 'its header X-Authentication-Denied-Reason says that the login was denied'
	return describeCache(answer)
}
function describeCache({ headers, durationMs }) {
	const oldestPossible = Math.ceil(durationMs / 1000) + 1
	const age = headers
		.get('age')
		?.match(/\d+/g)
		?.find((seconds) => Number(seconds) > oldestPossible)
	if (age !== undefined) return `it comes out of a cache, where it has been for ${age.slice(0, 12)} s (its header Age)`
	const hit = CACHE_HEADERS.find((name) => {
		const told = headers.get(name.toLowerCase())
		return told !== undefined && /(?<![a-z])hit(?![a-z])/i.test(told)
	})
	return hit === undefined ? undefined : `it comes out of a cache (its header ${hit} says HIT)`
}
const CACHE_HEADERS = null && ['X-Cache', 'X-Cache-Status', 'X-Proxy-Cache', 'CF-Cache-Status', 'Cache-Status']
function proof_otherUserOf(headers, identity) {
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
}
function namesIn(header) {
	return (header ?? '')
		.split(',')
		.map((part) => part.trim())
		.filter(Boolean)
}
function isUnspeakable(header, name) {
	return (
		/[^\0-\xff]/.test(name) && !user_isAnonymous(header) && readingsOf(header).some((text) => /[?\uFFFD]/.test(text))
	)
}
function fits(header, names) {
	const known = names.map(foldName)
	return readingsOf(header).some((text) => !user_isAnonymous(text) && known.includes(foldName(text.trim())))
}
function readingsOf(header) {
	const utf8 = Buffer.from(header, 'latin1').toString()
	return [header, utf8].flatMap((text) => [
		text,
		decodePercent(text) ?? text,
		decodePercent(text.replaceAll('+', ' ')) ?? text,
	])
}
function saysAuthenticationFailed({ headers, body }) {
	const says = (text) => typeof text === 'string' && text.includes('AUTHENTICATED_FAILED')
	if (readLoginReason(headers) === 'failed') return true
	if (!says(body)) return false
	const json = parseJson(body)
	if (!isObject(json)) return !/^\s*[{[]/.test(body)
	const { message, errorMessages } = json
	return says(message) || (Array.isArray(errorMessages) && errorMessages.some(says))
}
function askedBy(identity, question) {
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
}
function isToOther(answer, identity) {
	return contradictionOf(answer) !== undefined || otherUserOf(answer.headers, identity) !== undefined
}
function noIdentity({ statusCode, path, operator, product }, contradiction) {
	return finding('no-identity', { contradiction, path, operator, notAnswered: product }, statusCode)
}
function wrongShape({ statusCode, path }) {
	return finding('invalid-json', { path }, statusCode)
}
function hasTraceOfBitbucket(answer) {
	return isOfBitbucket(answer) || answer.headers.has('x-ausername') || errorsIn(answer.body).length > 0
}
function errorsIn(body) {
	if (!/"exceptionName"/.test(body)) return []
	const json = parseJson(body)
	const errors = isObject(json) && Array.isArray(json['errors']) ? json['errors'] : []
	return errors
		.filter(isObject)
		.filter((error) => 'message' in error && 'exceptionName' in error)
		.map(({ message, exceptionName }) => ({
			message: String(message),
			exception: String(exceptionName ?? '').replace(/^.*\./, ''),
		}))
}
function isNotAuthorised({ body }) {
	return errorsIn(body).some(({ exception }) => exception === 'AuthorisationException')
}
function asksForCaptcha({ statusCode, body }) {
	return (
		statusCode >= 400 && errorsIn(body).some(({ exception }) => exception === 'CaptchaRequiredAuthenticationException')
	)
}
const REJECTIONS = new Set(['token-rejected', 'basic-rejected'])
const PAGE_LIMIT = 100
const askAccess = ({ projects, repositories, permissions }) => {
	const places = [
		...projects.map((project) => placeOf(project, permissions)),
		...repositories.map((repository) => placeOf(repository, permissions)),
	]
	return places.map((place) => ({
		path: `/rest/api/latest/projects/${encodeURIComponent(place.project)}${place.slug === undefined ? '' : `/repos/${encodeURIComponent(place.slug)}`}`,
		what: place.slug === undefined ? `the project ${place.place}` : `the repository ${place.place}`,
		stage: 'permissions',
		read: (diagnosis, outcome) => readPlace(place, diagnosis, outcome),
	}))
}
const askFurtherAccess = ({ permissions }, access) =>
	access.flatMap(({ place: key = '', name = '', permissions: seen }) => {
		if (seen === undefined) return []
		const place = placeOf(key, permissions)
		return place.wanted.map((permission) => askHolding(place, name, permission))
	})
function placeOf(key, permissions) {
	const [project = '', slug] = key.split('/')
	const [gate, prefix] = slug === undefined ? ['projects', 'PROJECT_'] : ['repositories', 'REPO_']
	return { gate, place: key, project, slug, wanted: permissions.filter((permission) => permission.startsWith(prefix)) }
}
function readPlace(place, diagnosis, outcome) {
	const { gate, place: key, wanted } = place
	if (!finding_isFinding(diagnosis)) {
		const { json, statusCode } = diagnosis
		if (!isObject(json) || !isThis(json, place)) return wrongShape(diagnosis)
		return { gate, place: key, name: textOf(json, 'name'), permissions: holding([]), statusCode }
	}
	if (outcome.kind === 'no-answer') return diagnosis
	const isHidden =
		(diagnosis.reason === 'not-found' && hasTraceOfBitbucket(outcome)) ||
		(REJECTIONS.has(diagnosis.reason) && isNotAuthorised(outcome) && !saysAuthenticationFailed(outcome))
	if (!isHidden) return diagnosis
	return { gate, place: key, permissions: undefined, lacks: wanted, statusCode: outcome.statusCode }
}
function askHolding(place, name, permission) {
	const filter = { name, permission, limit: String(PAGE_LIMIT) }
	const path =
		place.slug === undefined
			? `/rest/api/latest/projects?${new URLSearchParams(filter)}`
			: `/rest/api/latest/repos?${new URLSearchParams({ projectkey: place.project, ...filter })}`
	return {
		path,
		what: `${permission} in ${place.place}`,
		stage: 'permissions',
		read(diagnosis) {
			if (finding_isFinding(diagnosis)) return diagnosis
			const { json, statusCode } = diagnosis
			const values = isObject(json) ? json['values'] : undefined
			if (!Array.isArray(values)) return wrongShape(diagnosis)
			const isHeld = values.some((value) => isObject(value) && isThis(value, place))
			const permissions = holding([[permission, isHeld ? 'held' : 'missing']])
			return { gate: place.gate, place: place.place, permissions, statusCode }
		},
	}
}
function holding(holdings) {
	return { holdings: new Map(holdings), global: new Set(), known: [], isAdministrator: false }
}
function isThis(json, { project, slug }) {
	const owner = slug === undefined ? json : json['project']
	const isOfProject = isObject(owner) && isSame(textOf(owner, 'key'), project)
	return isOfProject && (slug === undefined || isSame(textOf(json, 'slug'), slug))
}
function isSame(a, b) {
	return a.toLowerCase() === b.toLowerCase()
}
function contradictionTo(identity, json, { headers }, { isToken, isOwn, product }) {
	const names = identityNames(identity)
	if (names.some(user_isAnonymous)) return 'it names nobody (anonymous)'
	if ([...names, identity.displayName, identity.emailAddress].some(isToken)) return 'it repeats the token'
	if (['status-code', 'statusCode', 'errorMessages'].some((name) => Object.hasOwn(json, name)))
		return 'it tells an error'
	return isOwn ? proof_otherUserOf(headers, identity) : `nothing in it shows that it is from ${product}`
}
const PROPERTIES_PATH = '/rest/api/latest/application-properties'
const USERS_PATH = '/rest/api/latest/users'
const MAX_USERS = 1000
const RECENT_PATH = '/rest/api/latest/profile/recent/repos'
const identify = async (ask, sent) => {
	const named = await ask(askName())
	if (finding_isFinding(named)) return named
	return ask(named.name === '' ? askWhetherAnybody() : askUser(named, sent))
}
function askName() {
	return {
		path: PROPERTIES_PATH,
		what: 'the identity',
		stage: 'authentication',
		read(diagnosis) {
			if (finding_isFinding(diagnosis)) return diagnosis
			const { json, headers, product } = diagnosis
			const isOwn = isObject(json) && textOf(json, 'displayName') !== '' && textOf(json, 'version') !== ''
			if (!isOwn) return noIdentity(diagnosis, `nothing in it shows that it is from ${product}`)
			const [name = '', ...otherNames] = identity_namesIn(headers.get('x-ausername'))
			const [id = '', ...otherIds] = identity_namesIn(headers.get('x-auserid'))
			if (otherNames.length > 0 || otherIds.length > 0) return noIdentity(diagnosis, 'its headers name several users')
			return { name: decodePercent(name) ?? name, id }
		},
	}
}
function identity_namesIn(header) {
	return [...new Set((header ?? '').split(',').map((part) => part.trim()))].filter(Boolean)
}
function askWhetherAnybody() {
	return {
		path: `${RECENT_PATH}?limit=1`,
		what: 'the identity',
		stage: 'authentication',
		read(diagnosis) {
			if (finding_isFinding(diagnosis)) return diagnosis
			const { path, operator, statusCode } = diagnosis
			const contradiction =
				'the token is accepted, and no header names a user: something on the way takes X-AUSERNAME off, or it is the token of a project or a repository, which belongs to no user'
			return finding('no-identity', { contradiction, path, operator, strippedHeader: 'X-AUSERNAME' }, statusCode)
		},
	}
}
function askUser(named, sent) {
	return {
		path: `${USERS_PATH}?${new URLSearchParams({ filter: named.name, limit: String(MAX_USERS) })}`,
		what: 'the identity',
		stage: 'authentication',
		read(diagnosis) {
			if (finding_isFinding(diagnosis))
				return REFUSALS.has(diagnosis.reason) ? unconfirmed(named, diagnosis) : diagnosis
			const { json, headers, product } = diagnosis
			const users = isObject(json) ? json['values'] : undefined
			if (!isObject(json) || !Array.isArray(users)) return wrongShape(diagnosis)
			const alike = users.filter(isObject).filter((one) => foldName(textOf(one, 'name')) === foldName(named.name))
			const user = alike.find((one) => textOf(one, 'name') === named.name) ?? alike[0]
			if (user === undefined) return unconfirmed(named, diagnosis)
			const identity = parseUser(user)
			const ids = [named.id, ...identity_namesIn(headers.get('x-auserid'))].filter(Boolean)
			if (ids.some((id) => id !== identity.key)) return noIdentity(diagnosis, 'its header X-AUSERID names another user')
			const contradiction = contradictionTo(identity, json, diagnosis, { isToken: sent.isToken, isOwn: true, product })
			return contradiction === undefined ? identity : noIdentity(diagnosis, contradiction)
		},
	}
}
const REFUSALS = new Set(['token-rejected', 'basic-rejected', 'access-denied', 'not-found'])
function unconfirmed({ name }, answer) {
	const isRefused = finding_isFinding(answer)
	const contradiction = isRefused
		? 'the list of users, which has to confirm the name in X-AUSERNAME, is refused'
		: 'the list of users has no entry of the name in X-AUSERNAME'
	const { path, operator } = isRefused ? { path: USERS_PATH, operator: undefined } : answer
	return finding('no-identity', { contradiction, path, operator, unconfirmedName: name }, answer.statusCode ?? 200)
}
function parseUser(user) {
	const { id, active } = user
	return {
		name: textOf(user, 'name'),
		key: typeof id === 'number' ? String(id) : '',
		accountId: '',
		displayName: textOf(user, 'displayName'),
		emailAddress: textOf(user, 'emailAddress'),
		active: typeof active === 'boolean' ? active : null,
		timeZone: '',
		locale: '',
		slug: textOf(user, 'slug'),
	}
}
const PAGE =
	/\/(?:rest|plugins)(?:\/.*)?$|\/(?:projects|repos|scm|users|admin|account)\/+[^/].*$|\/(?:login|logout|dashboard|account|profile|repos)\/*$/i
const LIST = /\/(?:projects|users|admin)\/*$/i
const findPage = ({ pathname }, hasQuery = false) => {
	const places = [PAGE, ...(hasQuery ? [LIST] : [])]
		.map((pattern) => pathname.search(pattern))
		.filter((place) => place >= 0)
	return places.length === 0 ? undefined : Math.min(...places)
}
const judgePlaces = ({ projects, repositories, permissions }) => {
	const reject = (permission, places) =>
		finding('input-invalid', {
			input: '<permissions>',
			problem: `has ${permission}, and <${places}> names no place in which it could be held`,
			accepts: 'PROJECT_\u2026 only with <projects>, and REPO_\u2026 only with <repositories>',
			meant: [],
		})
	const ofProject = permissions.find((permission) => permission.startsWith('PROJECT_'))
	if (ofProject !== undefined && projects.length === 0) return reject(ofProject, 'projects')
	const ofRepository = permissions.find((permission) => permission.startsWith('REPO_'))
	return ofRepository !== undefined && repositories.length === 0 ? reject(ofRepository, 'repositories') : undefined
}
const DAY_MS = 24 * 60 * 60 * 1000
const systemClock = {
	now: () => Date.now(),
	monotonicMs: () => Number(process.hrtime.bigint()) / 1e6,
	after(delayMs, callback) {
		const timer = setTimeout(callback, delayMs)
		return () => clearTimeout(timer)
	},
}
function sleep(clock, delayMs) {
	return new Promise((resolve) => clock.after(delayMs, resolve))
}
const tokens_PAGE_LIMIT = 100
const MAX_PAGES = 10
function tokensPathOf({ slug = '' }) {
	return `/rest/access-tokens/latest/users/${encodeURIComponent(slug)}`
}
const listTokens = async (ask, identity, token) => {
	const entries = []
	let start = 0
	for (let page = 1; ; page += 1) {
		const answer = await ask(askPage(identity, start, page === MAX_PAGES))
		if (finding_isFinding(answer)) return answer
		entries.push(...answer.entries)
		if (answer.nextStart === undefined) return readEntries(entries, tokenNumberOf(token))
		start = answer.nextStart
	}
}
function askPage(identity, start, hasToBeLast) {
	return {
		path: `${tokensPathOf(identity)}?limit=${tokens_PAGE_LIMIT}&start=${start}`,
		what: 'the expiry',
		stage: 'expiry',
		read(diagnosis) {
			if (finding_isFinding(diagnosis)) return diagnosis
			const page = parsePage(diagnosis.json, start)
			return page === undefined || (hasToBeLast && page.nextStart !== undefined) ? wrongShape(diagnosis) : page
		},
	}
}
function parsePage(json, start) {
	if (!isObject(json)) return undefined
	const { values, isLastPage, nextPageStart } = json
	if (!Array.isArray(values) || !values.every(isEntry) || typeof isLastPage !== 'boolean') return undefined
	if (isLastPage) return { entries: values, nextStart: undefined }
	const isOnward = typeof nextPageStart === 'number' && Number.isSafeInteger(nextPageStart) && nextPageStart > start
	return isOnward ? { entries: values, nextStart: nextPageStart } : undefined
}
function isEntry(value) {
	return isObject(value) && textOf(value, 'id') !== '' && textOf(value, 'name') !== ''
}
const NUMBER = /^\d{12}$/
function tokenNumberOf(token) {
	const [, encoded = ''] = /^BBDC-([A-Za-z0-9+/_-]+={0,2})$/.exec(token) ?? []
	return /^(\d{12}):/.exec(Buffer.from(encoded, 'base64').toString('latin1'))?.[1]
}
function readEntries(entries, ownNumber) {
	const numbers = entries.map((entry) => textOf(entry, 'id'))
	const areNumbered = ownNumber !== undefined && numbers.every((number) => NUMBER.test(number))
	return entries.map((entry, index) => {
		const createdAt = dateOf(entry['createdDate'])
		const isOwn = ownNumber !== undefined && numbers[index] === ownNumber
		return {
			name: textOf(entry, 'name'),
			expiresAt: expiryOf(entry, createdAt),
			lastAccessedAt: dateOf(entry['lastAuthenticated']),
			createdAt,
			...((isOwn || areNumbered) && { isOwn }),
		}
	})
}
function expiryOf(entry, createdAt) {
	const { expiryDate, expiryDays } = entry
	if (expiryDate !== undefined && expiryDate !== null) return dateOf(expiryDate) ?? 'unreadable'
	if (expiryDays !== undefined && expiryDays !== null) {
		const isCount = typeof expiryDays === 'number' && Number.isFinite(expiryDays) && expiryDays > 0
		return isCount && createdAt !== undefined ? (dateOf(createdAt + expiryDays * DAY_MS) ?? 'unreadable') : 'unreadable'
	}
	const isOther = Object.keys(entry).some((key) => /expir/i.test(key) && key !== 'expiryDate' && key !== 'expiryDays')
	return isOther ? 'unreadable' : 'never'
}
function dateOf(value) {
	return typeof value === 'number' && value > 0 && value <= 8.64e15 ? value : undefined
}
const words_words = {
	product: bitbucketMark.product,
	urlInput: bitbucketMark.urlInput,
	urlVariable: 'BITBUCKET_DOMAIN',
	patVariable: 'BITBUCKET_PAT',
	exampleUrl: 'https://bitbucket.example.com',
	examplePage: 'https://bitbucket.example.com/bitbucket/projects/OPS',
	exampleBaseUrl: 'https://bitbucket.example.com/bitbucket',
	cloudPath: undefined,
	cloudAnswer: undefined,
	openPath: '/rest/api/latest/application-properties',
	aToken: 'an HTTP access token',
	tokenNoun: 'token of that kind',
	tokenKinds: 'HTTP access tokens',
	tokenPageTitle: 'HTTP access tokens',
	tokenMenu: 'Manage account > HTTP access tokens > Create token',
	rotateAction: undefined,
	tokensSince: 'Bitbucket 5.5 or later',
	bearerOnly: undefined,
	maintenanceWork: 'a migration or an upgrade',
	access: 'the global permission Bitbucket User',
	accessPlace: 'Administration > Global permissions',
	readScope: undefined,
	scopedUrl: undefined,
	projectKeyPlace: 'as in its address: OPS in /projects/OPS, and ~svc-ci for the projects of a user',
	projectRole: 'Project read',
	permissionPlace: 'in the permissions of the project or the repository',
	scopeCaveat: 'a token may have fewer permissions than its user, and what Bitbucket answered need not show that',
	placeWords: 'projects and repositories',
	placeTitle: 'Project or repository',
}
const bitbucket = {
	name: 'bitbucket',
	words: words_words,
	findPage: findPage,
	permissionsOfProjects: [],
	judgePlaces: judgePlaces,
	tokenSystem: 'Bitbucket',
	hasTrace: hasTraceOfBitbucket,
	isOfCloud: () => false,
	asksForCaptcha: asksForCaptcha,
	cloud: undefined,
	pages: /\/(?:projects|repos|dashboard|login|plugins|getting-started)(?:\/.*)?$/i,
	...marksFor('bitbucket'),
	tokenPageOf: (baseUrl) => `${baseUrl}/plugins/servlet/access-tokens/manage`,
	administratorPermissions: [],
	identify: identify,
	askAccess: askAccess,
	askFurtherAccess: askFurtherAccess,
	tokensPathOf: tokensPathOf,
	listTokens: listTokens,
	followUpTo: askState,
	tokenMaking: undefined,
}
var __webpack_exports__VERSION = __webpack_exports__.x
var __webpack_exports__bitbucket = __webpack_exports__.E
export { __webpack_exports__VERSION as VERSION, __webpack_exports__bitbucket as bitbucket }
