import { expect, it } from 'vitest'
import { describeBreach } from '../../src/verdict/breach-words.ts'

it.each([
  [
    'HPE_UNEXPECTED_CONTENT_LENGTH',
    "Parse Error: Content-Length can't be present with Transfer-Encoding",
    'it has both Content-Length and Transfer-Encoding',
  ],
  ['HPE_UNEXPECTED_CONTENT_LENGTH', 'Duplicate Content-Length', 'it has more than one Content-Length'],
  ['HPE_INVALID_CONTENT_LENGTH', 'Invalid', 'its Content-Length is not a number, or too large a one'],
  ['X_HPE_INVALID_CONTENT_LENGTH', '', 'X_HPE_INVALID_CONTENT_LENGTH'],
  ['X_HPE_INVALID_TRANSFER_ENCODING', '', 'X_HPE_INVALID_TRANSFER_ENCODING'],
  ['HPE_INVALID_HEADER_TOKEN', 'Invalid header value char', 'a control character stands in a header'],
  ['HPE_INVALID_HEADER_TOKEN', 'Unexpected whitespace after header value', 'a header goes on over several lines'],
  [
    'HPE_INVALID_HEADER_TOKEN',
    'Invalid header token',
    'a line among its headers is not a header, or has a wrong character in its name',
  ],
  ['X_HPE_INVALID_HEADER_TOKEN', '', 'X_HPE_INVALID_HEADER_TOKEN'],
  ['HPE_INVALID_STATUS', 'Invalid status code', 'its status line is not one of HTTP/1.1'],
  ['HPE_INVALID_VERSION', 'Invalid HTTP version', 'its status line is not one of HTTP/1.1'],
  ['X_HPE_INVALID_VERSION', '', 'X_HPE_INVALID_VERSION'],
  ['HPE_CR_EXPECTED', 'Missing expected CR', 'its lines do not end with CR and LF'],
  ['X_HPE_STRICT', '', 'X_HPE_STRICT'],
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
