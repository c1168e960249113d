import { generateKeyPairSync, X509Certificate } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { finding } from '../../src/catalogue/finding.ts'
import { type CertificateInputs, readCertificates } from '../../src/inputs/certificates.ts'
import { certificates } from '../support/certificates.ts'
import { sourceOf } from './source.ts'

const { root, intermediate, client, weakClient, expiredClient, strangerClient, server } = await certificates()
const nowMs = Date.now()
const dayMs = 24 * 60 * 60 * 1000

function read(inputs: Partial<CertificateInputs>, files: Record<string, string> = {}, atMs = nowMs) {
  const given = { caCertificate: '', clientCertificate: '', clientKey: '', ...inputs }
  return readCertificates(given, sourceOf({ files }).readFile, atMs)
}

const pem = 'PEM text (with its BEGIN and END lines and its line breaks), or to the path of a PEM file'
const invalid = (input: string, problem: string, wanted = pem) =>
  finding('certificate-invalid', { input: `<${input}>`, problem, wanted })

const ca = (text: string, files?: Record<string, string>) => read({ caCertificate: text }, files)
const clientOf = (certificate: string, key: string, atMs?: number) =>
  read({ clientCertificate: certificate, clientKey: key }, {}, atMs)

const unfit = 'does not fit the (first) certificate in <client-certificate>'
const ofThat = 'the private key of that certificate, which has to come before its intermediates'

describe('what is given', () => {
  it('nothing at all', () => {
    expect(read({})).toStrictEqual({ extraCa: [] })
  })

  it('a CA certificate as text', () => {
    expect(ca(root.cert)).toEqual({ extraCa: [root.cert.trim()] })
  })

  it.each<[what: string, spell: (text: string) => string]>([
    ['line feeds written out', (text) => text.replaceAll('\n', '\\n')],
    ['both signs of a line break written out', (text) => text.replaceAll('\n', '\\r\\n')],
    ['the old sign of a line break written out', (text) => text.trim().replaceAll('\n', '\\r')],
    ['all of it in base64', (text) => Buffer.from(text).toString('base64')],
    ['all of it in base64, in lines', (text) => Buffer.from(text).toString('base64').replace(/.{76}/g, '$&\n')],
    ['line feeds written out, in base64', (text) => Buffer.from(text.replaceAll('\n', '\\n')).toString('base64')],
  ])('as a secret holds it: %s', (_, spell) => {
    expect(ca(spell(root.cert))).toEqual({ extraCa: [root.cert.trim()] })
    expect(ca(`${spell(`${root.cert}${intermediate.cert}`)}`)).toHaveProperty('extraCa.length', 2)
    const { client: read } = { client: undefined, ...clientOf(spell(client.cert), spell(client.key)) }
    expect(read).toEqual({ certificate: client.cert.trim(), key: expect.stringContaining(client.key.trim()) })
    expect(ca('./ca.pem', { './ca.pem': spell(root.cert) })).toEqual({ extraCa: [root.cert.trim()] })
  })

  it('a path that looks as if it had a line break in it', () => {
    expect(ca('C:\\new\\root.pem', { 'C:\\new\\root.pem': root.cert })).toEqual({ extraCa: [root.cert.trim()] })
  })

  it('a CA certificate by its path', () => {
    expect(ca('./ca.pem', { './ca.pem': root.cert })).toEqual({ extraCa: [root.cert.trim()] })
  })

  it('a bundle of several, with words between them', () => {
    const bundle = `# Example Root CA\n${root.cert}\n\nExample Issuing CA\n${intermediate.cert}`
    expect(ca(bundle)).toEqual({ extraCa: [root.cert.trim(), intermediate.cert.trim()] })
  })

  it.each(['X509 CERTIFICATE', 'TRUSTED CERTIFICATE'])('the older label %s', (label) => {
    const text = root.cert.replaceAll('CERTIFICATE', label)
    expect(ca(text)).toEqual({ extraCa: [text.trim()] })
  })

  it('a client certificate with its key', () => {
    expect(clientOf(client.cert, client.key)).toEqual({
      extraCa: [],
      client: { certificate: client.cert.trim(), key: client.key },
    })
  })

  it('a client certificate and its key by their paths', () => {
    const files = { '/etc/client.pem': client.cert, '/etc/client.key': client.key }
    expect(read({ clientCertificate: '/etc/client.pem', clientKey: '/etc/client.key' }, files)).toMatchObject({
      client: { certificate: client.cert.trim(), key: client.key },
    })
  })

  it('a client certificate with its intermediates, of which only the first has to fit the key', () => {
    expect(clientOf(`${client.cert}\n${root.cert}`, client.key)).toMatchObject({
      client: { certificate: `${client.cert.trim()}\n${root.cert.trim()}` },
    })
  })

  it('all three', () => {
    const inputs = { caCertificate: root.cert, clientCertificate: client.cert, clientKey: client.key }
    expect(read(inputs)).toEqual({
      extraCa: [root.cert.trim()],
      client: { certificate: client.cert.trim(), key: client.key },
    })
  })

  it.each(['PKCS#8 EC', 'SEC1 EC', 'PKCS#1 RSA'])('is not a key of the wrong certificate (%s)', (form) => {
    const key =
      form === 'PKCS#1 RSA'
        ? generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey.export({ type: 'pkcs1', format: 'pem' })
        : generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({
            type: form === 'SEC1 EC' ? 'sec1' : 'pkcs8',
            format: 'pem',
          })
    expect(clientOf(client.cert, String(key))).toEqual(invalid('client-key', unfit, ofThat))
  })
})

