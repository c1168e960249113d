import { describe, expect, it } from 'vitest'
import { addCommonFacts } from '../../src/catalogue/finding.ts'
import { askState } from '../../src/products/server-state.ts'
import { anyFinding } from '../support/any-finding.ts'
import { answered } from '../verdict/answered.ts'

const failed = addCommonFacts(anyFinding('server-error', {}, 500), { attempts: '3' })
const refine = (state: string, status = 200) => askState(failed)?.refine(answered({ status, body: { state } }))

describe('the state of a server', () => {
  it.each(['gateway-error', 'server-error'] as const)('is asked for after %s', (reason) => {
    expect(askState(anyFinding(reason, {}, 502))?.path).toBe('/status')
  })

  it.each(['rate-limited', 'token-rejected', 'not-found', 'timeout'] as const)(
    'is not asked for after %s',
    (reason) => {
      expect(askState(anyFinding(reason))).toBeUndefined()
    },
  )

  it.each(['STARTING', 'STOPPING', 'FIRST_RUN'])('makes the failure plainer: %s', (state) => {
    expect(refine(state)).toMatchObject({
      reason: 'starting',
      facts: { state },
      statusCode: 500,
      common: { attempts: '3' },
    })
  })

  it('makes the failure plainer: MAINTENANCE, whatever its own status', () => {
    for (const status of [200, 503])
      expect(refine('MAINTENANCE', status)).toMatchObject({
        reason: 'maintenance',
        statusCode: 500,
        common: { attempts: '3' },
      })
  })

  it('leaves it as it is where the server runs', () => {
    expect(refine('RUNNING')).toBe(failed)
  })
})
