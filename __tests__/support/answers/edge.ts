import type { OutgoingHttpHeaders } from 'node:http'
import type { Reply } from '../reply.ts'

const page = (title: string, text: string): string =>
  `<!DOCTYPE html><html><head><title>${title}</title></head><body><h1>${title}</h1>${text}</body></html>`

const htmlPage = (status: number, headers: OutgoingHttpHeaders, title: string, text = ''): Reply => ({
  status,
  headers: { 'Content-Type': 'text/html', ...headers },
  body: page(title, text),
})

export const cloudflareForbidden = htmlPage(
  403,
  { Server: 'cloudflare', 'CF-RAY': '8c1f2a3b4c5d6e7f-FRA' },
  'Attention Required! | Cloudflare',
  'Sorry, you have been blocked',
)

export const akamaiForbidden = htmlPage(
  403,
  { Server: 'AkamaiGHost' },
  'Access Denied',
  'You don\'t have permission to access "http&#58;&#47;&#47;jira&#46;example&#46;com&#47;" on this server.',
)

export const awsForbidden = htmlPage(403, { Server: 'awselb/2.0' }, '403 Forbidden')

/** F5's application firewall names no product; its sentence does. */
export const f5Forbidden = htmlPage(
  403,
  { 'Set-Cookie': 'TS01a2b3c4=0123456789abcdef; Path=/' },
  'Request Rejected',
  'The requested URL was rejected. Please consult with your administrator.<br><br>Your support ID is: 1234567890',
)

export const impervaForbidden = htmlPage(
  403,
  { 'X-CDN': 'Incapsula' },
  'Pardon Our Interruption',
  'Request unsuccessful. Incapsula incident ID: 123000000000000000-1234567890',
)

export const zscalerForbidden = htmlPage(403, { Server: 'Zscaler/6.2' }, 'Not allowed')

export const azureForbidden = htmlPage(
  403,
  { 'X-Azure-Ref': '20260101T000000Z-abc' },
  'Error 403',
  'This request is blocked.',
)

export const squidForbidden = htmlPage(
  403,
  { Server: 'squid/6.6', 'X-Squid-Error': 'ERR_ACCESS_DENIED 0' },
  'ERROR: The requested URL could not be retrieved',
  'Access Denied.',
)

export const netscalerForbidden = htmlPage(
  403,
  { 'Set-Cookie': 'NSC_mc_wtwse=ffffffff09181716; path=/' },
  'Http/1.1 Service Forbidden',
)

export const nginxForbidden = htmlPage(403, { Server: 'nginx' }, '403 Forbidden')

export const apacheForbidden = htmlPage(403, { Server: 'Apache/2.4.62 (Debian)' }, '403 Forbidden')

/** Some firewalls send nothing but the status. */
export const bareForbidden: Reply = { status: 403 }

/** A reverse proxy that wants a login of its own. */
export const nginxUnauthorized = htmlPage(
  401,
  { Server: 'nginx', 'WWW-Authenticate': 'Basic realm="Restricted"' },
  '401 Authorization Required',
)

export const nginxBadGateway = htmlPage(502, { Server: 'nginx' }, '502 Bad Gateway')

export const nginxGatewayTimeout = htmlPage(504, { Server: 'nginx' }, '504 Gateway Time-out')

export const nginxNotFound = htmlPage(404, { Server: 'nginx' }, '404 Not Found')

/** A load balancer without a healthy Jira behind it. */
export const awsUnavailable = htmlPage(503, { Server: 'awselb/2.0' }, '503 Service Temporarily Unavailable')

/** The page of another application, or of a web server that was just installed. */
export const welcomePage = htmlPage(200, { Server: 'nginx' }, 'Welcome to nginx!', 'Thank you for using nginx.')

/** The base URL was moved; `location` is where to, absolute or relative. */
export const movedTo = (location: string): Reply => ({ status: 301, headers: { Server: 'nginx', Location: location } })

/** Python’s own server, where somebody serves a folder at the address. */
export const fileServerNotFound: Reply = {
  status: 404,
  reason: 'File not found',
  headers: {
    Server: 'SimpleHTTP/0.6 Python/3.11.7',
    'Content-Type': 'text/html;charset=utf-8',
  },
  body: '<!DOCTYPE HTML>\n<html lang="en">\n    <head>\n        <meta charset="utf-8">\n        <title>Error response</title>\n    </head>\n    <body>\n        <h1>Error response</h1>\n        <p>Error code: 404</p>\n        <p>Message: File not found.</p>\n        <p>Error code explanation: 404 - Nothing matches the given URI.</p>\n    </body>\n</html>',
}