describe('text that is not PEM, and paths that lead nowhere', () => {
  const noFile = 'is neither PEM text nor the path of a file that exists here'
  const noBegin = 'is neither PEM text nor a path: it has no BEGIN line'

  it.each([
    ['a word that is no path to see', 'ca-bundle', noFile],
    ['base64 without its BEGIN and END lines', 'MIIBszCCAVmgAwIBAgIUBQ', noFile],
    ['base64 of a key, with slashes', 'MIIBszCC/AVmgAwIBA/gIUBQ', noFile],
    [
      'base64 of something else than a certificate',
      Buffer.from(`0a0\x82${' '.repeat(50)}`, 'latin1').toString('base64'),
      noFile,
    ],
    ['a certificate in base64, with a sign before it', `(${Buffer.from(root.cert).toString('base64')}`, noFile],
    ['a certificate in base64, with a sign behind it', `${Buffer.from(root.cert).toString('base64')})`, noFile],
    ['a drive amid other words', 'hunter2 c:/x', noFile],
    ['the end of a path amid other words', 'hunter2.pem.2', noFile],
    ['what is just too long for a path', `./${'a-'.repeat(127)}`, noFile],
    ['what could be a secret', `/${'a1'.repeat(20)}`, noFile],
    ['what could be a secret, with the end of a path', `${'a1'.repeat(20)}.pem`, noFile],
    ['what is too long for a path', `/${'abc-'.repeat(70)}.pem`, noFile],
    ['the same on several lines', 'MIIBszCC\nAVmgAwIBAgIUBQ', noBegin],
    ['the same with the line ends of a Mac of old', 'MIIBszCC\rAVmgAwIBAgIUBQ', noBegin],
  ])('%s', (_, text, problem) => {
    expect(ca(text)).toEqual(invalid('ca-certificate', problem))
    expect(clientOf(text, client.key)).toEqual(invalid('client-certificate', problem))
    expect(clientOf(client.cert, text)).toEqual(invalid('client-key', problem))
  })

  it('a certificate without its BEGIN and END lines', () => {
    const alone = root.cert.replace(/-----[^-]+-----/g, '').trim()
    const problem = 'is the base64 of a certificate or key alone: its BEGIN and END lines are missing'
    expect(ca(alone)).toEqual(invalid('ca-certificate', problem))
    expect(ca(alone.replaceAll('\n', ''))).toEqual(invalid('ca-certificate', problem))
    expect(ca(alone.slice(0, 64))).toEqual(invalid('ca-certificate', problem))
    expect(ca(alone.slice(0, 60))).toEqual(invalid('ca-certificate', noFile))
  })

  it.each([
    `./${'a-'.repeat(126)}b`,
    './missing.pem',
    '../a/missing',
    '/etc/ssl/missing',
    '~/missing',
    'missing.crt',
    'C:\\certs\\missing',
  ])('a path to no file: %s', (path) => {
    const wanted =
      'the path of a file that exists when this runs (from the working directory, where it is relative), or to PEM text'
    expect(ca(path)).toEqual(invalid('ca-certificate', `names the file ${path}, which does not exist here`, wanted))
  })

  const failing = (error: unknown, caCertificate = './ca.pem') =>
    readCertificates(
      { caCertificate, clientCertificate: '', clientKey: '' },
      () => {
        throw error
      },
      nowMs,
    )

  it.each([
    ['ENOENT', 'names the file ./ca.pem, which does not exist here'],
    ['ENOTDIR', 'names the file ./ca.pem, which does not exist here'],
    ['ENAMETOOLONG', 'names the file ./ca.pem, which does not exist here'],
    ['EACCES', 'names ./ca.pem, which cannot be read (EACCES)'],
    ['EISDIR', 'names ./ca.pem, which is a directory'],
  ])('a file that fails with %s', (code, problem) => {
    const error = Object.assign(new Error(code), { code })
    expect(failing(error)).toMatchObject({ facts: { input: '<ca-certificate>', problem } })
    expect(failing(error, 'ca')).toEqual(
      invalid('ca-certificate', problem.includes('not exist') ? noFile : 'names a file that cannot be read'),
    )
  })

  it.each([
    ['without a code', new Error('broken')],
    ['with no error at all', 'broken'],
    ['with a code and no error', { code: 'ENOENT' }],
  ])('a file that fails %s', (_, error) => {
    const wanted = 'the path of a file that can be read here, or to PEM text'
    expect(failing(error)).toEqual(invalid('ca-certificate', 'names ./ca.pem, which cannot be read', wanted))
  })

  it.each(['\u0030\u0082\u0001', '\u0030\uFFFD\u0001'])('a file of DER: %j', (text) => {
    expect(ca('./ca.pem', { './ca.pem': text })).toMatchObject({
      facts: {
        problem: 'names a file that is binary (DER or PKCS#12), and not PEM',
        wanted: expect.stringContaining('openssl x509 -inform der'),
      },
    })
  })

  const ofCertificate = 'the PEM block of a certificate'
  const ofKey = 'the PEM block of a private key'

  it.each([
    ['an empty file', '', 'names a file that is not PEM: it has no BEGIN line', pem],
    ['a text with a nought in it', 'a0\uFFFD', 'names a file that is not PEM: it has no BEGIN line', pem],
    ['a label out of bounds', '-----BEGIN a-----', 'is not PEM: it has no BEGIN line of a certificate', pem],
    ['a key', client.key, 'holds no certificate, but a PEM block of another kind: private key', ofCertificate],
    [
      'a request',
      '-----BEGIN CERTIFICATE REQUEST-----\nMII=\n-----END CERTIFICATE REQUEST-----',
      'holds no certificate, but a PEM block of another kind: certificate request',
      ofCertificate,
    ],
    [
      'a label out of PKCS#7',
      '-----BEGIN PKCS7-----\nMII=\n-----END PKCS7-----',
      'holds no certificate, but a PEM block of another kind: pkcs7',
      ofCertificate,
    ],
  ])('%s in place of a certificate', (_, text, problem, wanted) => {
    expect(ca('./ca.pem', { './ca.pem': text })).toEqual(invalid('ca-certificate', problem, wanted))
  })

  it.each([
    ['an empty file', '', 'names a file that is not PEM: it has no BEGIN line', pem],
    ['a certificate', client.cert, 'holds no private key, but a PEM block of another kind: certificate', ofKey],
    [
      'a public key',
      '-----BEGIN PUBLIC KEY-----\nMII=\n-----END PUBLIC KEY-----',
      'holds no private key, but a PEM block of another kind: public key',
      ofKey,
    ],
  ])('%s in place of a key', (_, text, problem, wanted) => {
    const inputs = { clientCertificate: client.cert, clientKey: './client.key' }
    expect(read(inputs, { './client.key': text })).toEqual(invalid('client-key', problem, wanted))
  })
})

