import { describe, expect, it } from 'vitest'
import { createFieldReader } from '../../src/inputs/fields.ts'
import { keepSecrets } from '../../src/rotate/secrecy.ts'
import { sourceOf } from '../inputs/source.ts'

const token = 'MDk4NzY1NDMyMTA5OgaBcDeFgHiJkLmNoPqRsTuVwXyZ'
const gitHubToken = 'ghs_16C7e42F292c6912E7710c838347Ae178B4a'
const made = 'MTIzNDU2Nzg5MDEyOrStUvWxYzAbCdEfGhIjKlMnOpQr'

function keep() {
  const masked: string[] = []
  const inputs = {
    token,
    'github-token': gitHubToken,
    headers: 'X-A: hunter2-hunter2\nX-B: q7x',
    'jira-url': 'https://svc:geheim-im-url@jira.example.com',
  }
  const environment = { https_proxy: 'http://me:geheim-am-proxy@proxy.example.com:3128' }
  const fields = createFieldReader('rotate', sourceOf({ inputs, environment }))
  return { masked, secrecy: keepSecrets(fields, environment, (secret) => masked.push(secret)) }
}

describe('the secrets of a rotation', () => {
  it.each([token, gitHubToken, 'hunter2-hunter2', 'geheim-im-url', 'geheim-am-proxy'])(
    'are masked before anything is said, and taken out of every text: %s',
    (secret) => {
      const { masked, secrecy } = keep()
      expect(masked).toContain(secret)
      expect(secrecy.redactor.redact(`before ${secret} behind`)).not.toContain(secret)
    },
  )

  it('are taken out of a text though they are short, where they stand alone', () => {
    const { masked, secrecy } = keep()
    expect(secrecy.redactor.redact('before q7x behind')).not.toContain('q7x')
    expect(masked).not.toContain('q7x')
  })

  it('have the new token among them from the moment at which it is known', () => {
    const { masked, secrecy } = keep()
    expect([masked.includes(made), secrecy.isToken(made)]).toEqual([false, false])
    secrecy.add(made)
    expect([masked.includes(made), secrecy.isToken(made)]).toEqual([true, true])
    const text = secrecy.redactor.redact(`${made} ${token}`)
    expect([text.includes(made), text.includes(token)]).toEqual([false, false])
  })

  it('are tokens where a server may send them back as a name', () => {
    const { secrecy } = keep()
    expect([token, gitHubToken, 'svc-ci', 'hunter2-hunter2'].map(secrecy.isToken)).toEqual([true, true, false, false])
  })
})
