import { describe, expect, it } from 'vitest'
import { comesBack, isLoginPage, isLoginUrl } from '../../src/verdict/login.ts'

const asked = new URL('https://jira.example.com/jira/rest/api/2/myself')

describe('the URL of a login', () => {
  it.each([
    // By the host
    ...['login', 'logon', 'signin', 'sso', 'idp', 'auth', 'oauth', 'oauth2', 'oidc', 'saml', 'adfs', 'okta'],
    ...['keycloak', 'sts', 'fs', 'iam', 'id', 'identity', 'account', 'accounts', 'cas'],
    ...['login2', 'sso01', 'login-eu', 'sso-2-eu', 'LOGIN', 'eu.login', 'idp7-test'],
  ])('https://%s.example.com/', (label) => {
    expect(isLoginUrl(new URL(`https://${label}.example.com/`))).toBe(true)
  })

  it.each([
    ...['example.okta.com', 'example.oktapreview.com', 'example.okta-emea.com', 'example.onelogin.com'],
    ...['example.eu.auth0.com', 'example.auth.eu-west-1.amazoncognito.com', 'example.cloudflareaccess.com'],
    ...['example.pingidentity.com', 'example.pingone.com', 'api-1.duosecurity.com', 'login.microsoftonline.com'],
    ...['x.microsoftonline.us', 'x.duosecurity.net', 'pingone.com', 'X.OKTA.COM'],
  ])('https://%s/', (host) => {
    expect(isLoginUrl(new URL(`https://${host}/`))).toBe(true)
  })

  it.each([
    ...['login', 'log-in', 'logon', 'log-on', 'signin', 'sign-in', 'sign_in', 'dologin', 'do-login', 'userlogin'],
    ...['user-login', 'sso', 'saml', 'saml2', 'adfs', 'idp', 'oauth', 'oauth2', 'oidc', 'openid', 'openid-connect'],
    ...['authorize', 'auth', 'authn', 'authenticate', 'webauth', 'cas', 'realms', 'nidp', 'shibboleth'],
    ...['Shibboleth.sso', 'wayf', 'pkmslogin', 'siteminderagent', 'my.policy', 'samlsso'],
    ...['login.jsp', 'login.html', 'SignIn.aspx', 'pkmslogin.form', 'LOGIN'],
    ...['jira/login', 'login/', 'login/step/2', 'login;jsessionid=1', 'a/b/sso/c'],
  ])('https://jira.example.com/%s', (path) => {
    expect(isLoginUrl(new URL(`https://jira.example.com/${path}`))).toBe(true)
  })

  it.each([
    ...['SAMLRequest=x', 'a=b&SAMLRequest=x', 'RelayState=x', 'os_destination=%2F', 'permissionViolation=true'],
    ...['response_type=code', 'redirect_uri=x', 'wa=wsignin1.0', 'samlrequest=x'],
  ])('https://portal.example.com/?%s', (query) => {
    expect(isLoginUrl(new URL(`https://portal.example.com/?${query}`))).toBe(true)
  })
})

describe('not the URL of a login', () => {
  it.each([
    'https://jira.example.com/',
    'https://wiki.example.com/jira',
    'https://jira.example.com/secure/Dashboard.jspa',
    'https://logins.example.com/',
    'https://mylogin.example.com/',
    'https://authority.example.com/',
    'https://loginx-eu.example.com/',
    'https://ssh.example.com/',
    'https://idea.example.com/',
    'https://ids.example.com/',
    'https://id-2.example.com/',
    'https://files.example.com/',
    'https://example.login/',
    'https://login/',
    'https://myokta.com/',
    'https://example.onelogin.com.example.org/',
    'https://example.oktax.com/',
    'https://example.onelogin.org/',
    'https://jira.example.com/loginx',
    'https://jira.example.com/mylogin',
    'https://jira.example.com/logins/1',
    'https://jira.example.com/blog-in',
    'https://jira.example.com/authors',
    'https://jira.example.com/login-help',
    'https://jira.example.com/cases',
    'https://jira.example.com/login.a.b',
    'https://jira.example.com/?next=SAMLRequest',
    'https://jira.example.com/?xSAMLRequest=1',
    'https://jira.example.com/?a=?',
    'https://jira.example.com/?wa=other',
    'https://jira.example.com/#SAMLRequest=x',
  ])('%s', (url) => {
    expect(isLoginUrl(new URL(url))).toBe(false)
  })
})

