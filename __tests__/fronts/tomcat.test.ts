import { dirname } from 'node:path'
import { describe } from 'vitest'
import type { Certificates } from '../real/certificates.ts'
import { startJiras } from '../real/jiras.ts'
import { pathOf } from '../real/programs.ts'
import { type FrontPlan, itBehind, playAt, type Row } from '../real/shared-front.ts'
import { expectVerdict } from '../real/verdict.ts'

type Port = 'http' | 'https'

/** What Jira itself runs in, where it says something before Jira does, or in the place of a Jira that is not there. */
async function tomcat({ server }: Certificates): Promise<FrontPlan<Port>> {
  const home = dirname(dirname(pathOf('bootstrap.jar')))
  return {
    jiras: await startJiras(),
    program: 'java',
    template: new URL('configurations/server.xml', import.meta.url),
    name: 'server.xml',
    ports: ['http', 'https'],
    values: { certificate: server.certificateFile, key: server.keyFile },
    args: (file, folder) => [
      ...[`-Dcatalina.home=${home}`, `-Dcatalina.base=${folder}`, '-XX:TieredStopAtLevel=1', '-Xshare:auto'],
      ...['-cp', `${home}/bin/bootstrap.jar:${home}/bin/tomcat-juli.jar`],
      ...['org.apache.catalina.startup.Bootstrap', '-config', file, 'start'],
    ],
    ready: /Server startup in/,
  }
}

const it = itBehind(tomcat)

describe('Tomcat', () => {
  const rows: Row<Port>[] = [
    ['has no Jira at this path', { path: '/wrong' }, { reason: 'not-found', mentions: ['404', 'context path'] }],
    [
      'has something at this path that is no Jira',
      { path: '/jira' },
      { reason: 'not-found', mentions: ['“HTTP Status 404 – Not Found”', 'context path'] },
    ],
    [
      'finds the token too large',
      { path: '/large', inputs: { token: 'x'.repeat(2000) } },
      { reason: 'unexpected-status', mentions: ['“HTTP Status 400 – Bad Request”', 'too large'] },
    ],
    [
      'is spoken to in plain HTTP at a port that speaks TLS',
      { port: 'https', path: '/plain' },
      { reason: 'unexpected-status', mentions: ['https://, not http://', /https:\/\/\S+:\d+\/plain/] },
    ],
    ['speaks TLS', { port: 'https', scheme: 'https', path: '/https' }, { reason: 'not-found' }],
  ]
  it.concurrent.for(rows)('%s', async ([, at, expected], { expect, front, made }) => {
    const inputs = { 'ca-certificate': made.root.certificate, ...at.inputs }
    expectVerdict(expect, await playAt(front, { port: 'http', ...at, inputs }), expected)
  })
})
