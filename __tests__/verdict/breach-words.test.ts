import { expect, it } from 'vitest'
import { describeBreach } from '../../src/verdict/breach-words.ts'

it.each([
  ['HPE_INVALID_TRANSFER_ENCODING', 'Parse Error: Invalid', 'its Transfer-Encoding does not end in chunked'],
  ['HPE_INVALID_CHUNK_SIZE', 'Parse Error: Invalid character in chunk size', 'its chunks are not as long as they say'],
  ['HPE_STRICT', 'Parse Error: Expected LF after chunk data', 'its chunks are not as long as they say'],
  ['HPE_STRICT', 'Parse Error: Expected LF after CR', 'its lines do not end with CR and LF'],
  ['Z_DATA_ERROR', 'incorrect header check', 'its body is not compressed in the way that its Content-Encoding says'],
  [
    'ERR__ERROR_FORMAT_PADDING_2',
    'Decompression failed',
    'its body is not compressed in the way that its Content-Encoding says',
  ],
  ['HPE_SOMETHING_NEW', 'Parse Error: Something new', 'HPE_SOMETHING_NEW'],
  ['X_Z_DATA_ERROR', '', 'X_Z_DATA_ERROR'],
])('%s, %s: %s', (code, message, words) => {
  expect(describeBreach({ code, message })).toBe(words)
})

it('a header is named as it stands', () => {
  const breach = {
    code: 'HPE_INVALID_HEADER_TOKEN',
    message: 'Parse Error: Invalid header value char',
    header: "$& $1 $'",
  }
  expect(describeBreach(breach)).toBe("a control character stands in the header $& $1 $'")
})
