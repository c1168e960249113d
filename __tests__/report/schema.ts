import { readFileSync } from 'node:fs'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'

/** Every object of the schema takes what it names and nothing else: what a report has and no schema tells is a mistake. */
const closed = (schema: unknown): unknown => {
  if (Array.isArray(schema)) return schema.map(closed)
  if (typeof schema !== 'object' || schema === null) return schema
  const inner = Object.fromEntries(Object.entries(schema).map(([name, value]) => [name, closed(value)]))
  return 'required' in schema ? { ...inner, additionalProperties: false } : inner
}

export function createAjv(): Ajv2020 {
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, strict: true, strictTypes: false })
  ajv.addFormat('date-time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  return ajv
}

/** A published schema, and what holds a value to it, and to nothing besides. */
export function compileClosed(path: string): { schema: object; validate: ValidateFunction } {
  const schema = JSON.parse(readFileSync(path, 'utf8'))
  return { schema, validate: createAjv().compile(closed(schema) as object) }
}
