import { EventEmitter } from 'node:events'
import { expect, it } from 'vitest'
import { createSignals } from '../../src/runner/signals.ts'

it('leaves signals to the process until they are held', () => {
  const process = new EventEmitter()
  createSignals(process)
  expect(process.eventNames()).toEqual([])
})

it.each(['SIGINT', 'SIGTERM'])('notes %s from then on', (signal) => {
  const process = new EventEmitter()
  const signals = createSignals(process)
  signals.hold()
  signals.hold()
  expect(process.listenerCount(signal)).toBe(1)
  expect(signals.areReceived).toBe(false)
  process.emit(signal)
  expect(signals.areReceived).toBe(true)
})
