import { fileURLToPath } from 'node:url'
import { certificates } from '../certificates.ts'
import { type Scenario, scenario, withJira } from './scenario.ts'

const asks: Scenario['asks'] = []
const reason = 'certificate-invalid'

/** Certificates and keys that cannot be used: a part of the category `configuration`. */
export const certificateScenarios: Scenario[] = [
  scenario('certificate-invalid', {
    title: 'ca-certificate is a file that is not there',
    asks,
    mentions: ['ca-certificate', './certificates/missing.pem'],
    setUp: withJira({}, { 'ca-certificate': './certificates/missing.pem' }),
  }),
  scenario('certificate-directory', {
    title: 'ca-certificate is a directory',
    reason,
    asks,
    mentions: ['ca-certificate', 'directory'],
    setUp: withJira({}, { 'ca-certificate': './' }),
  }),
  scenario('certificate-not-pem', {
    title: 'ca-certificate is a file, and no certificate',
    reason,
    asks,
    mentions: ['ca-certificate', 'PEM'],
    setUp: withJira({}, { 'ca-certificate': fileURLToPath(import.meta.url) }),
  }),
  scenario('certificate-damaged', {
    title: 'ca-certificate has lost its line breaks',
    reason,
    asks,
    mentions: ['ca-certificate', 'line breaks'],
    setUp: async () => withJira({}, { 'ca-certificate': (await certificates()).root.cert.replaceAll('\n', ' ') })(),
  }),
  scenario('client-key-missing', {
    title: 'A client certificate without its key',
    reason,
    asks,
    mentions: ['client-key'],
    setUp: async () => withJira({}, { 'client-certificate': (await certificates()).client.cert })(),
  }),
  scenario('client-key-mismatch', {
    title: 'The client key belongs to another certificate',
    reason,
    asks,
    mentions: ['client-key', /^(?!.*PEM)/],
    setUp: async () => {
      const { client, server } = await certificates()
      return withJira({}, { 'client-certificate': client.cert, 'client-key': server.key })()
    },
  }),
  scenario('client-key-of-another-kind', {
    title: 'The client key is a certificate',
    reason,
    asks,
    mentions: ['client-key', 'another kind: certificate'],
    setUp: async () => {
      const { client } = await certificates()
      return withJira({}, { 'client-certificate': client.cert, 'client-key': client.cert })()
    },
  }),
  scenario('client-certificate-expired', {
    title: 'The client certificate has expired',
    reason,
    asks,
    mentions: ['client-certificate', /expired/],
    setUp: async () => {
      const { expiredClient } = await certificates()
      return withJira({}, { 'client-certificate': expiredClient.cert, 'client-key': expiredClient.key })()
    },
  }),
]
