import { describe, expect, it, vi } from 'vitest'
import { createLifetime } from '../../src/wire/lifetime.ts'

const open = () => ({ destroy: vi.fn() })

describe('the lifetime of a request', () => {
  it('leaves what it has open alone until it ends', () => {
    const [lifetime, socket] = [createLifetime(), open()]
    expect(lifetime.keep(socket)).toBe(socket)
    expect(socket.destroy).not.toHaveBeenCalled()
  })

  it('ends all that it has open', () => {
    const [lifetime, socket, request] = [createLifetime(), open(), open()]
    lifetime.keep(socket)
    lifetime.keep(request)
    lifetime.end()
    expect(socket.destroy).toHaveBeenCalledOnce()
    expect(request.destroy).toHaveBeenCalledOnce()
  })

  it('ends what is opened later at once', () => {
    const [lifetime, late] = [createLifetime(), open()]
    lifetime.end()
    expect(lifetime.keep(late)).toBe(late)
    expect(late.destroy).toHaveBeenCalledOnce()
  })
})
