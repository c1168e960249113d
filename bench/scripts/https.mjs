// The same as http.mjs, over TLS.
import { get } from 'node:https'

const request = get(
  `${process.env.JIRA_DOMAIN}/rest/api/2/myself`,
  { headers: { accept: 'application/json', authorization: `Bearer ${process.env.JIRA_PAT}` } },
  (response) => {
    let body = ''
    response.setEncoding('utf8')
    response.on('data', (chunk) => {
      body += chunk
    })
    response.on('end', () => {
      process.exitCode = response.statusCode === 200 && JSON.parse(body).name ? 0 : 1
    })
  },
)
request.on('error', () => {
  process.exitCode = 1
})
