import { certificates } from './__tests__/support/certificates.ts'
import { startJira } from './__tests__/support/jira.ts'
import { writeFileSync } from 'node:fs'
const { root, server } = await certificates()
writeFileSync('/tmp/perf/ca.pem', root.cert)
const s = await startJira({ tls: server }); const h = await startJira({})
writeFileSync('/tmp/perf/urls', s.url + '\n' + h.url)
