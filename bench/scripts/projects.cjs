// What bare.cjs is to the identity, this is to projects: one request for each, eight at a time, and the answer read.
const { Agent, get } = require(process.env.JIRA_DOMAIN.startsWith('https:') ? 'node:https' : 'node:http')

const agent = new Agent({ keepAlive: true, maxSockets: 8 })
const keys = process.env.PROJECTS.split(' ')
let left = keys.length + 1

function ask(path, isWell) {
  const request = get(
    `${process.env.JIRA_DOMAIN}${path}`,
    { agent, headers: { accept: 'application/json', authorization: `Bearer ${process.env.JIRA_PAT}` } },
    (response) => {
      let body = ''
      response.setEncoding('utf8')
      response.on('data', (chunk) => {
        body += chunk
      })
      response.on('end', () => {
        if (response.statusCode !== 200 || !isWell(JSON.parse(body))) process.exitCode = 1
        left -= 1
        if (left === 0) agent.destroy()
      })
    },
  )
  request.on('error', () => {
    process.exitCode = 1
  })
}

ask('/rest/api/2/myself', ({ name }) => Boolean(name))
for (const key of keys) {
  ask(`/rest/api/2/mypermissions?projectKey=${key}`, ({ permissions }) => permissions.BROWSE_PROJECTS.havePermission)
}
