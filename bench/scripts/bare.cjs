// The least that a script can do for the same answer, as anybody would write it: one request, the body read, the exit
// code set.
const { get } = require(process.env.JIRA_DOMAIN.startsWith('https:') ? 'node:https' : 'node:http')

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
