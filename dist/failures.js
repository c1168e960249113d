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
	xv: () => VERSION,
	U$: () => blockerOf,
	sW: () => catalogue,
	kM: () => describeOther,
	BT: () => describeUnreadableList,
	vW: () => diagnoseAnswer,
	of: () => diagnoseNoAnswer,
	sG: () => saysNothingOfTheList,
	Gg: () => titleOf,
})
const VERSION = '2.0.0'
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
const configuration = {
	'url-missing': {
		when: 'neither the input nor the environment gives a URL',
		title: 'No {product} URL given',
		message: 'There is no {product} to ask: <url> is blank, and so is the environment variable {urlVariable}.',
		remedy: [
			'Set <url> (or {urlVariable}) to the address at which people open {product}, for example {exampleUrl}.',
			'Where it comes from a variable of the CI system, check that one of exactly that name exists for this job.',
		],
	},
	'url-invalid': {
		when: 'no scheme, a scheme other than http(s), a login in any spelling, a query, a fragment, or a pasted page or REST path',
		title: 'The {product} URL is not a base URL',
		message: 'The {product} URL {problem}.',
		cause: '[It was probably meant to be {correction}.]',
		remedy: [
			'Set <url> (or {urlVariable}) to [{correction}, ]the base URL of {product}: scheme, host and, where there is one, the context path.',
		],
	},
	'url-insecure': {
		when: '`http://` to a host other than loopback, without `allow-http`',
		title: 'The {product} URL would send the token unencrypted',
		message: 'The {product} URL begins with http://, so that anybody on the way could read the token.',
		cause: 'Nothing was sent.',
		remedy: [
			'Use https instead of http[: {correction}], if {product} offers it, as it should.',
			'Only where the network is trusted and there is no HTTPS, set <allow-http> to true.',
		],
	},
	'token-missing': {
		when: 'the token is empty, or the variable that a list of tokens names; a pull request from a fork or Dependabot has secrets withheld',
		title: 'No {product} token given',
		message: 'There is no token to check: {problem}[, most likely because {withheld}].',
		remedy: [
			'[Skip this step in {forkRuns}: give it the line {forkCondition} beside its uses.]',
			'[Check the token elsewhere than in {forkRuns}: on push to a branch of the repository itself, or on a schedule.]',
			'[Store the token as a secret of {dependabot} too: Settings > Secrets and variables > Dependabot.]',
			'[Or skip this step in runs of {dependabot}: give it the line {dependabotCondition} beside its uses.]',
			'[The step has {alike}: if that is meant, correct the name in the list or under env.]',
			'[Give the step the secret, in a line of its own under env: {envLine}.]',
			'[Check that {listedSecret} exists, under exactly that name, as a secret of the repository, of its organization, or of the environment that the job names.]',
			'[Set {listedVariable} to the token, as a secret variable of the CI system that this job may read.]',
			'[Check that the secret exists under exactly that name for {repository}, its organization, or the environment that the job names.]',
			'[In the workflow, pass that secret of {repository} to the step, as <token> or as the environment variable {patVariable}.]',
			'[Where the workflow in {repository} is a reusable one, have its caller hand over the secret (secrets: inherit).]',
			'[Check what writes to {pipe}: it has to print the token, and to end.]',
			'[Set {tokenVariable} to the token, as a secret variable of the CI system that this job may read: a protected one reaches only protected branches.]',
			'[Or give the token on standard input, with --token - (then {tokenVariable} does not count).]',
		],
	},
	'token-malformed': {
		when: 'inner white space or control characters, non-ASCII, a pasted `Bearer `, `Basic ` or `token:`, quotes, base64 of `mail:token`, a placeholder, a session cookie, parameters of OAuth 1.0a, or the token of another system; with `username` only what no password can be: nothing is sent',
		title: 'The {product} token is malformed',
		message: 'The token {problem}.',
		cause: 'Nothing was sent.',
		remedy: [
			'Store {wanted}.',
			'[A {bearerToken} is one unbroken string of letters, digits and signs, which {product} shows once, when it is created.]',
		],
	},
	'input-invalid': {
		when: 'any other input, a variable that looks like one, or a proxy variable, that cannot be read',
		title: 'Invalid setting: {input}',
		message: '{input} {problem}.',
		cause: '[Perhaps {meant} is meant.]',
		remedy: [
			'[Put {meant} in its place, if that is what is meant.]',
			'[Rename {ownVariable} where it is a variable of your own: those names are for inputs.]',
			'[Correct {input}: it accepts {accepts}.]',
			'[Or reach {sparedHost} without a proxy, if that is possible: name it in no_proxy.]',
		],
	},
	'certificate-invalid': {
		when: 'a CA or client certificate or key that is missing, unreadable, not PEM, expired, or does not fit',
		title: 'A certificate or key cannot be used: {input}',
		message: '{input} {problem}.',
		remedy: ['Set {input} to {wanted}.'],
	},
	'node-unsupported': {
		when: 'an older Node than 22.15 runs this',
		title: 'This Node.js is too old',
		message: 'Node.js {nodeVersion} runs jira-pat-check, which needs {minNodeVersion} or later.',
		cause: 'Nothing was sent.',
		remedy: [
			'Run it on Node.js {minNodeVersion} or later, best on 24: nodejs.org/en/download, or an image such as node:24.',
			'Where GitHub\u2019s runner should have brought the right one, update the runner: it needs to know node24 (2.327.1 or later).',
		],
	},
	'tls-verification-off': {
		when: '`NODE_TLS_REJECT_UNAUTHORIZED=0` in the environment: the token would go to an unverified peer',
		title: 'TLS verification is switched off',
		message:
			'The environment has NODE_TLS_REJECT_UNAUTHORIZED=0, so that the token could go to anybody who impersonates {product}.',
		cause: 'Nothing was sent.',
		remedy: [
			'Remove NODE_TLS_REJECT_UNAUTHORIZED from the workflow, the job and the runner.',
			"Where {product}'s certificate is from a private CA, set <ca-certificate> to that CA.",
		],
	},
}
const afterword =
	'[ The same token had just been accepted for {provenUser}, and what failed is the question about {failedQuestion}.][ It was tried {attempts} times.][ The server asks to wait {wait}, which is longer than <timeout-seconds> leaves.][ {secretState}][ {newTokenState}][ {placesState}]'
const otherProductStep =
	'[It is {otherProduct} that answered: to check a token of it, give its address as {otherInput}; else correct <url>.]'
