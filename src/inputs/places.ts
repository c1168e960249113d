import type { FieldReader } from './fields.ts'
import { invalidInput } from './invalid.ts'
import type { AskedPlaces, ProductInputs } from './product-inputs.ts'
import type { ListRow } from './row.ts'
import { type NameOf, table } from './table.ts'

/** Reads what is to be found of places in a server, and of permissions in them; rejects what a product cannot tell. */
export function readPlaces(fields: FieldReader, product: ProductInputs): AskedPlaces {
  const read = (name: NameOf<'list'>): readonly string[] => {
    const { products }: ListRow = table[name]
    if (products === undefined || product.name in products) return fields.list(name)
    if (!fields.isGiven(name)) return []
    const { product: words, urlInput } = product.words
    const problem = `is nothing that ${words} can be asked for`
    fields.reject(invalidInput(name, problem, `nothing with <${urlInput}>: leave it out`))
    return []
  }
  const places = {
    projects: read('projects'),
    spaces: read('spaces'),
    repositories: read('repositories'),
    permissions: read('permissions'),
  }
  const found = product.judgePlaces(places)
  if (found !== undefined) fields.reject(found)
  const { projects, permissions } = places
  const isDefault = permissions.length === 0 && projects.length > 0
  return isDefault ? { ...places, permissions: product.permissionsOfProjects } : places
}
