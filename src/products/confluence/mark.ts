import { isObject, parseJson } from '../../base/json.ts'
import type { OtherProduct } from '../../verdict/product-traits.ts'

/** By this the other products know Confluence; its words are not loaded for it. */
export const confluenceMark: OtherProduct = {
  product: 'Confluence',
  urlInput: 'confluence-url',
  isMarked: ({ headers, body }) => headers.has('x-confluence-request-time') || isErrorEnvelope(body),
  contextPaths: ['/confluence', '/wiki'],
}

/** The shape in which Confluence's REST resources tell an error: `{"statusCode":403,"data":{…},"message":…,"reason":…}`. */
export function isErrorEnvelope(body: string): boolean {
  if (!/"statusCode"/.test(body)) return false
  const json = parseJson(body)
  return isObject(json) && typeof json['statusCode'] === 'number' && isObject(json['data']) && 'message' in json
}
