import { type Environment, readVariable } from '../../base/environment.ts'
import { nearest } from '../../base/nearest.ts'
import { isNameable } from './secret-name.ts'

/** So many names that look alike are told. */
const MAX_ALIKE = 3

/**
 * @param missing name of a variable that is missing or blank
 * @param others variables that the list uses for something else
 * @returns names of variables that have a value, the nearest first
 */
export function findAlike(missing: string, environment: Environment, others: ReadonlySet<string>): readonly string[] {
  const isFree = (name: string): boolean => isNameable(name) && !others.has(name)
  const names = new Set(
    Object.keys(environment).filter((name) => isFree(name) && readVariable(environment, name) !== ''),
  )
  const alike: string[] = []
  while (alike.length < MAX_ALIKE) {
    const near = nearest(missing, names)
    if (near === undefined) break
    alike.push(near)
    names.delete(near)
  }
  return alike
}