const rotateStep = '[Or let {rotateAction} put a new one there, this time and from now on (docs/rotate.md).]'
const contradictionTitle = '{product} accepts the token, but a question about {failedQuestion} fails'
const contradictionRemedy = null && [
	'Run the job again: if the identity is refused then, the token was revoked in between.',
	'If it fails here again, ask the operators of {host} to let requests for {askedPath} through like those for the identity.',
]
const RENEW = 'Create a new token in {product} at {tokenPage}, and store it in the secret.'
const RENAME = '[Put its name in place of \u201c{givenTokenName}\u201d in <token-name>.]'
const REVOKE = 'Then revoke the old one.'
const gates = {
	'user-inactive': {
		when: '`active` is false',
		title: 'The user of the token is deactivated',
		message: 'The token belongs to {user}, and {product} says that this user is not active.',
		remedy: ['Have a {product} administrator activate the user, or use a token of an active one.'],
	},
	'wrong-user': {
		when: 'not one of `expected-user`',
		title: 'The token belongs to another user',
		message: 'The token belongs to {user}, who is not among the expected users: {expected}.',
		remedy: ['Store a token of the expected user in the secret, or correct <expected-user>.'],
	},
	'project-not-visible': {
		when: 'a project that does not exist or that the user may not see',
		title: 'The token does not reach every project',
		message: '{user} cannot see {projects}: there is no such project, or the user may not browse it.',
		cause: '[All that is missing: {missing}.][ Unknown to this {product}: {unknownPermissions}.]',
		remedy: [
			'Check the project key ({projectKeyPlace}).',
			'Have an administrator of the project give the user {projectRole}.',
		],
	},
	'space-not-visible': {
		when: 'a space that does not exist or that the user may not see',
		title: 'The token does not reach every space',
		message: '{user} cannot see {spaces}: there is no such space, or the user may not view it.',
		remedy: [
			'Check the space key (as in its address: OPS in /display/OPS or /spaces/OPS).',
			'Have an administrator of the space give the user the permission to view it.',
		],
	},
	'repository-not-visible': {
		when: 'a repository that does not exist or that the user may not see',
		title: 'The token does not reach every repository',
		message: '{user} cannot see {repositories}: there is no such repository, or the user may not read it.',
		cause: '[All that is missing: {missing}.]',
		remedy: [
			'Check the key of the project and the name of the repository in its address: OPS/web in /projects/OPS/repos/web.',
			'Have an administrator of the repository or of its project give the user Repository read.',
		],
	},
	'permission-missing': {
		when: 'at least one permission is missing; all are listed at once',
		title: 'The user lacks permissions in {product}',
		message: '{user} lacks {missing}.',
		cause: '[Unknown to this {product}: {unknownPermissions}.]',
		remedy: [
			'Have an administrator grant what is missing {permissionPlace}.',
			'[Or create a token with wider permissions: {scopeCaveat}.]',
			'[Correct {unknownPermissions} in <permissions>: this {product} knows no permission of that name.]',
		],
	},
	'permission-unknown': {
		when: 'this Jira knows no permission of that name; the nearest one is named, and it counts in `missing-permissions`',
		title: 'This {product} knows no such permission',
		message: 'This {product} knows no permission named {unknownPermissions}[; perhaps {meant} is meant].',
		remedy: [
			'[Put {meant} in <permissions>, if that is what is meant.]',
			'The keys are those that {baseUrl}/rest/api/2/mypermissions lists, for example CREATE_ISSUES.',
		],
	},
	'token-expiring': {
		when: 'expires within `expiry-fail-days`',
		title: 'The {product} token expires too soon',
		message: 'The token[ \u201c{tokenName}\u201d] of {user} {expiry}, which is within <expiry-fail-days>.',
		remedy: [RENEW, RENAME, REVOKE, rotateStep],
	},
	'expiry-unknown': {
		when: '`expiry-fail-days`, or a rotation, asks for a proof that cannot be had: the list cannot be read, holds no live token, a date that makes no sense, nothing of the name `token-name`, or several of which the first expires too soon',
		title: 'When the {product} token expires is not known',
		message: 'It is not known when the token of {user} expires[, though {gateInput} asks for a proof]: {problem}.',
		cause: '{product} accepts the token now.',
		remedy: [
			'[Set <token-name> to the name of the token that is in the secret (it may be \u201c{ambiguousName}\u201d), so that its own date counts.]',
			'[Ask {operator} to let requests for {path} through like those for the identity.]',
			'Look at the list of tokens at {tokenPage}, logged in as that user.',
			'[Where the expiry is not to stop the job, leave {gateInput} out: <expiry-warn-days> warns all the same.]',
		],
	},
}
const brokenAnswer = {
	'not-http': {
		when: 'what answered does not speak HTTP',
		title: 'What answered does not speak HTTP',
		message: 'What listens at {host} answered, but not with HTTP[ ({detail})].',
		remedy: ['Check the scheme and port in <url>.'],
	},
	'malformed-response': {
		when: 'a status line came, and then something against the rules of HTTP; the message says what',
		title: 'The answer breaks the rules of HTTP',
		message: '{host} answered, but against the rules of HTTP[: {detail}].',
		cause: 'Such an answer proves nothing.',
		remedy: [
			'Ask the operators of {host} to mend it: most often a gateway, a proxy or an app in front of {product} writes such an answer.',
		],
	},
	'response-cut': {
		when: 'the answer ended early',
		title: 'The answer of {product} was cut short',
		message: '{host} closed the connection in the middle of its answer.',
		cause: 'What came of it proves nothing.',
		remedy: [
			'Run the job again.',
			'If it happens again, ask the operators of {host} about limits of the load balancer or proxy in front of {product}.',
		],
	},
	'response-too-large': {
		when: 'more than 1 MiB; the rest is not read',
		title: 'The answer is far too large',
		message: 'The answer of {host} is larger than {product} ever sends here (over 1 MiB, or over 16 KiB of headers).',
		cause: 'Something other than {product} answered.',
		remedy: ['Check that <url> is the base URL of {product}, and not of something else.'],
	},
}
const network = {
	'dns-not-found': {
		when: 'the host name does not exist',
		title: 'The host name of {product} does not exist',
		message: 'The host name {host} does not exist.',
		cause: 'It is mistyped, or known only inside a network that this runner is not in.',
		remedy: [
			'Check the spelling of the host in <url>.',
			'For a {product} inside a company network, use a self-hosted runner there, or set HTTPS_PROXY to a proxy that reaches it.',
		],
	},
	'dns-unavailable': {
		when: 'name resolution failed for now (`EAI_AGAIN`)',
		title: 'Name resolution failed',
		message: 'The name server of the runner gave no answer for {host}.',
		cause: 'The network of the runner has a problem, or its DNS settings are wrong.',
		remedy: ['Run the job again.', 'If it happens again, check the DNS settings of the runner.'],
	},
	'connection-refused': {
		when: 'nothing listens',
		title: 'The connection to {product} is refused',
		message: 'Nothing listens at {host}.',
		cause: '{product} is down, or the port is wrong.',
		remedy: ['Check that {product} is running.', 'Check the host and port in <url>.'],
	},
	'connection-reset': {
		when: 'closed or reset before an answer',
		title: 'The connection was closed without an answer',
		message: '{host} closed the connection before it answered[ ({detail})].',
		cause: 'It is a firewall, a load balancer without a healthy {product}, or a port that speaks another protocol.',
		remedy: [
			'Check the scheme and port in <url>: a server that expects HTTPS closes a plain HTTP connection.',
			'Ask the operators of {host} whether a firewall or load balancer drops connections from this runner.',
		],
	},
	'network-unreachable': {
		when: 'no route to host or network',
		title: 'No route to {product}',
		message: 'The runner has no route to {host}[ ({detail})].',
		cause: 'It is in another network, or a firewall forbids the connection.',
		remedy: [
			'Use a runner in a network that reaches {host}, or set HTTPS_PROXY to a proxy that does.',
			'Where the host has an IPv6 address, check that the runner has IPv6.',
		],
	},
	timeout: {
		when: 'no complete answer in time',
		title: '{product} did not answer in time',
		message: '{host} gave no complete answer within {seconds} s[ (while {phase})].',
		remedy: [
			'[Check that the proxy {proxy} can reach {product}, or add {host} to NO_PROXY if {product} is to be reached directly.]',
			'Check that {product} is up, and that no firewall silently drops connections from this runner.',
			'If {product} is only slow, raise <timeout-seconds> or lower <retries>: the attempts share that time.',
		],
	},
}
const proxy = {
	'proxy-unreachable': {
		when: 'the proxy from `HTTPS_PROXY` does not answer',
		title: 'The proxy does not answer',
		message: 'The proxy {proxy} from {proxyVariable} cannot be reached[: {detail}].',
		cause: '{product} was not asked.',
		remedy: [
			'Check scheme, host and port in {proxyVariable}, and that the proxy is running.',
			'If {product} is to be reached directly, add its host to NO_PROXY.',
		],
	},
	'proxy-unauthorized': {
		when: '407',
		title: 'The proxy wants a login (407)',
		message:
			'The proxy[ {proxy}] on the way to {host} wants a login, or does not accept the one that it was given (HTTP 407)[; it takes {proxyLogins} only].',
		cause: '{product} was not reached.',
		remedy: [
			'[Add or correct user name and password in {proxyVariable}: http://USER:PASSWORD@HOST:PORT, percent-encoded, from a secret.]',
			'[Ask the operators of the proxy to let this runner through to {host} without a login: a user name and password in its URL cannot help with {proxyLogins}.]',
			'[Or run a relay on the runner that logs in with {proxyLogins}, such as cntlm or px, and name that relay as the proxy.]',
		],
	},
	'proxy-refused': {
		when: 'the proxy would not, or could not, connect to Jira',
		title: 'The proxy does not connect to {product}[ ({status})]',
		message:
			'The proxy {proxy} from {proxyVariable} did not open a connection to {host}[: it answered HTTP {status}][ ({proxyWords})][: {detail}].',
		remedy: [
			'[Have CONNECT to port {connectPort} allowed, or use an address of {product} at port 443: many proxies allow port 443 only.]',
			'Ask the operators of the proxy to allow CONNECT to {host}.',
			'[Ask them to check that the proxy can resolve and reach that host, too: HTTP {connectFailure} mostly means that it cannot.]',
			'If {product} is to be reached directly, add its host to NO_PROXY.',
		],
	},
}
const NOT_SENT = 'The token was not sent.'
const tls = {
	'tls-untrusted': {
		when: 'self-signed, private CA, or incomplete chain',
		title: 'The TLS certificate of {product} is not trusted',
		message:
			'The TLS certificate of {host}[ (subject {subject}; issuer {issuer})] is not signed by a CA that this runner trusts: {detail}.',
		cause: NOT_SENT,
		remedy: [
			'Set <ca-certificate> to the CA that signed it: PEM text, or the path of a file.',
			'If the certificate is from a public CA, have the operators of {host} send the intermediate certificates too.',
		],
	},
	'tls-expired': {
		when: "the server's certificate has expired, or is not valid yet",
		title: 'The TLS certificate of {product} is not valid at this time',
		message: 'The TLS certificate of {host}[ (subject {subject})] {validity}.',
		cause: NOT_SENT,
		remedy: [
			'Have the operators of {host} renew the certificate.',
			'If it is valid when seen from elsewhere, check the clock of the runner.',
		],
	},
	'tls-hostname-mismatch': {
		when: 'the certificate is for another host; the message names the hosts that it is for',
		title: 'The TLS certificate is for another host',
		message: 'The TLS certificate that {host} presented is not for that host[, but for {certificateHosts}].',
		cause: NOT_SENT,
		remedy: [
			'Use a host name in <url> that the certificate is for.',
			'Or have the operators of {host} add this one to the certificate.',
		],
	},
	'tls-protocol': {
		when: 'not TLS at that port, or no common version, cipher or renegotiation; a missing client certificate on TLS 1.2 looks the same (alert 40)',
		title: 'No TLS connection to {product}',
		message: 'The TLS handshake with {host} failed: {detail}.',
		remedy: [
			'[Ask the operators of {host} to {request}.]',
			'Check that the port in <url> speaks HTTPS, and that {host} offers TLS 1.2 or later.',
			'[If {product} is behind mutual TLS, set <client-certificate> and <client-key>: on TLS 1.2 a missing client certificate looks the same ({alert}).]',
		],
	},
	'tls-client-certificate': {
		when: 'the server wants a client certificate, or rejects the one given',
		title: '{product} is behind mutual TLS: client certificate missing or rejected',
		message: '{host} requires a TLS client certificate, but {detail}.',
		remedy: [
			'[Ask the operators of {host} to {request}.]',
			'Set <client-certificate> and <client-key> to a certificate that {host} accepts: issued by a CA that it trusts, not expired, with its intermediate certificates.',
		],
	},
}
const noConnection = { ...network, ...tls, ...proxy, ...brokenAnswer }
const rejection = {
	'token-rejected': {
		when: '401 from Jira to a Bearer, or an answer that says `AUTHENTICATED_FAILED`: Jira answers alike whatever is wrong with the token',
		title: '{product} rejected the token ({status})',
		message: '{product} at {baseUrl} does not accept the token[ from {tokenSource}] (HTTP {status}).',
		cause:
			'[It {asNobody}. ][It is a JSON Web Token that expired on {jwtExpiredOn}. ][It looks like an API token of Atlassian Cloud ({cloudToken}). ]{product} does not say why: a token that expired, was revoked or is mistyped gets the same answer.',
		remedy: [
			'[Get a new OAuth 2.0 access token: this one expired on {jwtExpiredOn}.]',
			'[For an API token of Cloud ({cloudToken}), set <username> to the e-mail address of its account.]',
			'Log in to {product} as the user of the token, and look for it at {tokenPage}.',
			'Where it is missing or has expired, create a new one and store it in the secret.',
			'Check that the secret holds the whole token, and one of this {product}.',
			'Check that the user is active, and that {tokenKinds} are enabled ({tokensSince}).',
			'Check that no proxy or load balancer on the way takes the Authorization header off.',
		],
	},
	'basic-rejected': {
		when: 'the same with `username`',
		title: '{product} rejected the user name and password or API token ({status})',
		message:
			'{product} at {baseUrl} does not accept this user name with the password or API token[ from {tokenSource}] (HTTP {status}).',
		remedy: [
			'If this is {aToken}, leave <username> out[: {product} takes one {bearerOnly}, and counts this as a failed login].',
			'[On {product} Cloud, <username> is the e-mail address of the account, and a scoped API token needs <url> {scopedUrl}.]',
			'[On {product} Cloud, have an administrator see whether the account may use it: {cloudAnswer}.]',
			'For a password, log in with it in a browser: after several failures {product} asks for a CAPTCHA there.',
		],
	},
	'pat-unsupported': {
		when: '401, and `/rest/api/2/serverInfo`, asked without the token, tells a Jira before 8.14',
		title: 'This version of {product} has no personal access tokens (401)',
		message: '{product} at {baseUrl} is version {version}, and personal access tokens exist since 8.14.',
		remedy: [
			'Update {product} to 8.14 or later.',
			"Until then, set <username>, and give that user's password as the token, or install an add-on for API tokens.",
		],
	},
	'edge-unauthorized': {
		when: '401 with no trace of Jira: a reverse proxy or gateway in front wants its own login',
		title: 'Something in front of {product} wants its own login (401)',
		message:
			'Something in front of {product} at {host}[ ({edge})] answered HTTP 401[, with a page titled \u201c{pageTitle}\u201d]: it wants a login of its own.',
		cause:
			'[It wants {challenge}.][ Yet {product} {openVersion} answered a question without any login, so this 401 is probably its own, with another page put over it.][ Nothing is known about {unprovenToken}.]',
		remedy: [
			'[First look for the token at {tokenPage}: {product} {openVersion} answers without a login, so this 401 is probably its own.]',
			'Ask {operator} to let requests for {path} that carry an Authorization header through to {product} without another login.',
			'[Authorization carries {product}\u2019s token: where it takes its own login in another header too, give that in <headers>. It wants {challenge}.]',
			'Check that <url> is the base URL of {product}, and not of something else.',
		],
	},
	'captcha-required': {
		when: '`X-Authentication-Denied-Reason: CAPTCHA_CHALLENGE`, or `AUTHENTICATION_DENIED` in `X-Seraph-LoginReason`, at any status; or in the body of an answer that is not 2xx',
		title: '{product} requires this user to solve a CAPTCHA ({status})',
		message:
			'After several failed logins {product} refuses this user until a CAPTCHA is solved in a browser, even with the right password.',
		remedy: [
			'Log in once in a browser[ ({loginUrl})] as this user and solve the CAPTCHA, or have an administrator reset the failed login count.',
			'Find out what keeps logging in with a wrong password: often {aToken} sent as a password. Such a token needs no <username>.',
		],
	},
	'basic-auth-disabled': {
		when: '403, Basic Authentication has been disabled',
		title: 'Basic authentication is switched off in {product} (403)',
		message:
			'{product} at {baseUrl} accepts no user name with a password: Basic authentication has been disabled there.',
		remedy: ['Use {aToken} without <username>: it is sent as Bearer.'],
	},
	'cloud-needs-basic': {
		when: 'Jira Cloud refuses Bearer (\u201cFailed to parse Connect Session Auth Token\u201d, `AtlassianEdge`), or serverInfo after a 401 says `Cloud`; not with `username`, nor with a JWT',
		title: '{product} Cloud wants a user name and an API token ({status})',
		message: '{baseUrl} is {product} Cloud, which has no {tokenKinds} and does not take this token as Bearer.',
		remedy: [
			'Create an API token of an Atlassian account (https://id.atlassian.com/manage-profile/security/api-tokens), and store it in the secret.',
			'Set <username> to the e-mail address of that account.',
		],
	},
	'access-denied': {
		when: 'any other 403 from Jira: no licence or application access, or a scope too narrow',
		title: '{product} denies the user access (403)',
		message: '{product} at {baseUrl} denies access (HTTP 403).',
		cause: 'Most likely the user lacks a licence or {access}, or the scope of the token is too narrow.',
		remedy: [
			'Have a {product} administrator give the user {access} ({accessPlace}).',
			'Have them check that the licence has a seat left.',
			'[For a scoped token, create one that may read the user ({readScope}).]',
		],
	},
	'edge-forbidden': {
		when: '403 with no trace of Jira: WAF, CDN, IP allow-list, proxy; named where it can be told; a known block page of a WAF at any status',
		title: 'Something in front of {product} blocks the request ({status})',
		message:
			'Something in front of {product} at {host}[ ({edge})] blocks the request (HTTP {status})[, with a page titled \u201c{pageTitle}\u201d].',
		cause:
			'It bears no trace of {product}: a firewall, CDN, IP allow-list or proxy answered.[ Nothing is known about {unprovenToken}.]',
		remedy: [
			'Ask {operator} to let this runner through: its outgoing IP address, and requests for {path} that carry an Authorization header.',
			'Where it goes by IP addresses, use a runner with a fixed one: those that GitHub hosts change theirs.',
			'Check that <url> is the base URL of {product}, and not of something else.',
		],
	},
}
const BY_HAND_STORE = 'Store it in {places}, and put its name in <token-name>, so that the next run knows it.'
const rotation = {
	'rotation-not-allowed': {
		when: 'the request for a new token is refused (401, 403, 404, a redirect to a login): this server does not let a token make tokens, or something in front of it keeps the request back; Bitbucket lets none',
		title: 'No token can be made with the token[ (HTTP {status})]',
		message: '{problem}.',
		cause: 'So it has to be renewed by hand.',
		remedy: [
			'Log in to {product} as {user}, and create a token that lives longer than this one: {tokenPage}.',
			BY_HAND_STORE,
			'Delete the old one some days later, when no job that was queued before can still need it.',
			'[Or ask {operator} to let POST requests for {path} through, where {product} itself would allow it.]',
		],
	},
	'too-many-tokens': {
		when: 'the account has as many tokens as it may have (10 by default), those that have expired included',
		title: 'The account has too many {product} tokens',
		message: '{product} makes no further token for {user}, since the account has as many as it may have.',
		cause: 'Those that have expired count too, and of this family none could be deleted.',
		remedy: [
			'Log in to {product} as {user}, and delete tokens that nobody needs, expired ones first: {tokenPage}.',
			'Do not delete[ \u201c{tokenName}\u201d,] the one that is stored now.',
			'Run the rotation again. An account of its own for each rotated token keeps it from happening again.',
		],
	},
	'token-life-refused': {
		when: 'this server makes no token that lives as long as `days` says (365 by default, less in many companies; no eternal ones), or one that ends before the old one',
		title: '{product} refuses the life of the new token',
		message: '{problem}.',
		remedy: [
			'Set <days> to a life that this {product} allows: the page for a new token shows the longest one ({tokenPage}), and its administrators know it.',
			'Run the rotation again.',
		],
	},
	'secret-not-writable': {
		when: 'GitHub refuses to read about or to write one of the places: a permission is missing, the place does not exist, or the repository has moved',
		title: 'The secret cannot be written: {place}',
		message: '{problem}.',
		remedy: [
			'[Give <github-token> what it needs for {place}: {permission}. The job\u2019s own GITHUB_TOKEN can never have it.]',
			'[The repository was renamed: start a new run there, under its new name, {newPlace}; outside GitHub Actions, set GITHUB_REPOSITORY to it. Set <name-prefix> to the present prefix then.]',
			'Check the names in <secret>: NAME for one of this repository, env:ENVIRONMENT/NAME, org:NAME.',
			'Run the rotation again: a run that writes some places and not others is put right by the next one.',
		],
	},
	'new-token-not-proven': {
		when: 'whether a new token was made, or works, could not be shown: nothing was stored',
		title: 'The new {product} token could not be proven',
		message: '{problem}.',
		remedy: [
			'Run the rotation again: there is time, the old token still works.',
			'[Where it happens again, delete \u201c{newToken}\u201d in {product} first: no place holds it ({tokenPage}).]',
			'Where there is no time: create a token by hand, store it, and put its name in <token-name>.',
		],
	},
	'secret-write-in-doubt': {
		when: 'whether a place was written is not known: the old and the new token are both kept',
		title: 'What the secret holds now is not known',
		message: '{problem}.',
		cause: 'No token that a place may hold was revoked, so that whatever it holds works.',
		remedy: [
			'Delete no token in {product}. Run the rotation again in an hour or later: it sees which token comes out of the store, and puts the rest right.',
			'[Where it stays red: create a token by hand, store it in {places}, and put its name in <token-name>.]',
		],
	},
	'secret-shadowed': {
		when: 'the store does not hand out what was written to it: a secret of that name at a lower level hides it, somebody has changed it by hand, or a run that was killed has left a token behind',
		title: 'The stored token is not the one that comes out',
		message: '{problem}.',
		remedy: [
			'[Look where this workflow\u2019s secret comes from: one of an environment hides one of the repository, which hides one of the organization. Name that place first in <secret>: now it is {ownPlace}.]',
			'[Look where the token of this run comes from: {ownStore} should have handed out \u201c{newToken}\u201d. What <store-command> writes has to be what this run is given.]',
			'[If somebody has put an older token into {ownPlace}: store \u201c{newToken}\u201d again, or delete it in {product} ({tokenPage}).]',
			'[If no place holds \u201c{newToken}\u201d, since a run was killed: delete it in {product} ({tokenPage}); the next run goes on.]',
			'[Delete by hand in {product} what has leaked of {tokenNames}, but store a new one first: {tokenPage}.]',
		],
	},
	'successor-lost': {
		when: 'a new token was made and its value lost on the way, twice, or it could not be revoked: no place holds it',
		title: 'A new {product} token was made, and is lost',
		message: '{problem}.',
		cause: 'No place holds it, and nobody knows its value.',
		remedy: [
			'[Delete \u201c{newToken}\u201d in {product}: {tokenPage}.]',
			'Run the rotation again[. Where \u201c{newToken}\u201d was not deleted, the run does that itself, an hour from now at the earliest].',
		],
	},
}
const PAGE = '[, with a page titled \u201c{pageTitle}\u201d]'
const unavailableAnswer = {
	'rate-limited': {
		when: '429; the message says when Jira may be asked again',
		title: 'Too many requests for now (429)',
		message: `{host} answered HTTP 429, too many requests[: it was {limiter} in front of {product}]${PAGE}.`,
		cause: '[It says nothing against {unprovenToken}.][ {product} may be asked again {retryAt}.]',
		remedy: [
			'Run the job again later; raise <timeout-seconds> if the wait is short.',
			'[Ask {operator} to exempt the address of this runner, which many jobs share, from that limit.]',
			'[If it happens often, have an administrator of {product} exempt {limitedUser} from rate limiting, or run fewer jobs at once.]',
		],
	},
	starting: {
		when: '5xx, and `/status` says `STARTING`, `STOPPING` or `FIRST_RUN`',
		title: '{product} is starting or stopping',
		message: '{product} at {baseUrl} reports that it is not ready: {state} (HTTP {status}).',
		remedy: ['Wait until {product} is up and run the job again.'],
	},
	maintenance: {
		when: '5xx, and `/status` says `MAINTENANCE`',
		title: '{product} is in maintenance',
		message: '{product} at {baseUrl} reports that it is in maintenance (HTTP {status}).',
		remedy: [
			'Wait for the end of the maintenance and run the job again.',
			'If none was announced, ask the administrators: {maintenanceWork} does this too.',
		],
	},
	'gateway-error': {
		when: '502, 504, 520\u2013527, 530, a 503 with no trace of Jira, or any 5xx whose words say that Jira was never reached',
		title: 'The gateway in front of {product} gets no answer from it ({status})',
		message: `Something in front of {product} at {host}[ ({edge})] answered HTTP {status}${PAGE}[: {unreached}].`,
		cause:
			'[It may be asked again {retryAt}. ]{product} behind it is down, starting, overloaded or not reached.[ Nothing is known about {unprovenToken}.]',
		remedy: [
			'Check that {product} is up, and run the job again.',
			'If {product} is up, ask {operator} why it is not reached[: {unreached}].',
		],
	},
	'server-error': {
		when: 'any other 5xx',
		title: 'The server answered with an error of its own ({status})',
		message: `{baseUrl} answered HTTP {status}[ (from {edge})]${PAGE}: an error of the server itself.`,
		cause: '[That says nothing about {unprovenToken}.]',
		remedy: [
			'Run the job again; if it happens again, the log of {product} at this time has the cause.',
			'[Where it has none, ask {operator}: the answer bears no trace of {product}, so something in front of it may have failed.]',
		],
	},
}
const CHECK_URL = 'Check that <url> is the base URL of {product}, and not of something else.'
const unusableAnswer = {
	'sso-login': {
		when: 'a redirect to, or a page of, a login; a redirect or a page that hands the asked address on, to come back to it; 511',
		title: 'A login page answered instead of {product}',
		message:
			'{host} answered with a login page[ at {location}][ titled \u201c{pageTitle}\u201d] instead of data (HTTP {status}).',
		cause:
			'A single sign-on in front of {product}, a captive portal, or {product} itself did not let the token through.',
		remedy: [
			'Ask {operator} to let requests for {path} that carry an Authorization header pass without single sign-on.',
			'Where it is the login page of {product} itself, look for a proxy on the way that takes that header off.',
			CHECK_URL,
		],
	},
	redirected: {
		when: 'any other redirect; the message says where to, which is often the right base URL',
		title: 'The server redirects elsewhere ({status})',
		message: '{host} redirects[ to {location}] (HTTP {status})[: {redirection}].',
		cause: 'The token is never sent on after a redirect.',
		remedy: [
			'[Set <url> to {newBaseUrl}, if that is your {product}.]',
			'[Use the base URL {cloudUrl}, with <username> (an e-mail address) and an API token: {tokenKinds} stay behind in a move to Cloud.]',
			'[Ask those who run the proxy of your own network to let this runner reach {blockedHost}.]',
			'[Ask {loopOperator} why {path} leads to itself: often {product} is not told the scheme (X-Forwarded-Proto), or a cookie is wanted first.]',
			'[Compare {comparedUrl} with the address that a browser shows when {product} is open, less the path of the page.]',
		],
	},
	'not-found': {
		when: '404: usually a missing or wrong context path',
		title: 'There is no {product} at this URL (404)',
		message: `{baseUrl} answered HTTP 404[ (from {edge})]${PAGE}: there is no {product} REST API at this address.`,
		cause:
			'Usually the context path is missing or wrong[; or what is in front has no route for this host name or scheme: {noRoute}].',
		remedy: [
			'[Set <url> to {frontUrl}: the page that answered leads there.]',
			'Open {product} in a browser and compare: where it shows {examplePage}, the base URL is {exampleBaseUrl}.',
			'[On {product} Cloud the base URL ends in {cloudPath}.]',
			'[Check that scheme and host name in <url> are the ones by which the proxy in front knows {product}: {noRoute}.]',
		],
	},
	'html-page': {
		when: '200 with some other page',
		title: 'A web page answered instead of {product}',
		message: '{baseUrl} answered with a web page[ titled \u201c{pageTitle}\u201d][ (from {edge})] instead of data.',
		cause: 'It is another site, a captive portal, or a proxy in front of {product}.',
		remedy: [
			'[Set <url> to {frontUrl}: that page leads there.]',
			'Open {baseUrl}{openPath} in a browser: it should show JSON. If it does not, correct <url>.',
			'If it does, something on the way from this runner answers in place of {product}.',
		],
	},
	'empty-response': {
		when: '2xx with an empty body',
		title: 'The answer is empty ({status})',
		message: '{host} answered HTTP {status} with nothing in it[; it was {edge}].',
		cause:
			'That proves nothing[, but may mean that what is in front has no route for this host name or scheme: {noRoute}].',
		remedy: [
			'[Check that scheme and host name in <url> are the ones by which the proxy in front knows {product}: {noRoute}.]',
			'Check what a proxy or gateway in front of {product} does to requests for {path}.',
			CHECK_URL,
		],
	},
	'invalid-json': {
		when: '200 that is neither HTML nor the JSON that Jira sends',
		title: 'The answer is not what {product} sends',
		message: '{host} answered HTTP {status} with something that is not the JSON that {product} sends here.',
		remedy: ['Check what a proxy or gateway in front of {product} does to the answers to {path}.', CHECK_URL],
	},
	'no-identity': {
		when: 'JSON that proves no user: see [what counts as proof](decisions/0009-proof-of-identity.md)',
		title: 'The answer does not prove whose token this is',
		message: '{host} answered HTTP {status} with JSON that proves no user[: {contradiction}].',
		cause:
			'[The request was treated as anonymous, or it was not {notAnswered} that answered this request.][That the token belongs to {unconfirmedName} is what a header says, and nothing confirms it.]',
		remedy: [
			'[Ask {operator} to exempt {path} from {cache}: the answer to one user must not be given to another.]',
			'[Have an administrator let {unconfirmedName} read the list of users ({path}).]',
			'[Ask {operator} to leave {strippedHeader} in the answers; or use the token of a user, and none of a project or a repository.]',
			'Check that no proxy on the way takes the Authorization header off.',
			CHECK_URL,
		],
	},
	'unexpected-status': {
		when: 'any other status; without a trace of Jira a 405, 406, 418 or 451 is most often a firewall',
		title: 'Unexpected answer (HTTP {status})',
		message: `{host} answered HTTP {status}[ (from {edge})]${PAGE}[: {detail}].`,
		cause: 'That is no answer of {product}\u2019s REST API.',
		remedy: [
			'[Set <url> to {httpsUrl}: that port speaks https.]',
			'[Ask {firewallOperator} whether a web application firewall blocks requests for {path}: HTTP {status} most often comes from one.]',
			'Check the scheme, the host and the path of <url>, and what is in front of {product}.',
		],
	},
}
const catalogue = {
	authenticated: alwaysLoaded.authenticated,
	...configuration,
	...rejection,
	...noConnection,
	...unavailableAnswer,
	...unusableAnswer,
	...gates,
	...rotation,
	'internal-error': alwaysLoaded['internal-error'],
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
function titleOf({ reason, statusCode }, { product }) {
	return fill(catalogue[reason].title, { product, status: statusCode?.toString() })
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
function isFinding(value) {
	return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'finding'
}
function askedUrl({ baseUrl, path }) {
	return new URL(`${baseUrl}${path}`)
}
function askedPath(request) {
	return askedUrl(request).pathname
}
const server = (pattern) => ({ header: 'server', pattern })
const header = (name) => ({ header: name, pattern: /^/ })
const edges_text = (body) => ({ body })
const NETWORK = 'those who run the proxy of your own network'
const AWS = 'those who administer its AWS account'
const AZURE = 'those who administer its Azure subscription'
const GOOGLE = 'those who administer its Google Cloud project'
const F5 = 'those who administer its F5'
const edges = [
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
function describeEdge(answer) {
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
function speakerOf(answer, { baseUrl, product }) {
	const isOwn = product.hasTrace(answer)
	const { name, operator } = describeEdge(answer)
	return {
		isOwn,
		edge: isOwn ? undefined : name,
		operator: (isOwn ? undefined : operator) ?? `the operators of ${new URL(baseUrl).host}`,
		pageTitle: page_titleOf(answer.body),
	}
}
const PLAIN_HTTP =
	/plain HTTP request was sent to HTTPS port|Client sent an HTTP request to an HTTPS server|speaking plain HTTP to an SSL-enabled server port|combination of host and port requires TLS/i
const CLIENT_CERTIFICATE = [
	[/No required SSL certificate was sent/i, { detail: 'none was given' }],
	[/The SSL certificate error/i, { detail: 'it rejects the one given' }],
	[
		/Cannot perform Post-Handshake Authentication/i,
		{
			detail:
				'it asks for one only after the handshake, which neither Node.js nor most other clients can answer on TLS 1.3',
			request: 'want the certificate for the whole host (SSLVerifyClient outside of <Location>), or to allow TLS 1.2',
		},
	],
]
function diagnoseUnreachedPort(answer, request) {
	const { statusCode, body } = answer
	if (statusCode < 400 || statusCode > 499) return undefined
	const wanted = CLIENT_CERTIFICATE.find(([pattern]) => pattern.test(body))?.[1]
	if (wanted !== undefined) return finding('tls-client-certificate', wanted, statusCode)
	if (!PLAIN_HTTP.test(body)) return undefined
	const { baseUrl } = request
	const httpsUrl = baseUrl.startsWith('http:') ? baseUrl.replace('http:', 'https:') : undefined
	const { edge } = speakerOf(answer, request)
	const facts = { edge, detail: 'that port wants https://, not http://', httpsUrl, path: askedPath(request) }
	return finding('unexpected-status', facts, statusCode)
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
function json_parseJson(text) {
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
const BREACHES = [
	[/can't be present with/, 'it has both Content-Length and Transfer-Encoding'],
	[/Duplicate Content-Length/, 'it has more than one Content-Length'],
	[/^HPE_INVALID_CONTENT_LENGTH/, 'its Content-Length is not a number, or too large a one'],
	[/^HPE_INVALID_TRANSFER_ENCODING/, 'its Transfer-Encoding does not end in chunked'],
	[/Invalid header value char/, 'a control character stands in {header}'],
	[/whitespace after header value/, '{header} goes on over several lines'],
	[/^HPE_INVALID_HEADER_TOKEN/, 'a line among its headers is not a header, or has a wrong character in its name'],
	[/^HPE_HEADER_OVERFLOW/, 'its headers are longer than 16 KiB'],
	[/^HPE_INVALID_(?:STATUS|VERSION)/, 'its status line is not one of HTTP/1.1'],
	[/chunk/i, 'its chunks are not as long as they say'],
	[/^HPE_(?:CR_EXPECTED|LF_EXPECTED|STRICT)/, 'its lines do not end with CR and LF'],
	[/^(?:Z_|ERR_)/, 'its body is not compressed in the way that its Content-Encoding says'],
]
function describeBreach({ code, message, header }) {
	const [, words = code] = BREACHES.find(([pattern]) => pattern.test(`${code} ${message}`)) ?? []
	return words.replace('{header}', () => (header === undefined ? 'a header' : `the header ${header}`))
}
function describeSeconds(durationMs) {
	return durationMs < 500 ? Math.max(0.1, durationMs / 1000).toFixed(1) : String(Math.round(durationMs / 1000))
}
function diagnoseBrokenBody({ statusCode, bodyState, bodyError, durationMs }) {
	switch (bodyState) {
		case 'complete':
			return undefined
		case 'malformed':
			return finding('malformed-response', { detail: bodyError && describeBreach(bodyError) }, statusCode)
		case 'cut':
			return finding('response-cut', {}, statusCode)
		case 'too-large':
			return finding('response-too-large', {}, statusCode)
		default:
			return finding('timeout', { seconds: describeSeconds(durationMs), phase: 'reading the answer' }, statusCode)
	}
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
	const names = [...identityNames(identity), identity.emailAddress].filter(Boolean).map(user_foldName)
	return expectedUsers.some((user) => names.includes(user_foldName(user)))
}
function user_foldName(text) {
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
	if (namesIn(headers.get('x-ausername')).flatMap(readingsOf).some(user_isAnonymous))
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
function otherUserOf(headers, identity) {
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
	return /[^\0-\xff]/.test(name) && !isAnonymous(header) && readingsOf(header).some((text) => /[?\uFFFD]/.test(text))
}
function fits(header, names) {
	const known = names.map(foldName)
	return readingsOf(header).some((text) => !isAnonymous(text) && known.includes(foldName(text.trim())))
}
function readingsOf(header) {
	const utf8 = Buffer.from(header, 'latin1').toString()
	return [header, utf8].flatMap((text) => [
		text,
		decodePercent(text) ?? text,
		decodePercent(text.replaceAll('+', ' ')) ?? text,
	])
}
function readJsonAnswer(answer, request) {
	const { statusCode, bodyState, body } = answer
	const { product } = request
	if (statusCode !== 200 || bodyState !== 'complete' || !product.hasTrace(answer)) return undefined
	if (product.asksForCaptcha(answer) || body.includes('AUTHENTICATED_FAILED')) return undefined
	const json = parseJson(body)
	return json === undefined || contradictionOf(answer) !== undefined ? undefined : jsonAnswer(json, answer, request)
}
function jsonAnswer(json, { statusCode, headers }, request) {
	const { product } = request.product.words
	const operator = `the operators of ${new URL(request.baseUrl).host}`
	return { kind: 'json', json, statusCode, headers, path: askedPath(request), operator, product }
}
const LOGIN_HOST =
	/(?:^|\.)(?:(?:login|logon|signin|sso|idp|auth|oauth2?|oidc|saml|adfs|okta|keycloak)\d*(?:-[a-z0-9-]+)?|sts|fs|iam|id|identity|accounts?|cas)\./i
const LOGIN_DOMAIN =
	/(?:^|\.)(?:okta(?:preview|-emea)?|onelogin|auth0|amazoncognito|cloudflareaccess|pingidentity|pingone|duosecurity|microsoftonline)\.(?:com|net|us)$/i
const LOGIN_PATH =
	/\/(?:log-?in|log-?on|sign[-_]?in|do-?login|user-?login|sso|saml2?|adfs|idp|oauth2?|oidc|openid(?:-connect)?|authorize|authn?|authenticate|webauth|cas|realms|nidp|shibboleth(?:\.sso)?|wayf|pkmslogin|outpost\.goauthentik\.io|siteminderagent|my\.policy|samlsso)(?:\.\w+)?(?:[/;]|$)/i
const LOGIN_QUERY =
	/[?&](?:SAMLRequest|RelayState|os_destination|permissionViolation|response_type|redirect_uri|wa=wsignin)/i
const LOGIN_MARKS = [
	/<input\b[^<>]{0,300}?\btype\s{0,5}=\s{0,5}["']?password\b/i,
	/<input\b[^<>]{0,300}?\bname\s{0,5}=\s{0,5}["']?(?:SAMLRequest|SAMLResponse|os_username|os_password|j_username|wresult)\b/i,
	/<title\b[^<>]{0,100}>[^<]{0,100}?\b(?:log[ -]?in|log[ -]?on|sign[ -]?in|single sign[ -]?on|anmeld|connexion\b|iniciar sesi)/i,
	/<title\b[^<>]{0,100}>[^<]{0,100}?(?:\baccedi\b|inloggen|aanmelden|zaloguj|logowanie|iniciar sess|\bentrar\b|p\u0159ihl[a\u00e1][s\u0161]|logga in\b|log ind\b|logg inn\b|kirjaudu|bejelentkez|giri\u015f|\u0432\u0445\u043e\u0434(?![\u0430-\u044f])|\u0432\u043e\u0439\u0442\u0438|\u0443\u0432\u0456\u0439\u0442\u0438|\u30ed\u30b0\u30a4\u30f3|\u30b5\u30a4\u30f3\u30a4\u30f3|\u767b\u5f55|\u767b\u5165|\u767b\u9304|\ub85c\uadf8\uc778)/i,
	/<(?:h[1-3]|button)\b[^<>]{0,300}>\s{0,50}(?:log[ -]?in|log[ -]?on|sign[ -]?in)\b/i,
]
const PAGE_TARGETS = [
	/<meta\b[^<>]{0,200}?\burl\s{0,5}=\s{0,5}['"]?([^"'>]{1,2000})/gi,
	/\blocation(?:\.href)?\s{0,5}(?:=|\.(?:replace|assign)\()\s{0,5}["']([^"']{1,2000})/gi,
	/<form\b[^<>]{0,300}?\baction\s{0,5}=\s{0,5}["']([^"'>]{1,2000})/gi,
]
const MAX_PAGE_LENGTH = 256 * 1024
function isLoginUrl(url) {
	return (
		LOGIN_HOST.test(url.hostname) ||
		LOGIN_DOMAIN.test(url.hostname) ||
		LOGIN_PATH.test(url.pathname) ||
		LOGIN_QUERY.test(url.search)
	)
}
const RETURN_PARAMETER =
	/^(?:rd|next|service|continue|goto|dest(?:ination)?|os_destination|target|relaystate|return(?:[-_]?(?:to|url|uri))?|redirect(?:[-_]?(?:to|ur[il]|after\w*))?|back(?:to|url)?|from|state|wctx)$/i
function comesBack(url, asked) {
	return carries(url, asked, RETURN_PARAMETER)
}
function carriesOn(url, asked) {
	return carries(url, asked, /^/)
}
function carries(url, asked, parameter) {
	const addresses = [asked.href, `${asked.host}${asked.pathname}`, asked.pathname]
	return Array.from(url.searchParams).some(
		([name, value]) =>
			parameter.test(name) &&
			[value, decodeOnce(value)].some((text) => addresses.some((address) => text.includes(address))),
	)
}
function decodeOnce(text) {
	return new URLSearchParams(`text=${text.replaceAll('&', '%26')}`).get('text') ?? text
}
function isLoginPage(html, asked) {
	const page = html.slice(0, MAX_PAGE_LENGTH)
	if (LOGIN_MARKS.some((mark) => mark.test(page))) return true
	return PAGE_TARGETS.flatMap((pattern) => Array.from(page.matchAll(pattern), ([, target = '']) => target)).some(
		(target) => {
			const url = URL.parse(target.replaceAll('&amp;', '&'), asked.href)
			return url !== null && (isLoginUrl(url) || carriesOn(url, asked))
		},
	)
}
const of = (category, result) => ({ category, result })
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
const MISTAKABLE = new Set(['not-jira', 'unauthorized'])
function describeOther(found, outcome, { others }) {
	if (outcome.kind === 'no-answer' || !MISTAKABLE.has(reasonTable[found.reason].category)) return {}
	const other = others.find(({ isMarked }) => isMarked(outcome))
	return other === undefined ? {} : { otherProduct: other.product, otherInput: `<${other.urlInput}>` }
}
const MAX_LENGTH = 64 * 1024
function findFrontUrl({ body }, asked, baseUrl, { contextPaths }) {
	if (new URL(baseUrl).pathname !== '/') return undefined
	const links = body.slice(0, MAX_LENGTH).matchAll(/\bhref\s{0,5}=\s{0,5}["']([^"'<>]{1,500})/gi)
	for (const [, link = ''] of links) {
		const url = URL.parse(link, asked.href)
		const path = contextPaths.find((context) => `${url?.pathname}/`.startsWith(`${context}/`))
		if (url?.origin === asked.origin && path !== undefined) return `${asked.origin}${path}`
	}
	return undefined
}
function diagnoseSuccess(answer, request) {
	const { statusCode, headers, body } = answer
	const path = askedPath(request)
	const broken = diagnoseBrokenBody(answer)
	if (broken !== undefined) return broken
	if (body.trim() === '') {
		const { edge } = speakerOf(answer, request)
		return finding('empty-response', { edge, path, noRoute: describeMissingRoute(answer) }, statusCode)
	}
	const json = json_parseJson(body)
	const isPage = json === undefined && isHtml(body, headers.get('content-type') ?? '')
	if (isPage && isLoginPage(body, askedUrl(request))) return ssoLogin(answer, request)
	if (statusCode !== 200 || isPage) {
		const { edge, pageTitle } = speakerOf(answer, request)
		if (statusCode !== 200) return finding('unexpected-status', { edge, pageTitle, path }, statusCode)
		const frontUrl = findFrontUrl(answer, askedUrl(request), request.baseUrl, request.product)
		return finding('html-page', { edge, pageTitle, frontUrl }, statusCode)
	}
	if (json === undefined) return finding('invalid-json', { path }, statusCode)
	const contradiction = proof_contradictionOf(answer)
	const asAnswered = jsonAnswer(json, answer, request)
	if (contradiction === undefined) return asAnswered
	const { operator, product } = asAnswered
	const facts = { contradiction, path, notAnswered: product }
	if (describeCache(answer) === undefined) return finding('no-identity', { ...facts, operator }, statusCode)
	const edge = describeEdge(answer)
	const cache = edge.name === undefined ? 'its cache' : `the cache of ${edge.name}`
	return finding('no-identity', { ...facts, operator: edge.operator ?? operator, cache }, statusCode)
}
function ssoLogin(answer, request, location) {
	const { pageTitle: ownTitle, operator } = speakerOf(answer, request)
	const pageTitle = location === undefined ? ownTitle : undefined
	return finding('sso-login', { location, pageTitle, operator, path: askedPath(request) }, answer.statusCode)
}
const BLOCK_PAGE =
	/(?:^|[./?&_-])(?:block(?:ed|page|ing)?(?:[_-]?page)?|webblock|urlblock|url-?filter(?:ing)?|web-?filter|access-?denied|denied)(?:[./?&=_-]|$)/i
const BLOCK_HOST =
	/(?:^|\.)(?:zscaler(?:one|two|three|beta|gov)?|zscloud|opendns|netskope|iboss|forcepoint)\.(?:net|com)$/i
const CONTEXT_PATH =
	/^(?:\/(?!(?:index|home|error|errors|maintenance|sorry|outpost[^/]*|rest|status|www|en|de|fr)(?:\/|$))[A-Za-z][A-Za-z0-9_-]{0,30}){0,2}$/
function judgeRedirect(target, asked, baseUrl, product) {
	if (comesBack(target, asked)) return { kind: 'login' }
	if (target.origin === asked.origin && target.pathname === asked.pathname) return { kind: 'loop' }
	const resource = `${asked.pathname.slice(new URL(baseUrl).pathname.replace(/\/$/, '').length)}`
	const asksForIt = target.pathname.endsWith(resource)
	if (!asksForIt && redirect_isBlockPage(target)) return { kind: 'block-page' }
	if (product.cloud?.host.test(target.hostname))
		return { kind: 'cloud', baseUrl: `${target.origin}${product.cloud.path}` }
	if (carriesOn(target, asked) || (!asksForIt && isLoginUrl(target))) return { kind: 'login' }
	const isDowngrade = asked.protocol === 'https:' && target.protocol === 'http:'
	if (isDowngrade || !isSameSite(target.hostname, asked.hostname)) return { kind: 'elsewhere' }
	const path = asksForIt
		? target.pathname.slice(0, -resource.length)
		: contextPathOf(target, asked, baseUrl, product.pages)
	const isOfOther = product.others.some(({ contextPaths }) => path !== undefined && contextPaths.includes(path))
	const moved = path === undefined || isOfOther ? undefined : `${target.origin}${path}`
	return moved === undefined || moved === baseUrl ? { kind: 'elsewhere' } : { kind: 'moved', baseUrl: moved }
}
function redirect_isBlockPage({ hostname, pathname }) {
	return BLOCK_HOST.test(hostname) || BLOCK_PAGE.test(hostname) || BLOCK_PAGE.test(pathname)
}
function contextPathOf(target, asked, baseUrl, pages) {
	const path = target.pathname.replace(/\/+$/, '')
	if (path === '') {
		const isToHttps = asked.protocol === 'http:' && target.protocol === 'https:'
		return isToHttps ? new URL(baseUrl).pathname.replace(/\/$/, '') : ''
	}
	const context = path.replace(pages, '')
	return CONTEXT_PATH.test(context) ? context : undefined
}
const SECOND_LEVEL = /^(?:com?|ac|gov|gob|org|net|edu|or|ne|go)$/
function isSameSite(a, b) {
	return a === b || (siteOf(a) !== undefined && siteOf(a) === siteOf(b))
}
function siteOf(hostname) {
	if (/^[\d.]+$/.test(hostname)) return undefined
	const labels = hostname.replace(/\.$/, '').split('.')
	const size = SECOND_LEVEL.test(labels.at(-2) ?? '') && labels.at(-1)?.length === 2 ? 3 : 2
	return labels.slice(-size).join('.')
}
function isRedirect({ statusCode, headers }) {
	return [301, 302, 303, 307, 308].includes(statusCode) || (statusCode === 300 && headers.has('location'))
}
function diagnoseRedirect(answer, request) {
	const { statusCode, headers, body } = answer
	const asked = askedUrl(request)
	const target = URL.parse(fromUtf8(headers.get('location') ?? ''), asked.href)
	if (!headers.has('location') || target === null || !/^https?:$/.test(target.protocol)) {
		return isLoginPage(body, asked)
			? ssoLogin(answer, request)
			: finding('redirected', { path: askedPath(request), comparedUrl: request.baseUrl }, statusCode)
	}
	const location = `${target.origin}${target.pathname}`
	const redirect = judgeRedirect(target, asked, request.baseUrl, request.product)
	if (redirect.kind === 'login') return ssoLogin(answer, request, location)
	const advice = adviceOn(redirect, request, speakerOf(answer, request).operator)
	return finding('redirected', { location, path: askedPath(request), ...advice }, statusCode)
}
function fromUtf8(header) {
	const text = Buffer.from(header, 'latin1').toString()
	return text.includes('\uFFFD') ? header : text
}
function adviceOn(redirect, { baseUrl, product }, operator) {
	switch (redirect.kind) {
		case 'moved':
			return { newBaseUrl: redirect.baseUrl, comparedUrl: baseUrl }
		case 'cloud':
			return { redirection: `it has moved to ${product.words.product} Cloud`, cloudUrl: redirect.baseUrl }
		case 'block-page':
			return { redirection: 'a web filter blocks the way', blockedHost: new URL(baseUrl).host }
		case 'loop':
			return { redirection: 'to itself, without end', loopOperator: operator }
		default:
			return { comparedUrl: baseUrl }
	}
}
function parseSchemes(challenges) {
	const parts = challenges.replace(/"(?:[^"\\]|\\.?)*(?:"|$)/g, '""').split(',')
	return parts.flatMap((part) => /^\s*([a-z][\w-]*)(?:\s+[^\s=]|\s*$)/i.exec(part)?.[1] ?? [])
}
const LOGINS = [
	[/^negotiate|^kerberos/i, 'a Kerberos login (Negotiate)'],
	[/^ntlm/i, 'a Windows login (NTLM)'],
	[/^digest/i, 'a user name and a password of its own (Digest)'],
	[/^basic/i, 'a user name and a password of its own (Basic)'],
	[/^bearer|^dpop/i, 'a token of its own (Bearer)'],
	[/^(?:api-?)?key/i, 'a key of its own (Key)'],
]
const OWN_JWT =
	/\bJwt (?:is|header|issuer|verification)\b|\bJWKS?\b|invalid[_ ]token|token is malformed|No mandatory 'exp'|Invalid IAP credentials/i
function describeChallenge({ headers, body }) {
	const challenge = headers.get('www-authenticate') ?? ''
	const realm = /\brealm\s*=\s*"([^"]{1,80})"/i.exec(challenge)?.[1]
	const schemes = parseSchemes(challenge)
	const logins = LOGINS.flatMap(([pattern, words]) => (schemes.some((scheme) => pattern.test(scheme)) ? [words] : []))
	if (logins.length > 0) return `${logins.join(', or ')}${realm === undefined ? '' : `, for \u201c${realm}\u201d`}`
	if (OWN_JWT.test(body.slice(0, 2_000))) return 'a token of its own (a JWT)'
	return body.trim() === '{}' ? 'a single sign-on (\u201c{}\u201d alone is what oauth2-proxy says)' : undefined
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
function diagnose_refusal_rejection({ statusCode }, { scheme, traits }, asNobody) {
	if (scheme === 'Basic') return finding('basic-rejected', {}, statusCode)
	const { jwtExpiredOn, cloudToken } = traits
	return finding('token-rejected', { jwtExpiredOn, cloudToken, asNobody }, statusCode)
}
function diagnoseUnauthorized(answer, request) {
	const { statusCode } = answer
	if (request.product.isOfCloud(answer)) return cloudRefusal(answer, request)
	const { isOwn, edge, pageTitle, operator } = speakerOf(answer, request)
	if (isOwn) return diagnose_refusal_rejection(answer, request)
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
	return needsBasic ? finding('cloud-needs-basic', {}, answer.statusCode) : diagnose_refusal_rejection(answer, request)
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
function dayOf(ms) {
	const at = new Date(ms)
	return `${digits(at.getUTCFullYear(), 4)}-${digits(at.getUTCMonth() + 1, 2)}-${digits(at.getUTCDate(), 2)}`
}
function dateTimeOf(ms) {
	const at = new Date(ms)
	const time = [at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds()].map((part) => digits(part, 2)).join(':')
	return `${dayOf(ms)}T${time}.${digits(at.getUTCMilliseconds(), 3)}Z`
}
function digits(value, length) {
	return String(value).padStart(length, '0')
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
const CAUSES = [
	[
		/DNS lookup failure for|ERR_DNS_FAIL|could not be resolved|name resolution failed/i,
		'it cannot resolve the host name of what is behind it',
	],
	[
		/ERR_SECURE_CONNECT_FAIL|certificate[_ ]verify[_ ]failed|SSL handshake (?:failed|error)|x509: |certificate signed by unknown authority/i,
		'it does not trust the certificate of what is behind it',
	],
	[/ERR_CONNECT_FAIL 111|delayed connect error: 111|connection refused/i, 'nothing listens behind it'],
	[
		/ERR_CONNECT_FAIL|reset reason: (?:remote |local )?connection failure|temporarily unable to service your\s+request due to maintenance downtime or capacity\s+problems/i,
		'it cannot connect to what is behind it',
	],
	[
		/ERR_READ_TIMEOUT|ERR_LIFETIME_EXP|The server didn't respond in time|upstream request timeout|Gateway Time-?out/i,
		'what is behind it did not answer in time',
	],
	[
		/No server is available to handle this request|no available server|no healthy upstream|ring-balancer|ERR_CANNOT_FORWARD|no live upstreams/i,
		'it knows no healthy server behind it',
	],
	[/Backend fetch failed/i, 'it got no answer from what is behind it'],
	[/Error reading from remote server/i, 'what is behind it did not answer in time, or broke off the connection'],
	[
		/upstream connect error or disconnect\/reset before headers|upstream prematurely closed|ERR_ZERO_SIZE_OBJECT|ERR_READ_ERROR/i,
		'what is behind it broke off the connection',
	],
	[
		/<title>\s*(?:50\d\s+)?Proxy Error|invalid response (?:was received )?from (?:the|an) upstream|could not handle the request|returned an invalid or incomplete response/i,
		'what is behind it gave no proper answer',
	],
]
const CLOUDFLARE = {
	520: 'what is behind it gave no proper answer',
	521: 'nothing listens behind it',
	522: 'it cannot connect to what is behind it in time',
	523: 'it has no route to what is behind it',
	524: 'what is behind it did not answer in time',
	525: 'its TLS handshake with what is behind it fails',
	526: 'it does not trust the certificate of what is behind it',
	527: 'its tunnel to what is behind it is interrupted',
	530: 'it cannot resolve the host name of what is behind it',
}
function describeUnreached({ statusCode, headers, body }) {
	const byStatus = CLOUDFLARE[statusCode]
	if (byStatus !== undefined) return byStatus
	if (statusCode === 500 && body.trim() === '' && !headers.has('server'))
		return 'Traefik says nothing else where it cannot ask its login service'
	const text = `${headers.get('x-squid-error') ?? ''}\n${body.slice(0, 20_000)}`
	return CAUSES.find(([pattern]) => pattern.test(text))?.[1]
}
function isGatewayStatus(statusCode) {
	return statusCode === 502 || statusCode === 504 || Object.hasOwn(CLOUDFLARE, statusCode)
}
function diagnoseRateLimit(answer, request, nowMs) {
	const { isOwn, edge, operator, pageTitle } = speakerOf(answer, request)
	const who = isOwn ? { limitedUser: 'the user' } : { limiter: edge ?? 'something', operator, pageTitle }
	return finding('rate-limited', { ...who, retryAt: describeRetryAt(answer, nowMs) }, answer.statusCode)
}
function diagnoseServerError(answer, request, nowMs) {
	const { statusCode } = answer
	const { isOwn, edge, operator, pageTitle } = speakerOf(answer, request)
	const unreached = isOwn ? undefined : describeUnreached(answer)
	if (isGatewayStatus(statusCode) || unreached !== undefined || (statusCode === 503 && !isOwn)) {
		const facts = { edge, pageTitle, operator, unreached, retryAt: describeRetryAt(answer, nowMs) }
		return finding('gateway-error', facts, statusCode)
	}
	return finding('server-error', isOwn ? {} : { edge, pageTitle, operator }, statusCode)
}
function saysAuthenticationFailed({ headers, body }) {
	const says = (text) => typeof text === 'string' && text.includes('AUTHENTICATED_FAILED')
	if (readLoginReason(headers) === 'failed') return true
	if (!says(body)) return false
	const json = json_parseJson(body)
	if (!isObject(json)) return !/^\s*[{[]/.test(body)
	const { message, errorMessages } = json
	return says(message) || (Array.isArray(errorMessages) && errorMessages.some(says))
}
function diagnoseAnswer(answer, request, nowMs) {
	const { statusCode } = answer
	if (statusCode < 100) return finding('malformed-response', { detail: 'its status is no number from 100 to 599' })
	const early = diagnoseCaptcha(answer, request) ?? diagnoseUnreachedPort(answer, request)
	if (early !== undefined) return early
	if (isBlockPage(answer) && !request.product.hasTrace(answer)) return edgeForbidden(answer, request)
	if (statusCode === 401) return diagnoseUnauthorized(answer, request)
	if (statusCode === 403) return diagnoseForbidden(answer, request)
	if (saysAuthenticationFailed(answer)) return diagnose_refusal_rejection(answer, request)
	if (statusCode === 407) return finding('proxy-unauthorized', { proxyVariable: 'the proxy variable' }, statusCode)
	if (statusCode === 404) return diagnoseNotFound(answer, request)
	if (statusCode === 429) return diagnoseRateLimit(answer, request, nowMs)
	if (statusCode === 511) return ssoLogin(answer, request)
	if (statusCode >= 500 && statusCode <= 599) return diagnoseServerError(answer, request, nowMs)
	if (isRedirect(answer)) return diagnoseRedirect(answer, request)
	if (statusCode >= 200 && statusCode <= 299) return diagnoseSuccess(answer, request)
	return diagnoseUnexpected(answer, request)
}
function diagnoseNotFound(answer, request) {
	const { edge, pageTitle } = speakerOf(answer, request)
	const frontUrl = findFrontUrl(answer, askedUrl(request), request.baseUrl, request.product)
	return finding('not-found', { edge, pageTitle, noRoute: describeMissingRoute(answer), frontUrl }, answer.statusCode)
}
const FIREWALL_STATUSES = [405, 406, 418, 451]
const TOO_LARGE =
	/Request Header Or Cookie Too Large|Size of a request header field exceeds server limit|Request header is too large/i
function describeUnexpected({ statusCode, body }) {
	const isTooLarge = statusCode === 431 || (statusCode === 400 && TOO_LARGE.test(body))
	return isTooLarge ? 'it finds the headers too large, so look at the length of the token' : undefined
}
function diagnoseUnexpected(answer, request) {
	const { statusCode } = answer
	const { edge, pageTitle, operator, isOwn } = speakerOf(answer, request)
	const isFirewall = !isOwn && FIREWALL_STATUSES.includes(statusCode)
	return finding(
		'unexpected-status',
		{
			edge,
			pageTitle,
			detail: describeUnexpected(answer),
			path: askedPath(request),
			firewallOperator: isFirewall ? operator : undefined,
		},
		statusCode,
	)
}
function authorityOf(hostname, port) {
	return `${hostname.includes(':') ? `[${hostname}]` : hostname}:${port}`
}
function withoutBrackets(hostname) {
	return hostname.replace(/^\[(.*)\]$/, '$1')
}
const RESET_CODES = new Set(['ECONNRESET', 'EPIPE', 'ECONNABORTED'])
function errorCodeOf(error) {
	return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}
const REASON_BY_CODE = {
	TIMEOUT: 'timeout',
	ETIMEDOUT: 'timeout',
	ESOCKETTIMEDOUT: 'timeout',
	ENOTFOUND: 'dns-not-found',
	ENODATA: 'dns-not-found',
	EAI_NONAME: 'dns-not-found',
	EAI_NODATA: 'dns-not-found',
	EAI_AGAIN: 'dns-unavailable',
	EAI_FAIL: 'dns-unavailable',
	ESERVFAIL: 'dns-unavailable',
	ECONNREFUSED: 'connection-refused',
	ENETUNREACH: 'network-unreachable',
	EHOSTUNREACH: 'network-unreachable',
	ENETDOWN: 'network-unreachable',
	EHOSTDOWN: 'network-unreachable',
	EADDRNOTAVAIL: 'network-unreachable',
	EACCES: 'network-unreachable',
	EPERM: 'network-unreachable',
	CERT_HAS_EXPIRED: 'tls-expired',
	CERT_NOT_YET_VALID: 'tls-expired',
	ERR_TLS_CERT_ALTNAME_INVALID: 'tls-hostname-mismatch',
	HOSTNAME_MISMATCH: 'tls-hostname-mismatch',
	HPE_HEADER_OVERFLOW: 'response-too-large',
	HPE_INVALID_CONSTANT: 'not-http',
}
const UNTRUSTED =
	/SELF_SIGNED|UNABLE_TO_(?:GET|VERIFY|DECRYPT|DECODE)_|^CERT_(?:UNTRUSTED|REJECTED|REVOKED|SIGNATURE|CHAIN)|^INVALID_(?:CA|PURPOSE)|^PATH_LENGTH_EXCEEDED|^CRL_|^ERROR_IN_C/
const CLIENT_CERTIFICATE_ALERT =
	/alert[_ ](?:no[_ ]certificate|bad[_ ]certificate|unsupported[_ ]certificate|certificate[_ ](?:required|revoked|expired|unknown)|unknown[_ ]ca|access[_ ]denied|decrypt[_ ]error)|alert number (?:4[1-689]|116)\b/i
const HANDSHAKE_FAILURE = /alert[_ ]handshake[_ ]failure|alert number 40\b/i
function reasonOf(noAnswer, isCertificateUntried) {
	const { code, message, phase } = noAnswer
	const known = Object.hasOwn(REASON_BY_CODE, code) ? REASON_BY_CODE[code] : undefined
	if (known !== undefined) return known
	if (UNTRUSTED.test(code)) return 'tls-untrusted'
	if (code === 'UNSPECIFIED') return 'tls-protocol'
	if (CLIENT_CERTIFICATE_ALERT.test(`${code} ${message}`)) return 'tls-client-certificate'
	if (phase === 'answer' && saysHandshakeFailure(noAnswer)) return 'tls-client-certificate'
	if (/^(?:EPROTO|ERR_SSL_|ERR_TLS_|ERR_OSSL_)/.test(code)) return 'tls-protocol'
	if (/^HPE_/.test(code)) return 'malformed-response'
	if (isReset(noAnswer)) {
		return isCertificateUntried && (phase === 'answer' || phase === 'tls')
			? 'tls-client-certificate'
			: 'connection-reset'
	}
	return /^E[A-Z]/.test(code) && !code.startsWith('ERR_') ? 'network-unreachable' : 'internal-error'
}
function saysHandshakeFailure({ code, message }) {
	return HANDSHAKE_FAILURE.test(`${code} ${message}`)
}
function isReset({ code }) {
	return RESET_CODES.has(code)
}
const WORDS = [
	[
		/wrong[_ ]version[_ ]number|packet length too long|http request/i,
		'what listens there does not speak TLS, but perhaps plain HTTP',
	],
	[
		/alert[_ ]protocol[_ ]version|unsupported[_ ]protocol|alert number 70/i,
		'there is no TLS version that both sides speak',
	],
	[
		/handshake[_ ]failure|alert number 40/i,
		'the server aborted the handshake (alert 40): no cipher in common, or it wants a client certificate',
	],
	[/unrecognized[_ ]name|alert number 112/i, 'the server has no certificate for this host name'],
	[
		/alert[_ ]internal[_ ]error|alert number 80/i,
		'the server reports an internal error (alert 80): servers written in Go, such as Caddy, say so when they have no certificate for this host name',
	],
	[
		/no[_ ]application[_ ]protocol|alert number 120/i,
		'the server speaks HTTP/2 only (alert 120), and this check speaks HTTP/1.1',
	],
	[
		/unsafe[_ ]legacy[_ ]renegotiation/i,
		'what answers there does not know secure renegotiation (RFC 5746): most often an old firewall or load balancer in front of {product}',
	],
	[
		/(?:dh|ee|ca)[_ ](?:certificate[_ ])?key[_ ]too[_ ](?:small|weak)|ca[_ ](?:md|signature digest algorithm)[_ ]too[_ ]weak/i,
		'the key or the signature of its certificate is too weak',
	],
	[/^DEPTH_ZERO_SELF_SIGNED_CERT/, 'it is self-signed'],
	[/^SELF_SIGNED_CERT_IN_CHAIN/, 'its chain ends in a private CA'],
	[
		/^UNABLE_TO_VERIFY_LEAF_SIGNATURE/,
		'it is from a private CA, or the server does not send the intermediate certificates',
	],
	[/^UNABLE_TO_GET_ISSUER_CERT/, 'it is from a private CA, or a certificate of its chain is missing'],
	[/^HPE_INVALID_CONSTANT/, 'no status line came'],
	[/^ECONNREFUSED/, 'nothing listens there'],
	[/^ENOTFOUND/, 'its name does not exist'],
	[/^EAI_AGAIN/, 'its name cannot be resolved for now'],
	[/socket hang up/, 'no answer came'],
	[/before secure TLS connection/, 'in the TLS handshake'],
	[/^ECONNRESET/, 'reset'],
]
const REQUESTS = [
	[
		/unrecognized[_ ]name|alert[_ ]internal[_ ]error|alert number (?:80|112)/i,
		'add a certificate for this host name, if the name in <url> is the right one',
	],
	[/no[_ ]application[_ ]protocol|alert number 120/i, 'allow HTTP/1.1 beside HTTP/2'],
	[
		/unsafe[_ ]legacy[_ ]renegotiation/i,
		'update that device, or to switch secure renegotiation on: OpenSSL 3, and so Node.js, refuses to go without',
	],
	[/key[_ ]too[_ ](?:small|weak)|too[_ ]weak/i, 'use a certificate with a stronger key and signature'],
]
const REJECTIONS = [
	[/certificate[_ ]required|no[_ ]certificate|alert number (?:41|116)/i, 'it did not see the one given'],
	[/unknown[_ ]ca/i, 'it does not trust the CA of the one given'],
	[/certificate[_ ]expired/i, 'it says that the one given has expired'],
	[/certificate[_ ]revoked/i, 'it says that the one given is revoked'],
	[/^(?:ECONNRESET|EPIPE|ECONNABORTED)/, 'it closes the connection after receiving the one given'],
]
function describeError({ code, message }, product) {
	const words = wordsFor(code, message, WORDS)
	if (words !== undefined) return words.replace('{product}', product)
	const reason = code === 'UNSPECIFIED' ? message : /:SSL routines:[^:]*:([^:]+):/.exec(message)?.[1]
	return reason ?? code
}
function describeRequest({ code, message }) {
	return wordsFor(code, message, REQUESTS)
}
function describeRejection({ code, message }) {
	return wordsFor(code, message, REJECTIONS) ?? 'it rejects the one given'
}
function wordsFor(code, message, table) {
	return table.find(([pattern]) => pattern.test(`${code} ${message}`))?.[1]
}
const SQUID_ERRORS = {
	ERR_ACCESS_DENIED: 'its rules forbid it',
	ERR_CANNOT_FORWARD: 'it knows no way there',
	ERR_CONNECT_FAIL: 'it cannot connect to that host',
	ERR_DNS_FAIL: 'it cannot resolve the name of that host',
	ERR_SECURE_CONNECT_FAIL: 'it opens TLS itself, and its own handshake with that host fails',
}
function describeProxyAnswer({ reasonPhrase, squidError }) {
	const [code = ''] = squidError.split(' ')
	const words = Object.hasOwn(SQUID_ERRORS, code) ? `${code}: ${SQUID_ERRORS[code]}` : code
	return [reasonPhrase, words].filter(Boolean).join(', ') || undefined
}
function describeLogins({ loginSchemes }) {
	if (loginSchemes.some((scheme) => scheme.toLowerCase() === 'basic')) return undefined
	return loginSchemes.join(' and ') || undefined
}
function diagnoseNoAnswer(noAnswer, route) {
	return diagnoseProxy(noAnswer, route) ?? diagnoseError(noAnswer, route)
}
function diagnoseProxy(noAnswer, { product, proxy }) {
	if (proxy === undefined) return undefined
	const { code, phase, proxyAnswer } = noAnswer
	const named = { proxy: nameOf(proxy), proxyVariable: proxy.variable }
	if (proxyAnswer !== undefined) return diagnoseProxyAnswer(proxyAnswer, named)
	if (phase !== 'proxy' || code === 'TIMEOUT') return undefined
	const facts = { ...named, detail: describeError(noAnswer, product) }
	return /^HPE_/.test(code) ? finding('proxy-refused', facts) : finding('proxy-unreachable', facts)
}
function diagnoseProxyAnswer(answer, named) {
	const { statusCode, port } = answer
	if (statusCode === 407) {
		const proxyLogins = describeLogins(answer)
		const proxyVariable = proxyLogins === undefined ? named.proxyVariable : undefined
		return finding('proxy-unauthorized', { proxy: named.proxy, proxyVariable, proxyLogins }, statusCode)
	}
	const connectPort = statusCode === 403 && port !== 443 ? String(port) : undefined
	const connectFailure = statusCode >= 500 ? String(statusCode) : undefined
	return finding(
		'proxy-refused',
		{ ...named, proxyWords: describeProxyAnswer(answer), connectPort, connectFailure },
		statusCode || null,
	)
}
function nameOf({ hostname, port }) {
	return authorityOf(hostname, port)
}
function diagnoseError(noAnswer, { product, proxy, clientCertificate }) {
	const { certificate } = noAnswer
	const reason = reasonOf(noAnswer, clientCertificate === 'untried')
	switch (reason) {
		case 'timeout':
			return finding(reason, {
				seconds: describeSeconds(noAnswer.durationMs),
				phase: PHASES[noAnswer.phase].replace('{product}', product),
				proxy: proxy && nameOf(proxy),
			})
		case 'tls-untrusted':
			return finding(reason, {
				subject: certificate?.subject,
				issuer: certificate?.issuer,
				detail: describeError(noAnswer, product),
			})
		case 'tls-expired':
			return finding(reason, { subject: certificate?.subject, validity: describeValidity(noAnswer) })
		case 'tls-hostname-mismatch':
			return finding(reason, { certificateHosts: certificate?.hosts.slice(0, 10).join(', ') })
		case 'tls-client-certificate':
			return finding(reason, {
				detail: clientCertificate === 'none' ? 'none was given' : describeRejection(noAnswer),
			})
		case 'malformed-response':
			return finding(reason, { detail: describeBreach(noAnswer) })
		case 'tls-protocol':
			return finding(reason, {
				detail: describeError(noAnswer, product),
				request: describeRequest(noAnswer),
				alert: saysHandshakeFailure(noAnswer) ? 'alert 40' : undefined,
			})
		case 'connection-reset':
		case 'network-unreachable':
		case 'not-http':
		case 'internal-error':
			return finding(reason, { detail: describeError(noAnswer, product) })
		default:
			return finding(reason, {})
	}
}
const PHASES = {
	lookup: 'resolving the host name',
	connect: 'connecting',
	proxy: 'waiting for the proxy to open a connection to {product}',
	tls: 'in the TLS handshake',
	answer: 'waiting for the answer',
}
function describeValidity({ code, certificate }) {
	if (certificate === undefined) return 'is not valid at this time'
	const { validFrom, validTo } = certificate
	return code === 'CERT_NOT_YET_VALID'
		? `is not valid before ${dayOfCertificate(validFrom)}`
		: `expired on ${dayOfCertificate(validTo)}`
}
function dayOfCertificate(date) {
	const time = Date.parse(date)
	return Number.isNaN(time) ? date : dayOf(time)
}
const NO_ANSWER = new Set(['connection', 'unavailable', 'internal'])
function saysNothingOfTheList({ reason }) {
	return NO_ANSWER.has(reasonTable[reason].category)
}
function blockerOf(found) {
	const { operator, path } = factsOf(found)
	return operator === undefined || path === undefined ? undefined : { operator, path }
}
function describeUnreadableList(found, listPath, words) {
	const { path = listPath } = factsOf(found)
	const why =
		found.statusCode === 401
			? 'the answer is HTTP 401, though the same token had just been accepted'
			: titleOf(found, words)
	return `the list of tokens at ${path} cannot be read (${why})`
}
var __webpack_exports__VERSION = __webpack_exports__.xv
var __webpack_exports__blockerOf = __webpack_exports__.U$
var __webpack_exports__catalogue = __webpack_exports__.sW
var __webpack_exports__describeOther = __webpack_exports__.kM
var __webpack_exports__describeUnreadableList = __webpack_exports__.BT
var __webpack_exports__diagnoseAnswer = __webpack_exports__.vW
var __webpack_exports__diagnoseNoAnswer = __webpack_exports__.of
var __webpack_exports__saysNothingOfTheList = __webpack_exports__.sG
var __webpack_exports__titleOf = __webpack_exports__.Gg
export {
	__webpack_exports__VERSION as VERSION,
	__webpack_exports__blockerOf as blockerOf,
	__webpack_exports__catalogue as catalogue,
	__webpack_exports__describeOther as describeOther,
	__webpack_exports__describeUnreadableList as describeUnreadableList,
	__webpack_exports__diagnoseAnswer as diagnoseAnswer,
	__webpack_exports__diagnoseNoAnswer as diagnoseNoAnswer,
	__webpack_exports__saysNothingOfTheList as saysNothingOfTheList,
	__webpack_exports__titleOf as titleOf,
}
