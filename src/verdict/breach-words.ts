import type { BodyError, NoAnswer } from '../wire/answer.ts'

/** What an answer has against the rules of HTTP, by the code and text of Node's parser or decompressor. */
const BREACHES: readonly (readonly [RegExp, string])[] = [
  [/can't be present with/, 'it has both Content-Length and Transfer-Encoding'],
  [/Duplicate Content-Length/, 'it has more than one Content-Length'],
  [/^HPE_INVALID_CONTENT_LENGTH/, 'its Content-Length is not a number, or too large a one'],
  [/^HPE_INVALID_TRANSFER_ENCODING/, 'its Transfer-Encoding does not end in chunked'],
  [/Invalid header value char/, 'a control character stands in {header}'],
  [/whitespace after header value/, '{header} goes on over several lines'],
  [/^HPE_INVALID_HEADER_TOKEN/, 'a line among its headers is not a header, or has a wrong character in its name'],
  [/^HPE_HEADER_OVERFLOW/, 'its headers are longer than 16 KiB'],
  [/^HPE_INVALID_(?:STATUS|VERSION)/, 'its status line is not one of HTTP/1.1'],
  [/chunk/i, 'its chunks are not as long as they say'],
  [/^HPE_(?:CR_EXPECTED|LF_EXPECTED|STRICT)/, 'its lines do not end with CR and LF'],
  [/^(?:Z_|ERR_)/, 'its body is not compressed in the way that its Content-Encoding says'],
]

/** @returns what is wrong with an answer, as a clause; the code where there are no words for it */
export function describeBreach({ code, message, header }: BodyError & Pick<NoAnswer, 'header'>): string {
  const [, words = code] = BREACHES.find(([pattern]) => pattern.test(`${code} ${message}`)) ?? []
  return words.replace('{header}', () => (header === undefined ? 'a header' : `the header ${header}`))
}
