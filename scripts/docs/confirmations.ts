import type { Words } from '../../src/catalogue/fill.ts'
import type { noConnection } from '../../src/catalogue/no-connection.ts'

/** How to see from the runner that a reason is the right one. */
export interface Confirmation {
  /** For bash, with the variables of docs/troubleshooting.md. Never with the token. */
  readonly commands: readonly string[]
  /** What the commands print where the reason is the right one: at least one of these. */
  readonly signs: readonly string[]
  /** What else they tell, as Markdown. */
  readonly reading: string
  /** Facts that the message needs in an example, besides the host. */
  readonly facts?: Words
}

const ASK = 'curl -v --max-time 30 "$JIRA_URL/rest/api/2/myself"'
const ASK_QUIETLY = 'curl -sS -o /dev/null --max-time 30'
const TLS = 'openssl s_client -connect "$JIRA_HOST:$JIRA_PORT" -servername "$JIRA_HOST" </dev/null'
const TUNNEL = `${ASK_QUIETLY} --proxytunnel --proxy "\${https_proxy:-$HTTPS_PROXY}" -w 'CONNECT: %{http_connect}\\n' "$JIRA_URL/status"`

const proxy = { proxy: 'proxy.example.com:3128', proxyVariable: 'HTTPS_PROXY' }

/** For every reason of the category `connection`. */
export const confirmations = {
  'dns-not-found': {
    commands: ['getent hosts "$JIRA_HOST" || echo "no such host"'],
    signs: ['no such host'],
    reading:
      'Try the same where Jira opens in a browser: if it prints an address there, the name belongs to an internal network.',
  },
  'dns-unavailable': {
    commands: [
      'getent hosts "$JIRA_HOST" || getent hosts github.com || echo "no name resolves"',
      'cat /etc/resolv.conf',
    ],
    signs: ['no name resolves'],
    reading: 'If `github.com` resolves and Jira does not, the name server that knows Jira is the one that is silent.',
  },
  'connection-refused': {
    commands: [ASK],
    signs: ['Connection refused'],
    reading: 'The line before it has the address and the port that were tried.',
  },
  'connection-reset': {
    commands: [ASK],
    signs: ['Connection reset by peer', 'Empty reply from server'],
    reading: 'If it comes right after `Connected to`, try the other scheme (`https://` or `http://`) on that port.',
  },
  'network-unreachable': {
    commands: ['getent ahosts "$JIRA_HOST"', ASK],
    signs: ['Network is unreachable', 'No route to host'],
    reading: 'If every address that is printed is an IPv6 one, the runner lacks IPv6.',
  },
  timeout: {
    commands: [ASK],
    signs: ['timed out'],
    reading:
      'The last line before it tells where it hangs: after `Trying`, a firewall drops the connection; after `GET`, Jira is slow.',
    facts: { seconds: '30', phase: 'waiting for the answer' },
  },
  'tls-untrusted': {
    commands: [TLS.replace(' </dev/null', ' -showcerts </dev/null')],
    signs: ['verify error'],
    reading:
      'Each certificate has a line `s:` (subject) and a line `i:` (issuer). The issuer of the last one is the CA to give as `ca-certificate`; if that is a public CA, the server leaves out a certificate between the two.',
    facts: {
      subject: 'CN=jira.example.com',
      issuer: 'CN=Example Issuing CA',
      detail: 'it is from a private CA, or a certificate of its chain is missing',
    },
  },
  'tls-expired': {
    commands: [`${TLS} 2>/dev/null | openssl x509 -noout -subject -dates`, 'date -u'],
    signs: ['notAfter='],
    reading: 'The time of the runner, in the last line, has to lie between `notBefore` and `notAfter`.',
    facts: { subject: 'CN=jira.example.com', validity: 'has expired on 2026-11-01' },
  },
  'tls-hostname-mismatch': {
    commands: [`${TLS} 2>/dev/null | openssl x509 -noout -subject -ext subjectAltName`],
    signs: ['DNS:'],
    reading: 'Those are the names that the certificate is for; the host of `jira-url` has to be one of them.',
    facts: { certificateHosts: 'wiki.example.com' },
  },
  'tls-protocol': {
    commands: [TLS.replace(' </dev/null', ' -no_tls1 -no_tls1_1 </dev/null')],
    signs: ['no peer certificate available', 'handshake failure', 'Server public key is 1024 bit'],
    reading:
      'If `curl -v "http://$JIRA_HOST:$JIRA_PORT/"` is answered, the port speaks plain HTTP. `Acceptable client certificate CA names` means mutual TLS, `unsafe legacy renegotiation disabled` an old device in between. A key of fewer than 2048 bits is too short.',
    facts: { detail: 'the server speaks no TLS at this port', alert: 'alert 40' },
  },
  'tls-client-certificate': {
    commands: [TLS, 'curl -sS --max-time 30 "$JIRA_URL/rest/api/2/myself"'],
    signs: [
      'Acceptable client certificate CA names',
      'No required SSL certificate was sent',
      'Post-Handshake Authentication',
    ],
    reading:
      'The client certificate has to be issued by one of the CAs that the first command lists. Add `-cert client.pem -key client.key` to it to see whether yours is taken. The other two are the words of nginx and of Apache, in a page that they send in place of an answer.',
    facts: { detail: 'none was given' },
  },
  'proxy-unreachable': {
    commands: [TUNNEL],
    signs: ['Failed to connect', 'Could not resolve proxy', 'CONNECT: 000'],
    reading: 'The message names the host and port of the proxy as the runner has them.',
    facts: { ...proxy, detail: 'connection refused' },
  },
  'proxy-unauthorized': {
    commands: [TUNNEL],
    signs: ['CONNECT: 407'],
    reading: 'That is the answer of the proxy. Do not add `-v`: it would print the password.',
    facts: proxy,
  },
  'proxy-refused': {
    commands: [TUNNEL],
    signs: ['CONNECT: 403', 'CONNECT: 500', 'CONNECT: 502', 'CONNECT: 503', 'CONNECT: 504'],
    reading: 'That is the answer of the proxy: 403 by its rules, the others because it did not reach Jira.',
    facts: { ...proxy, status: '403' },
  },
  'not-http': {
    commands: [ASK],
    signs: ['HTTP/0.9', 'Unsupported HTTP version'],
    reading: '`curl --http0.9` prints what the server says of itself, for example `SSH-2.0`.',
  },
  'malformed-response': {
    commands: [ASK],
    signs: ['< HTTP/'],
    reading:
      'The lines that begin with `<` are the headers as they came: curl forgives more than Node.js does, so look there for what the message names.',
    facts: { detail: 'it has both Content-Length and Transfer-Encoding' },
  },
  'response-cut': {
    commands: [`${ASK_QUIETLY} -w '%{http_code}, %{size_download} bytes\\n' "$JIRA_URL/rest/api/2/myself"`],
    signs: ['transfer closed', 'end of response'],
    reading: 'Where it is cut at the same size each time, something on the way limits answers.',
  },
  'response-too-large': {
    commands: ['curl -sS --max-time 30 "$JIRA_URL/rest/api/2/myself" | head -c 1048577 | wc -c'],
    signs: ['1048577'],
    reading: 'That is one byte more than 1 MiB; Jira answers with some kilobytes.',
  },
} as const satisfies Record<keyof typeof noConnection, Confirmation>
