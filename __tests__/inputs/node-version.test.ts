import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { finding } from '../../src/catalogue/finding.ts'
import { judgeNode } from '../../src/inputs/node-version.ts'

it.each(['22.15.0', '22.15.1', '22.21.0', '23.0.0', '24.0.0', '26.1.0', '100.0.0'])('Node %s will do', (version) => {
  expect(judgeNode(version)).toBeUndefined()
})

it.each(['22.14.9', '22.0.0', '20.19.0', '18.20.8', '9.99.0', ''])('Node %s is too old', (version) => {
  expect(judgeNode(version)).toEqual(finding('node-unsupported', { nodeVersion: version, minNodeVersion: '22.15' }))
})

it('package.json says the same', () => {
  expect(JSON.parse(readFileSync('package.json', 'utf8')).engines).toEqual({ node: '>=22.15' })
})
