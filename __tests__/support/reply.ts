import type { OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/** What the stand-in Jira answers to one request. Nothing given: 200 with an empty body. */
export interface Reply {
  status?: number
  /** The reason phrase; the standard one by default, and Jira often sends an empty one. */
  reason?: string
  /** Names are sent in the spelling given here; an array sends the header several times. */
  headers?: OutgoingHttpHeaders
  /** Text and bytes go out as they are, anything else as JSON. */
  body?: string | Uint8Array | object | null
  /** Waits for this before the first byte; see `never`. */
  after?: Promise<unknown>
  /** These bytes instead of an HTTP response; then the connection is closed. */
  raw?: string | Uint8Array
  /** Closes the connection after so many bytes of the announced body. */
  cutAfterBytes?: number
  /** Sends the body and leaves the response open. */
  unfinished?: true
  /** Sends one byte at a time, so far apart. */
  dripEveryMs?: number
  /** Resets the connection instead of answering. */
  reset?: true
}

/** For `Reply.after`: an answer that never comes. */
export const never = new Promise<never>(() => {})

/** Puts a reply on the wire. Settles when all of it is written, or when the other side has gone. */
export async function sendReply(response: ServerResponse, reply: Reply): Promise<void> {
  await reply.after
  const { socket } = response
  if (!socket || socket.destroyed) return
  if (reply.reset) {
    resetConnection(socket)
  } else if (reply.raw !== undefined) {
    await pour(socket, Buffer.from(reply.raw), reply.dripEveryMs)
    socket.end()
  } else {
    await sendResponse(response, reply)
  }
}

async function sendResponse(response: ServerResponse, reply: Reply): Promise<void> {
  const { status = 200, reason, headers = {}, cutAfterBytes, unfinished, dripEveryMs } = reply
  const { bytes, contentType } = encodeBody(reply.body)
  const given = new Set(Object.keys(headers).map((name) => name.toLowerCase()))
  const framed = given.has('content-length') || given.has('transfer-encoding') || status === 204 || unfinished
  const allHeaders = {
    ...(contentType !== undefined && !given.has('content-type') && { 'Content-Type': contentType }),
    ...(!framed && { 'Content-Length': bytes.length }),
    ...headers,
  }
  if (reason === undefined) response.writeHead(status, allHeaders)
  else response.writeHead(status, reason, allHeaders)
  response.flushHeaders()
  await pour(response, bytes.subarray(0, cutAfterBytes), dripEveryMs)
  if (cutAfterBytes !== undefined) response.destroy()
  else if (!unfinished) response.end()
}

function encodeBody(body: Reply['body']): { bytes: Buffer; contentType?: string } {
  if (body === undefined) return { bytes: Buffer.alloc(0) }
  if (typeof body === 'string' || body instanceof Uint8Array) return { bytes: Buffer.from(body) }
  return { bytes: Buffer.from(JSON.stringify(body)), contentType: 'application/json;charset=UTF-8' }
}

function pour(to: Socket | ServerResponse, bytes: Buffer, dripEveryMs: number | undefined): Promise<void> {
  return new Promise<void>((resolve) => {
    if (bytes.length === 0) return resolve()
    to.once('close', resolve)
    if (dripEveryMs === undefined) {
      to.write(bytes, () => resolve())
      return
    }
    let sent = 0
    const drip = setInterval(() => {
      to.write(bytes.subarray(sent, ++sent))
      if (sent >= bytes.length) resolve()
    }, dripEveryMs)
    to.once('close', () => clearInterval(drip))
  })
}

function resetConnection(socket: Socket): void {
  // A TLS socket has no reset of its own; closing it without a goodbye looks the same from outside.
  if ('encrypted' in socket) socket.destroy()
  else socket.resetAndDestroy()
}
