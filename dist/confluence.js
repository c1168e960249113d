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
	v: () => confluence,
})
const VERSION = '2.0.0'
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
function mayHaveArrived({ phase }) {
	return phase === 'answer'
}
function finding_finding(reason, facts, ...[statusCode = null]) {
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
function proof_readLoginReason(headers) {
	const words = (headers.get('x-seraph-loginreason') ?? '').toUpperCase().split(/[^A-Z_]+/)
	if (words.includes('AUTHENTICATION_DENIED')) return 'denied'
	const afterOk = words.slice(words.lastIndexOf('OK') + 1)
	if (afterOk.includes('AUTHENTICATED_FAILED')) return 'failed'
	return afterOk.includes('OUT') ? 'out' : undefined
}
function proof_contradictionOf(answer) {
	const { headers } = answer
	const login = proof_readLoginReason(headers)
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
const CACHE_HEADERS = ['X-Cache', 'X-Cache-Status', 'X-Proxy-Cache', 'CF-Cache-Status', 'Cache-Status']
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
	return finding_finding('no-identity', { contradiction, path, operator, notAnswered: product }, statusCode)
}
function wrongShape({ statusCode, path }) {
	return finding_finding('invalid-json', { path }, statusCode)
}
const TOKENS_PATH = '/rest/pat/latest/tokens'
function tokenPageOf(baseUrl) {
	return `${baseUrl}/secure/ViewProfile.jspa?selectedTab=com.atlassian.pats.pats-plugin:jira-user-personal-access-tokens`
}
const MAX_TOKENS = 1000
const listTokens = (ask) =>
	ask({
		path: TOKENS_PATH,
		what: 'the expiry',
		stage: 'expiry',
		read: (diagnosis) =>
			finding_isFinding(diagnosis) ? diagnosis : (parseTokens(diagnosis.json) ?? wrongShape(diagnosis)),
	})
function parseTokens(json) {
	if (!Array.isArray(json) || json.length > MAX_TOKENS || !json.every(isEntry)) return undefined
	return json.map((token) => ({
		...idOf(token),
		name: textOf(token, 'name'),
		expiresAt: namesOtherDate(token) ? 'unreadable' : parseExpiry(token['expiringAt']),
		lastAccessedAt: parseDate(token['lastAccessedAt']),
		createdAt: parseDate(token['createdAt']),
	}))
}
function isEntry(value) {
	return (
		isObject(value) &&
		textOf(value, 'name') !== '' &&
		['id', 'createdAt', 'expiringAt'].some((key) => Object.hasOwn(value, key))
	)
}
function idOf({ id }) {
	return typeof id === 'number' && Number.isSafeInteger(id) && id > 0 ? { id } : {}
}
function namesOtherDate(token) {
	return !Object.hasOwn(token, 'expiringAt') && Object.keys(token).some((key) => /expir/i.test(key))
}
function parseExpiry(value) {
	if (value === null || value === undefined) return 'never'
	const expiresAt = parseDate(value)
	if (expiresAt === undefined) return 'unreadable'
	return new Date(expiresAt).getUTCFullYear() >= 9999 ? 'never' : expiresAt
}
const ISO_DATE = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:?\d{2})?)?$/
function parseDate(value) {
	const [, day = '', time = '00:00', offset = 'Z'] = (typeof value === 'string' && ISO_DATE.exec(value)) || []
	const ms = Date.parse(`${day}T${time}${offset.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')}`)
	const dayExists = new Date(day).getUTCDate() === Number(day.slice(-2))
	return Number.isNaN(ms) || !dayExists ? undefined : ms
}
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
		state === 'MAINTENANCE'
			? finding_finding('maintenance', {}, statusCode)
			: finding_finding('starting', { state }, statusCode)
	return addCommonFacts(plainer, found.common)
}
function isOfAtlassianEdge(headers) {
	return /^atlassianedge\b/i.test(headers.get('server')?.trim() ?? '')
}
const TRACE_HEADERS = [
	'x-ausername',
	'x-seraph-loginreason',
	'x-authentication-denied-reason',
	'x-confluence-request-time',
	'atl-traceid',
]
const TRACE_BODY =
	/Client must be authenticated to access this resource|Basic Authentication Failure - Reason|Basic Authentication has been disabled on this instance|AUTHENTICATION_DENIED|not permitted to use confluence/i