describe('a login that would come back', () => {
  const carrying = (name: string, value = '/jira/rest/api/2/myself') =>
    new URL(`https://portal.example.org/start?${name}=${value}`)

  it.each([
    ...['rd', 'next', 'service', 'continue', 'goto', 'dest', 'destination', 'os_destination', 'target', 'RelayState'],
    ...['return', 'returnTo', 'return_to', 'return-to', 'returnUrl', 'return_uri', 'redirect', 'redirectTo'],
    ...['redirect-to', 'redirect_url', 'redirect_uri', 'redirectAfter', 'redirect_after_login', 'back', 'backTo'],
    ...['backUrl', 'from', 'state', 'wctx', 'NEXT'],
  ])('has the address in %s', (name) => {
    expect(comesBack(carrying(name), asked)).toBe(true)
  })

  it.each(['url', 'origurl', 'text', 'nexts', 'xrd', 'sreturn', 'return.to', 'returns', 'redirect.to', 'redirects'])(
    'has none in %s',
    (name) => {
      expect(comesBack(carrying(name), asked)).toBe(false)
    },
  )

  it.each([
    'https://jira.example.com/jira/rest/api/2/myself',
    'https%3A%2F%2Fjira.example.com%2Fjira%2Frest%2Fapi%2F2%2Fmyself',
    'https%253A%252F%252Fjira.example.com%252Fjira%252Frest%252Fapi%252F2%252Fmyself',
    'jira.example.com/jira/rest/api/2/myself',
    '/jira/rest/api/2/myself?from=start',
    'v1:%252Fjira%252Frest%252Fapi%252F2%252Fmyself:a%26b',
  ])('has it as %s', (value) => {
    expect(comesBack(carrying('next', value), asked)).toBe(true)
  })

  it.each(['/', '/jira/', 'https://jira.example.com/', '/jira/secure/Dashboard.jspa'])('has none as %s', (value) => {
    expect(comesBack(carrying('next', value), asked)).toBe(false)
  })

  it('is known by a path with characters that mean something in a query', () => {
    const odd = new URL('https://jira.example.com/r&d/rest/api/2/myself')
    expect(comesBack(carrying('next', '%252Fr%26d%252Frest%252Fapi%252F2%252Fmyself'), odd)).toBe(true)
    const spaced = new URL('https://jira.example.com/r%20d/rest/api/2/myself')
    expect(comesBack(carrying('next', '/r%2520d/rest/api/2/myself'), spaced)).toBe(true)
  })
})

