/** jira-client: asks the Jira in the environment whose the token is. */
const JiraApi = require('jira-client')

const { protocol, hostname, port, pathname } = new URL(process.env.JIRA_URL)
const client = new JiraApi({
  protocol,
  host: hostname,
  ...(port && { port }),
  ...(pathname !== '/' && { base: pathname }),
  apiVersion: '2',
  bearer: process.env.JIRA_PAT,
})
client.getCurrentUser().then(({ name }) => {
  if (!name) throw new Error('no name in the answer')
  console.log('The token belongs to', name)
})