describe('damage', () => {
  const damaged = '-----BEGIN CERTIFICATE-----\nMIIBszCCAVmgAwIBAgIU\n-----END CERTIFICATE-----'
  const flat = root.cert.replaceAll('\n', ' ')
  const noCertificate = (position: number, of: number): string =>
    `has a certificate (number ${position} of ${of}) that cannot be read: it is damaged or has lost its line breaks`

  it.each([
    ['a damaged certificate', damaged, noCertificate(1, 1)],
    ['the second of three', `${root.cert}${damaged}\n${intermediate.cert}`, noCertificate(2, 3)],
    ['the third, and no other', `${root.cert}${intermediate.cert}${damaged}`, noCertificate(3, 3)],
    ['a certificate that lost its line breaks', flat, noCertificate(1, 1)],
  ])('%s', (_, text, problem) => {
    expect(ca(text)).toEqual(invalid('ca-certificate', problem))
    expect(clientOf(text, client.key)).toEqual(invalid('client-certificate', problem))
  })

  it('a certificate without its END line', () => {
    expect(ca(root.cert.replace(/-----END.*/s, ''))).toEqual(
      invalid('ca-certificate', 'has a BEGIN line of a certificate, but no matching END line'),
    )
  })

  it('a damaged key', () => {
    const key = '-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----'
    expect(clientOf(client.cert, key)).toEqual(
      invalid('client-key', 'is a private key that cannot be read: it is damaged or has lost its line breaks'),
    )
  })

  const encrypted = 'is encrypted with a passphrase, which cannot be given here'
  const decrypted = 'the key without a passphrase (openssl pkey -in FILE -out FILE.key), from a secret'
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 1024 })

  it.each([
    ['PKCS#8', 'pkcs8'],
    ['PKCS#1', 'pkcs1'],
  ] as const)('an encrypted key (%s)', (_, type) => {
    const key = privateKey.export({ type, format: 'pem', cipher: 'aes-256-cbc', passphrase: 'hunter2' })
    expect(clientOf(client.cert, String(key))).toEqual(invalid('client-key', encrypted, decrypted))
  })
})

