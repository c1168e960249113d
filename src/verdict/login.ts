/** Labels of host names at which single sign-ons live (`sso.example.com`, `login-eu.example.com`). */
const LOGIN_HOST =
  /(?:^|\.)(?:(?:login|logon|signin|sso|idp|auth|oauth2?|oidc|saml|adfs|okta|keycloak)\d*(?:-[a-z0-9-]+)?|sts|fs|iam|id|identity|accounts?|cas)\./i

/** Domains of identity providers. */
const LOGIN_DOMAIN =
  /(?:^|\.)(?:okta(?:preview|-emea)?|onelogin|auth0|amazoncognito|cloudflareaccess|pingidentity|pingone|duosecurity|microsoftonline)\.(?:com|net|us)$/i

/** Path segments at which logins are. */
const LOGIN_PATH =
  /\/(?:log-?in|log-?on|sign[-_]?in|do-?login|user-?login|sso|saml2?|adfs|idp|oauth2?|oidc|openid(?:-connect)?|authorize|authn?|authenticate|webauth|cas|realms|nidp|shibboleth(?:\.sso)?|wayf|pkmslogin|outpost\.goauthentik\.io|siteminderagent|my\.policy|samlsso)(?:\.\w+)?(?:[/;]|$)/i

/** Query parameters that only a request for a login carries. */
const LOGIN_QUERY =
  /[?&](?:SAMLRequest|RelayState|os_destination|permissionViolation|response_type|redirect_uri|wa=wsignin)/i

/** What a login page asks for, hands over or calls itself. Repetition is bounded, since the page may be hostile. */
const LOGIN_MARKS = [
  /<input\b[^<>]{0,300}?\btype\s{0,5}=\s{0,5}["']?password\b/i,
  /<input\b[^<>]{0,300}?\bname\s{0,5}=\s{0,5}["']?(?:SAMLRequest|SAMLResponse|os_username|os_password|j_username|wresult)\b/i,
  /<title\b[^<>]{0,100}>[^<]{0,100}?\b(?:log[ -]?in|log[ -]?on|sign[ -]?in|single sign[ -]?on|anmeld|connexion\b|iniciar sesi)/i,
  /<title\b[^<>]{0,100}>[^<]{0,100}?(?:\baccedi\b|inloggen|aanmelden|zaloguj|logowanie|iniciar sess|\bentrar\b|přihl[aá][sš]|logga in\b|log ind\b|logg inn\b|kirjaudu|bejelentkez|giriş|вход(?![а-я])|войти|увійти|ログイン|サインイン|登录|登入|登錄|로그인)/i,
  /<(?:h[1-3]|button)\b[^<>]{0,300}>\s{0,50}(?:log[ -]?in|log[ -]?on|sign[ -]?in)\b/i,
]

/** Where a page leads by itself or by its form: refresh, script, form action. */
const PAGE_TARGETS = [
  /<meta\b[^<>]{0,200}?\burl\s{0,5}=\s{0,5}['"]?([^"'>]{1,2000})/gi,
  /\blocation(?:\.href)?\s{0,5}(?:=|\.(?:replace|assign)\()\s{0,5}["']([^"']{1,2000})/gi,
  /<form\b[^<>]{0,300}?\baction\s{0,5}=\s{0,5}["']([^"'>]{1,2000})/gi,
]

const MAX_PAGE_LENGTH = 256 * 1024

/** Whether an absolute URL is that of a login. */
export function isLoginUrl(url: URL): boolean {
  return (
    LOGIN_HOST.test(url.hostname) ||
    LOGIN_DOMAIN.test(url.hostname) ||
    LOGIN_PATH.test(url.pathname) ||
    LOGIN_QUERY.test(url.search)
  )
}

/** Names of the parameters by which a login knows where to come back to. */
const RETURN_PARAMETER =
  /^(?:rd|next|service|continue|goto|dest(?:ination)?|os_destination|target|relaystate|return(?:[-_]?(?:to|url|uri))?|redirect(?:[-_]?(?:to|ur[il]|after\w*))?|back(?:to|url)?|from|state|wctx)$/i

/** Whether a login at this URL would come back to the asked address. */
export function comesBack(url: URL, asked: URL): boolean {
  return carries(url, asked, RETURN_PARAMETER)
}

/** Whether the query of a URL hands the asked address on, under whatever name. */
export function carriesOn(url: URL, asked: URL): boolean {
  return carries(url, asked, /^/)
}

function carries(url: URL, asked: URL, parameter: RegExp): boolean {
  const addresses = [asked.href, `${asked.host}${asked.pathname}`, asked.pathname]
  return Array.from(url.searchParams).some(
    ([name, value]) =>
      parameter.test(name) &&
      [value, decodeOnce(value)].some((text) => addresses.some((address) => text.includes(address))),
  )
}

function decodeOnce(text: string): string {
  return new URLSearchParams(`text=${text.replaceAll('&', '%26')}`).get('text') ?? text
}

/**
 * Whether an HTML page is that of a login: it asks for a password, hands over to a single sign-on, or leads to one.
 * @param asked URL of the page, to resolve its links
 */
export function isLoginPage(html: string, asked: URL): boolean {
  const page = html.slice(0, MAX_PAGE_LENGTH)
  if (LOGIN_MARKS.some((mark) => mark.test(page))) return true
  return PAGE_TARGETS.flatMap((pattern) => Array.from(page.matchAll(pattern), ([, target = '']) => target)).some(
    (target) => {
      const url = URL.parse(target.replaceAll('&amp;', '&'), asked.href)
      return url !== null && (isLoginUrl(url) || carriesOn(url, asked))
    },
  )
}