function hasTraceOfConfluence(answer) {
	return hasTraceHeader(answer.headers) || TRACE_BODY.test(answer.body) || isErrorEnvelope(answer.body)
}
function hasTraceHeader(headers) {
	return (
		TRACE_HEADERS.some((name) => headers.has(name)) ||
		/(?:^|,)\s*OAuth\s+realm\s*=/i.test(headers.get('www-authenticate') ?? '')
	)
}
function hasOwnLinks(json) {
	const links = json['_links']
	return isObject(links) && typeof links['base'] === 'string' && typeof links['context'] === 'string'
}
function isOfCloud({ headers, body }) {
	return isOfAtlassianEdge(headers) || /Current user not permitted to use Confluence/i.test(body)
}
const server = (pattern) => ({ header: 'server', pattern })
const header = (name) => ({ header: name, pattern: /^/ })
const edges_text = (body) => ({ body })
const NETWORK = 'those who run the proxy of your own network'
const AWS = 'those who administer its AWS account'
const AZURE = 'those who administer its Azure subscription'
const GOOGLE = 'those who administer its Google Cloud project'
const F5 = 'those who administer its F5'
const edges_edges = [
	{
		name: 'Cloudflare',
		marks: [header('cf-ray'), server(/cloudflare/i)],
		blocks: [
			header('cf-mitigated'),
			edges_text(/<title>Attention Required! \| Cloudflare|cf-error-details[\s\S]{0,4000}you have been blocked/i),
		],
		operator: 'those who administer its Cloudflare account',
	},
	{
		name: 'Akamai',
		marks: [server(/akamaighost/i)],
		operator: 'those who administer its Akamai account',
	},
	{ name: 'AWS WAF', marks: [], blocks: [header('x-amzn-waf-action')], operator: AWS },
	{ name: 'an AWS load balancer', marks: [server(/^awselb/i)], operator: AWS },
	{ name: 'Amazon CloudFront', marks: [server(/cloudfront/i), header('x-amz-cf-id')], operator: AWS },
	{
		name: 'Imperva',
		marks: [header('x-iinfo')],
		blocks: [edges_text(/Incapsula incident ID|_Incapsula_Resource/i)],
		operator: 'those who administer its Imperva account',
	},
	{
		name: 'Zscaler',
		marks: [server(/zscaler/i)],
		blocks: [edges_text(/Internet Security by Zscaler|zscaler\.(?:net|com)\/[^"'\s]{0,200}block/i)],
		operator: NETWORK,
	},
	{ name: 'Azure Front Door', marks: [header('x-azure-ref')], operator: AZURE },
	{ name: 'Azure Application Gateway', marks: [server(/azure-application-gateway/i)], operator: AZURE },
	{
		name: 'Google Cloud',
		marks: [
			server(/^google frontend|^gws\b/i),
			header('x-goog-iap-generated-response'),
			{ header: 'via', pattern: /\b1\.1 google\b/i },
		],
		operator: GOOGLE,
	},
	{
		name: 'an F5 firewall',
		marks: [],
		blocks: [edges_text(/The requested URL was rejected\. Please consult with your administrator/i)],
		operator: F5,
	},
	{
		name: 'Sucuri',
		marks: [header('x-sucuri-id')],
		blocks: [header('x-sucuri-block'), edges_text(/<title>Sucuri WebSite Firewall/i)],
		operator: 'those who administer its Sucuri account',
	},
	{
		name: 'a Palo Alto firewall',
		marks: [],
		blocks: [edges_text(/<title>Web Page Blocked<\/title>[\s\S]{0,8000}in accordance with company policy/i)],
		operator: NETWORK,
	},
	{
		name: 'FortiGate',
		marks: [],
		blocks: [
			edges_text(
				/<title>(?:Web Page Blocked!?|Web Filter Violation|FortiGate)|FortiGuard (?:Intrusion Prevention|Web Filtering)/i,
			),
		],
		operator: NETWORK,
	},
	{
		name: 'ModSecurity',
		marks: [server(/mod_?security/i)],
		blocks: [edges_text(/generated by Mod_?Security|blocked by Mod_?Security|<title>[^<]{0,80}Mod_?Security/i)],
	},
	{ name: 'Squid', marks: [header('x-squid-error'), server(/squid/i)], operator: NETWORK },
	{ name: 'tinyproxy', marks: [server(/tinyproxy/i), { header: 'via', pattern: /tinyproxy/i }], operator: NETWORK },
	{ name: 'mitmproxy', marks: [server(/mitmproxy/i)], operator: NETWORK },
	{ name: 'NetScaler', marks: [{ header: 'set-cookie', pattern: /(?:^|[,;\s])NSC_/ }] },
	{ name: 'F5 BIG-IP', marks: [server(/big-?ip/i)], operator: F5 },
	{ name: 'Fastly', marks: [header('x-fastly-request-id')], operator: 'those who administer its Fastly account' },
	{
		name: 'Varnish',
		marks: [server(/varnish/i), header('x-varnish'), { header: 'via', pattern: /\bvarnish\b/i }],
	},
	{
		name: 'Envoy',
		marks: [
			server(/envoy/i),
			edges_text(/^upstream connect error or disconnect\/reset before headers|^no healthy upstream\s*$/),
		],
	},
	{ name: 'Kong', marks: [server(/^kong/i), header('x-kong-response-latency'), header('x-kong-request-id')] },
	{
		name: 'Traefik',
		marks: [
			server(/traefik/i),
			{ header: 'www-authenticate', pattern: /realm="traefik"/i },
			edges_text(/^no available server\s*$/),
		],
	},
	{
		name: 'HAProxy',
		marks: [
			server(/haproxy/i),
			edges_text(
				/Request forbidden by administrative rules\.|No server is available to handle this request\.|The server didn't respond in time\.|The server returned an invalid or incomplete response\.|You have sent too many requests in a given amount of time\.|Your browser (?:sent an invalid request|didn't send a complete request in time|sent early data)\.|You need a valid user and password to access this content\.|An internal server error occurred\.\s*<\/body>/,
			),
		],
	},
	{ name: 'Caddy', marks: [server(/caddy/i)] },
	{ name: 'nginx', marks: [server(/nginx|openresty/i), edges_text(/<hr><center>(?:nginx|openresty)/i)] },
	{ name: 'lighttpd', marks: [server(/lighttpd/i)] },
	{ name: 'h2o', marks: [server(/^h2o\b/i)] },
	{ name: 'Apache', marks: [server(/^apache(?!-coyote)/i)] },
	{ name: 'Microsoft IIS', marks: [server(/microsoft-iis/i)] },
]
function edge_describeEdge(answer) {
	const known = blockingEdge(answer) ?? edges.find(({ marks }) => marks.some((mark) => bears(answer, mark)))
	return { name: known?.name ?? productOf(answer.headers.get('server')), operator: known?.operator }
}
function isBlockPage(answer) {
	return blockingEdge(answer) !== undefined
}
function blockingEdge(answer) {
	return edges.find(({ blocks = [] }) => blocks.some((mark) => bears(answer, mark)))
}
function bears({ headers, body }, mark) {
	if ('body' in mark) return mark.body.test(body)
	const value = headers.get(mark.header)
	return value !== undefined && mark.pattern.test(value)
}
const OWN = /^(?:apache-coyote|tomcat|atlassianedge|atlassianproxy)\b/i
function productOf(server) {
	const product = /^([A-Za-z][\w.+-]{1,39})(?:[/\s(;,]|$)/.exec(server ?? '')?.[1]
	return product === undefined || OWN.test(product) ? undefined : product
}
const MISSING_ROUTES = [
	[
		({ statusCode, headers, body }) =>
			statusCode === 404 && body.trim() === '404 page not found' && headers.get('x-content-type-options') === 'nosniff',
		'\u201c404 page not found\u201d is what Traefik and other proxies written in Go say then',
	],
	[
		({ statusCode, body }) => statusCode === 404 && /^default backend - 404/.test(body),
		'\u201cdefault backend - 404\u201d is what the ingress of Kubernetes says then',
	],
	[
		({ statusCode, headers, body }) =>
			statusCode === 404 && body.trim() === '' && /envoy/i.test(headers.get('server') ?? ''),
		'Envoy gives an empty 404 then',
	],
	[
		({ statusCode, headers, body }) =>
			statusCode === 200 && body.trim() === '' && /caddy/i.test(headers.get('server') ?? ''),
		'Caddy gives an empty 200 then',
	],
]
function describeMissingRoute(answer) {
	return MISSING_ROUTES.find(([fits]) => fits(answer))?.[1]
}
const HTML_START =
	/^\s*(?:<\?xml\b[^>]{0,200}>\s*)?(?:<!--(?:(?!-->)[\s\S]){0,2000}-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta|script|form|div|h1|p|center)\b/i
function isHtml(body, contentType) {
	return HTML_START.test(body) || (/\bx?html\b/i.test(contentType) && !/^\s*[{["]/.test(body))
}
function page_titleOf(body) {
	const title = /<title\b[^>]{0,100}>([^<]+)/i.exec(body)?.[1]
	return title === undefined ? undefined : decodeEntities(title).trim() || undefined
}
const ENTITIES = new Map(
	Object.entries({
		amp: '&',
		lt: '<',
		gt: '>',
		quot: '"',
		apos: "'",
		nbsp: ' ',
		ndash: '\u2013',
		mdash: '\u2014',
		middot: '\u00b7',
		raquo: '\u00bb',
		laquo: '\u00ab',
		hellip: '\u2026',
		bull: '\u2022',
		copy: '\u00a9',
		reg: '\u00ae',
		trade: '\u2122',
		lsquo: '\u2018',
		rsquo: '\u2019',
		ldquo: '\u201c',
		rdquo: '\u201d',
		szlig: '\u00df',
		...lettersWith({
			acute: '\u0301',
			grave: '\u0300',
			circ: '\u0302',
			uml: '\u0308',
			tilde: '\u0303',
			cedil: '\u0327',
		}),
	}),
)
function lettersWith(marks) {
	const letters = Object.entries(marks).flatMap(([name, mark]) =>
		Array.from('aceinouyACEINOUY', (letter) => [`${letter}${name}`, `${letter}${mark}`.normalize('NFC')]),
	)
	return Object.fromEntries(letters)
}
function decodeEntities(text) {
	return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,8}));/gi, (entity, decimal, hex, name) => {
		if (name !== undefined) return ENTITIES.get(name) ?? ENTITIES.get(name.toLowerCase()) ?? entity
		const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
		return code <= 0x10ffff ? String.fromCodePoint(code) : entity
	})
}
function speaker_speakerOf(answer, { baseUrl, product }) {
	const isOwn = product.hasTrace(answer)
	const { name, operator } = describeEdge(answer)
	return {
		isOwn,
		edge: isOwn ? undefined : name,
		operator: (isOwn ? undefined : operator) ?? `the operators of ${new URL(baseUrl).host}`,
		pageTitle: titleOf(answer.body),
	}
}
function diagnoseCaptcha(answer, request) {
	const { statusCode, headers, body } = answer
	const isError = statusCode < 200 || statusCode > 299
	const isDenied =
		readLoginReason(headers) === 'denied' ||
		/CAPTCHA_CHALLENGE/i.test(headers.get('x-authentication-denied-reason') ?? '') ||
		(isError && /AUTHENTICATION_DENIED|CAPTCHA_CHALLENGE/.test(body)) ||
		request.product.asksForCaptcha(answer)
	return isDenied ? finding('captcha-required', { loginUrl: loginUrlOf(answer, request) }, statusCode) : undefined
}
function loginUrlOf({ headers }, { baseUrl }) {
	const text = /login-url=([^\s;,]+)/i.exec(headers.get('x-authentication-denied-reason') ?? '')?.[1]
	const url = URL.parse(text ?? '')
	return url !== null && url.origin === new URL(baseUrl).origin ? `${url.origin}${url.pathname}` : undefined
}
function rejection({ statusCode }, { scheme, traits }, asNobody) {
	if (scheme === 'Basic') return finding_finding('basic-rejected', {}, statusCode)
	const { jwtExpiredOn, cloudToken } = traits
	return finding_finding('token-rejected', { jwtExpiredOn, cloudToken, asNobody }, statusCode)
}
function diagnoseUnauthorized(answer, request) {
	const { statusCode } = answer
	if (request.product.isOfCloud(answer)) return cloudRefusal(answer, request)
	const { isOwn, edge, pageTitle, operator } = speakerOf(answer, request)
	if (isOwn) return rejection(answer, request)
	const facts = { edge, pageTitle, operator, path: askedPath(request), challenge: describeChallenge(answer) }
	return finding('edge-unauthorized', facts, statusCode)
}
function diagnoseForbidden(answer, request) {
	const { statusCode, body } = answer
	if (/Basic Authentication has been disabled/i.test(body)) return finding('basic-auth-disabled', {}, statusCode)
	if (request.product.isOfCloud(answer)) {
		if (SAYS_ADDRESS_REFUSED.test(body)) return edgeForbidden(answer, request)
		if (!namesUser(answer)) return cloudRefusal(answer, request)
	}
	return request.product.hasTrace(answer) ? finding('access-denied', {}, statusCode) : edgeForbidden(answer, request)
}
function edgeForbidden(answer, request) {
	const { edge, pageTitle, operator } = speakerOf(answer, request)
	return finding('edge-forbidden', { edge, pageTitle, operator, path: askedPath(request) }, answer.statusCode)
}
const SAYS_ADDRESS_REFUSED = /\bIP[ -]address\b[^<>{}]{0,100}\b(?:not|isn[\u2019']t) allowed|\bIP allow-?list/i
function namesUser({ headers }) {
	const words = (headers.get('x-seraph-loginreason') ?? '').split(/[^A-Z_]+/i)
	return words.includes('OK') && readLoginReason(headers) === undefined
}
function cloudRefusal(answer, request) {
	const { scheme, traits } = request
	const needsBasic = scheme === 'Bearer' && !traits.isJwt
	return needsBasic ? finding('cloud-needs-basic', {}, answer.statusCode) : rejection(answer, request)
}
function contradictionTo(identity, json, { headers }, { isToken, isOwn, product }) {
	const names = identityNames(identity)
	if (names.some(user_isAnonymous)) return 'it names nobody (anonymous)'
	if ([...names, identity.displayName, identity.emailAddress].some(isToken)) return 'it repeats the token'
	if (['status-code', 'statusCode', 'errorMessages'].some((name) => Object.hasOwn(json, name)))
		return 'it tells an error'
	return isOwn ? proof_otherUserOf(headers, identity) : `nothing in it shows that it is from ${product}`
}
const IDENTITY_PATH = '/rest/api/user/current'
const AS_NOBODY =
	'answered as to an anonymous user: where anonymous access is on, a token that is not accepted counts as none'
const identify = (ask, sent) =>
	ask({
		path: IDENTITY_PATH,
		what: 'the identity',
		stage: 'authentication',
		read(diagnosis, outcome) {
			if (identity_isAnonymous(outcome) && (!finding_isFinding(diagnosis) || diagnosis.reason === 'no-identity'))
				return rejection(outcome, sent, AS_NOBODY)
			if (finding_isFinding(diagnosis)) return diagnosis
			const { json, headers, product } = diagnosis
			const identity = parseIdentity(json)
			if (!isObject(json) || identity === undefined) return noIdentity(diagnosis, 'it names no user')
			const isOwn = hasTraceHeader(headers) || (identity.displayName !== '' && identity.key !== '')
			const contradiction = contradictionTo(identity, json, diagnosis, { isToken: sent.isToken, isOwn, product })
			return contradiction === undefined ? identity : noIdentity(diagnosis, contradiction)
		},
	})
function identity_isAnonymous(outcome) {
	if (outcome.kind === 'no-answer' || outcome.statusCode !== 200 || describeCache(outcome) !== undefined) return false
	const json = parseJson(outcome.body)
	if (!isObject(json) || textOf(json, 'type') !== 'anonymous' || identity_namesIn(json).some(Boolean)) return false
	return hasTraceHeader(outcome.headers) || hasOwnLinks(json)
}
function identity_namesIn(json) {
	return ['username', 'userKey', 'accountId'].map((name) => textOf(json, name))
}
function parseIdentity(json) {
	if (!isObject(json) || textOf(json, 'type') !== 'known') return undefined
	const [name = '', key = '', accountId = ''] = identity_namesIn(json)
	if (!name && !key && !accountId) return undefined
	return {
		name,
		key,
		accountId,
		displayName: textOf(json, 'displayName'),
		emailAddress: textOf(json, 'email'),
		active: null,
		timeZone: '',
		locale: '',
	}
}
const PAGE =
	/\/(?:rest|plugins|display|pages|spaces|label|download|admin)(?:\/.*)?$|\/x\/.+$|\/[^/]+\.action(?:[;/].*)?$/i
const LIST = /\/(?:pages|spaces|display|admin|label|download)\/*$/i
const findPage = ({ hostname, pathname }, hasQuery = false) => {
	const place = pathname.search(PAGE)
	if (place >= 0 && (hasQuery || !LIST.test(pathname))) return place
	return hostname.endsWith('.atlassian.net') && /^\/wiki\/+[^/]/.test(pathname) ? '/wiki'.length : undefined
}
const askAccess = ({ spaces }) => spaces.map(askAbout)
function askAbout(space) {
	return {
		path: `/rest/api/space/${encodeURIComponent(space)}`,
		what: `the space ${space}`,
		stage: 'permissions',
		read: (diagnosis, outcome) => readSpace(space, diagnosis, outcome),
	}
}
function readSpace(space, diagnosis, outcome) {
	const place = { gate: 'spaces', place: space }
	if (!finding_isFinding(diagnosis)) {
		const { json, statusCode } = diagnosis
		const isThis = isObject(json) && textOf(json, 'key').toLowerCase() === space.toLowerCase()
		if (!isThis) return wrongShape(diagnosis)
		const permissions = { holdings: new Map(), global: new Set(), known: [], isAdministrator: false }
		return { ...place, permissions, statusCode }
	}
	const isHidden = diagnosis.reason === 'not-found' && outcome.kind === 'answer' && saysSpaceNotFound(space, outcome)
	return isHidden ? { ...place, permissions: undefined, statusCode: outcome.statusCode } : diagnosis
}
function saysSpaceNotFound(space, { headers, body }) {
	const json = parseJson(body)
	if (!isObject(json) || 'status-code' in json) return false
	const message = textOf(json, 'message')
	const namesSpace = /no space with key/i.test(message) && message.includes(space)
	return message !== '' && (hasTraceHeader(headers) || namesSpace)
}
const words_words = {
	product: confluenceMark.product,
	urlInput: confluenceMark.urlInput,
	urlVariable: 'CONFLUENCE_DOMAIN',
	patVariable: 'CONFLUENCE_PAT',
	exampleUrl: 'https://confluence.example.com',
	examplePage: 'https://confluence.example.com/confluence/display/OPS/Home',
	exampleBaseUrl: 'https://confluence.example.com/confluence',
	cloudPath: '/wiki',
	cloudAnswer: 'it gives an account without access the same answer as a wrong token',
	openPath: '/status',
	aToken: 'a personal access token',
	tokenNoun: 'personal access token',
	tokenKinds: 'personal access tokens',
	tokenPageTitle: 'Personal Access Tokens',
	tokenMenu: 'Settings > Personal Access Tokens > Create token',
	rotateAction: 'jira-pat-check/rotate',
	tokensSince: 'Confluence 7.9 or later',
	bearerOnly: 'only as Bearer',
	maintenanceWork: 'an upgrade',
	access: 'the global permission \u201ccan use\u201d',
	accessPlace: 'General configuration > Global permissions',
	readScope: 'read:confluence-user',
	scopedUrl: 'https://api.atlassian.com/ex/confluence/CLOUD-ID/wiki',
	projectKeyPlace: '',
	projectRole: '',
	permissionPlace: '',
	scopeCaveat: undefined,
	placeWords: 'spaces',
	placeTitle: 'Space',
}
const confluence = {
	name: 'confluence',
	words: words_words,
	findPage: findPage,
	permissionsOfProjects: [],
	judgePlaces: () => undefined,
	tokenSystem: undefined,
	hasTrace: hasTraceOfConfluence,
	isOfCloud: isOfCloud,
	asksForCaptcha: () => false,
	cloud: { host: /(?:^|\.)atlassian\.net$/i, path: '/wiki' },
	pages: /\/(?:display|pages|spaces|plugins|[^/]+\.action)(?:\/.*)?$/i,
	...marksFor('confluence'),
	tokenPageOf: (baseUrl) => `${baseUrl}/plugins/personalaccesstokens/usertokens.action`,
	administratorPermissions: [],
	identify: identify,
	askAccess: askAccess,
	askFurtherAccess: () => [],
	tokensPathOf: () => TOKENS_PATH,
	listTokens: listTokens,
	followUpTo: askState,
	tokenMaking: tokenMaking,
}
var __webpack_exports__VERSION = __webpack_exports__.x
var __webpack_exports__confluence = __webpack_exports__.v
export { __webpack_exports__VERSION as VERSION, __webpack_exports__confluence as confluence }