describe('a login page', () => {
  it.each([
    ['asks for a password', '<input type="password" name="x">'],
    ['asks for a password, written otherwise', "<INPUT name=x class='a' TYPE = 'password'>"],
    ['asks for a password, without quotation marks', '<input type=password>'],
    ['asks for a password, on several lines', '<input\n  id="p"\n  type="password"\n>'],
    ['hands over a SAML request', '<input type="hidden" name="SAMLRequest" value="x">'],
    ['hands over a SAML response', "<input name='SAMLResponse'>"],
    ['has the fields of Jira', '<input name="os_username">'],
    ['has the other field of Jira', '<input name=os_password>'],
    ['has the field of Java', '<input name="j_username">'],
    ['has the field of WS-Federation', '<input name = "wresult">'],
    ['calls itself Log in', '<title>Log in - Jira</title>'],
    ['calls itself login', '<title>Company login</title>'],
    ['calls itself Log-In', '<title id="t">Log-In</title>'],
    ['calls itself Log on', '<title>Log on</title>'],
    ['calls itself logon', '<title>LOGON</title>'],
    ['calls itself Sign in', '<title>Sign in to your account</title>'],
    ['calls itself sign-in', '<title>sign-in</title>'],
    ['calls itself signin', '<title>signin</title>'],
    ['calls itself Single Sign-On', '<title>Example Single Sign-On</title>'],
    ['calls itself single sign on', '<title>single sign on</title>'],
    ['calls itself single signon', '<title>single signon</title>'],
    ['calls itself Anmeldung', '<title>Anmeldung</title>'],
    ['calls itself Anmelden', '<title>Example: anmelden</title>'],
    ['calls itself Connexion', '<title>Connexion</title>'],
    ['calls itself Iniciar sesión', '<title>Iniciar sesión</title>'],
    ['calls itself Accedi', '<title>Accedi</title>'],
    ['calls itself Inloggen', '<title>Inloggen</title>'],
    ['calls itself Zaloguj się', '<title>Zaloguj się</title>'],
    ['calls itself Entrar', '<title>Entrar</title>'],
    ['calls itself Iniciar sessão', '<title>Iniciar sessão</title>'],
    ['calls itself Přihlášení', '<title>Přihlášení</title>'],
    ['calls itself Logga in', '<title>Logga in</title>'],
    ['calls itself Giriş', '<title>Giriş</title>'],
    ['calls itself Вход в систему', '<title>Вход в систему</title>'],
    ['calls itself Accedi, in a title of its language', '<title lang="it">Accedi</title>'],
    ['calls itself Inloggen, after the name of the company', '<title>Example – inloggen</title>'],
    ['calls itself Aanmelden', '<title>Aanmelden</title>'],
    ['calls itself Logowanie', '<title>Logowanie</title>'],
    ['calls itself Log ind', '<title>Log ind</title>'],
    ['calls itself Logg inn', '<title>Logg inn</title>'],
    ['calls itself Kirjaudu sisään', '<title>Kirjaudu sisään</title>'],
    ['calls itself Bejelentkezés', '<title>Bejelentkezés</title>'],
    ['calls itself Войти', '<title>Войти</title>'],
    ['calls itself Увійти', '<title>Увійти</title>'],
    ['calls itself サインイン', '<title>サインイン</title>'],
    ['calls itself 登錄', '<title>登錄</title>'],
    ['calls itself ログイン', '<title>ログイン</title>'],
    ['calls itself 登录', '<title>登录</title>'],
    ['calls itself 登入', '<title>登入</title>'],
    ['calls itself 로그인', '<title>로그인</title>'],
    ['has such a heading', '<h1>Sign in</h1>'],
    ['has such a heading of second rank', '<h2 class="x"> Log in</h2>'],
    ['has such a heading of third rank', '<h3>Log on</h3>'],
    ['has such a heading of one word', '<h1>Logon</h1>'],
    ['has another such heading of one word', '<h1>Signin</h1>'],
    ['has such a button', '<button id="b" type="submit">\n  Log-in</button>'],
    ['has such a button of one word', '<button>Login</button>'],
    ['refreshes to one', '<meta http-equiv="refresh" content="0; url=https://sso.example.com/">'],
    ['refreshes to one, in quotation marks', `<META content="0; URL='/login.jsp'">`],
    ['refreshes to one, in the second place', '<meta name="url=x"><meta content="0; url = /login.jsp">'],
    ['leads to one by a script', '<script>window.location = "/login.jsp"</script>'],
    ['leads to one by its href', `<script>location.href='/sso/start'</script>`],
    ['leads to one by replace', '<script>location.replace("https://login.example.com/")</script>'],
    ['leads to one by assign', '<script>location.assign( "/login")</script>'],
    ['leads to one by its form', '<form method="post" action="https://login.example.com/adfs/ls/">'],
    ['leads to one by its form, written otherwise', `<FORM ACTION = '/j_security/login'>`],
    ['leads to one with a query', '<form action="/start?a=b&amp;SAMLRequest=x">'],
    ['leads to a relative one', '<form action="  ../../login.jsp  ">'],
  ])('%s', (_, html) => {
    expect(isLoginPage(html, asked)).toBe(true)
  })

  it.each([
    ['nothing', ''],
    ['a welcome', '<title>Welcome to nginx!</title><h1>Welcome</h1>'],
    ['a search', '<form action="/search"><input type="text" name="q"></form>'],
    ['a field called password', '<input type="text" name="password">'],
    ['a type like it', '<input type="passwords">'],
    ['an element like an input', '<inputs type="password">'],
    ['a field like that of Jira', '<input name="os_username2">'],
    ['the words in the text', '<p>type="password" Log in</p>'],
    ['a title like it', '<title>Blogin</title>'],
    ['another title like it', '<title>Catalog index</title>'],
    ['a title about it', '<titles>Log in</titles>'],
    ['a Russian title like it', '<title>Входящие</title>'],
    ['a Portuguese title like it', '<title>Centrar</title>'],
    ['a heading that goes on', '<h1>Loginless</h1>'],
    ['a heading of fourth rank', '<h4>Log in</h4>'],
    ['a heading that begins otherwise', '<h1>How to log in</h1>'],
    ['a button like it', '<buttons>Log in</buttons>'],
    ['a refresh of itself', '<meta http-equiv="refresh" content="5; url=/status">'],
    ['a script that reads the location', '<script>if (location.href) x("/login.jsp")</script>'],
    ['a script that names a login', '<script>var login = "/login.jsp"</script>'],
    ['a form elsewhere', '<form action="/search">'],
    ['a link to one', '<a href="/login.jsp">Log in</a>'],
    ['a form that leads nowhere', '<form action="https://[oops">'],
    ['an empty form', '<form action="">'],
  ])('is not: %s', (_, html) => {
    expect(isLoginPage(html, asked)).toBe(false)
  })

  it('is read up to 256 Ki characters', () => {
    const mark = '<input type="password">'
    expect(isLoginPage(`${' '.repeat(256 * 1024 - mark.length)}${mark}`, asked)).toBe(true)
    expect(isLoginPage(`${' '.repeat(256 * 1024)}${mark}`, asked)).toBe(false)
  })

  it.each([
    ['unclosed inputs', '<input '.repeat(36_000)],
    ['unclosed metas', '<meta url='.repeat(26_000)],
    ['unclosed forms', '<form action='.repeat(20_000)],
    ['unclosed titles', '<title>'.repeat(36_000)],
    ['equals signs', `<input type${' '.repeat(250_000)}`],
    ['headings', `<h1>${' '.repeat(250_000)}`],
    ['locations', 'location='.repeat(28_000)],
  ])('takes no long time over %s', { timeout: 5_000 }, (_, html) => {
    expect(isLoginPage(html, asked)).toBe(false)
  })
})