describe('a client certificate and its key', () => {
  it('may be used from the first second to the last', () => {
    const { validFromDate, validToDate } = new X509Certificate(client.cert)
    for (const date of [validFromDate, validToDate]) {
      expect(clientOf(client.cert, client.key, date.getTime())).toHaveProperty('client')
    }
    expect(clientOf(client.cert, client.key, validFromDate.getTime() - 1)).toHaveProperty('reason')
    expect(clientOf(client.cert, client.key, validToDate.getTime() + 1)).toHaveProperty('reason')
  })

  it('go together', () => {
    expect(read({ clientCertificate: client.cert })).toEqual(
      invalid(
        'client-key',
        'is missing, though <client-certificate> is given',
        'the private key of <client-certificate>, or leave both out',
      ),
    )
    expect(read({ clientKey: client.key })).toEqual(
      invalid(
        'client-certificate',
        'is missing, though <client-key> is given',
        'the certificate that <client-key> belongs to, or leave both out',
      ),
    )
  })

  it('have to fit', () => {
    expect(clientOf(client.cert, strangerClient.key)).toEqual(invalid('client-key', unfit, ofThat))
    expect(clientOf(`${root.cert}\n${client.cert}`, client.key)).toEqual(invalid('client-key', unfit, ofThat))
  })

  it('that has expired is told, with the day', () => {
    const found = clientOf(expiredClient.cert, expiredClient.key)
    const year = new Date(nowMs - 30 * dayMs).getUTCFullYear()
    const wanted = 'one that is valid now, with its own key as <client-key>'
    expect(found).toMatchObject({ reason: 'certificate-invalid', facts: { input: '<client-certificate>', wanted } })
    expect(found).toHaveProperty(
      'facts.problem',
      expect.stringMatching(`^has expired: it was valid until .* ${year} GMT$`),
    )
  })

  it('that is not valid yet is told, with the day', () => {
    const found = clientOf(client.cert, client.key, nowMs - 3650 * dayMs)
    expect(found).toHaveProperty('facts.input', '<client-certificate>')
    expect(found).toHaveProperty('facts.problem', expect.stringMatching(/^is not valid until .* GMT$/))
  })

  it('that OpenSSL would refuse for its short key is told before anything is sent', () => {
    expect(clientOf(weakClient.cert, weakClient.key)).toEqual(
      invalid(
        'client-certificate',
        'cannot be used for TLS: its key is too weak',
        'one with a longer key (RSA of 2048 bits, or an elliptic curve)',
      ),
    )
  })

  it('that has expired is told before one that does not fit', () => {
    expect(clientOf(expiredClient.cert, strangerClient.key)).toHaveProperty(
      'facts.problem',
      expect.stringContaining('expired'),
    )
  })
})

describe('the order of what is told', () => {
  it('the CA certificate first', () => {
    expect(read({ caCertificate: './missing.pem', clientCertificate: './missing.pem' })).toHaveProperty(
      'facts.input',
      '<ca-certificate>',
    )
  })

  it('the client certificate before its key', () => {
    expect(clientOf('./missing.pem', './missing.pem')).toHaveProperty('facts.input', '<client-certificate>')
  })
})

it('nothing of a private key is ever quoted', () => {
  const mistakes = [
    ca(client.key),
    clientOf(client.key, client.cert),
    clientOf(client.cert, client.key.replaceAll('-----', '')),
    clientOf(client.cert, client.key.replaceAll('\n', ' ')),
    clientOf(server.cert, client.key.slice(0, -40)),
  ]
  const secretLine = client.key.split('\n')[1] ?? ''
  expect(secretLine.length).toBeGreaterThan(20)
  for (const told of mistakes) {
    expect(told).toMatchObject({ reason: 'certificate-invalid' })
    expect(JSON.stringify(told)).not.toContain(secretLine.slice(0, 20))
  }
})
