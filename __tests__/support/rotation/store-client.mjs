/** What people write for `store-command` and `read-command`: `node store-client.mjs put|get URL`. */
import { request } from 'node:http'

const [, , verb, url] = process.argv
const call = request(url, { method: verb === 'put' ? 'PUT' : 'GET', agent: false, timeout: 300 }, (answer) => {
  answer.on('error', fail)
  if (answer.statusCode !== 200) fail()
  else if (verb === 'get') answer.pipe(process.stdout)
  else answer.resume()
})
call.on('error', fail)
// It is not waited for in the time of the tests.
call.on('timeout', fail)
if (verb === 'put') process.stdin.pipe(call)
else call.end()

function fail() {
  process.exit(1)
}
