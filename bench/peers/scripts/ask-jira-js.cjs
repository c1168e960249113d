/** jira.js: asks the Jira in the environment whose the token is. */
const { Version2Client } = require('jira.js')

const client = new Version2Client({
  host: process.env.JIRA_URL,
  authentication: { oauth2: { accessToken: process.env.JIRA_PAT } },
})
client.myself.getCurrentUser().then(({ name }) => {
  if (!name) throw new Error('no name in the answer')
  console.log('The token belongs to', name)
})
