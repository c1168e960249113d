import { finding } from '../../catalogue/finding.ts'
import type { ProductInputs } from '../../inputs/product-inputs.ts'

/** A permission of projects wants a project that it is held in, one of repositories a repository. */
export const judgePlaces: ProductInputs['judgePlaces'] = ({ projects, repositories, permissions }) => {
  const reject = (permission: string, places: string) =>
    finding('input-invalid', {
      input: '<permissions>',
      problem: `has ${permission}, and <${places}> names no place in which it could be held`,
      accepts: 'PROJECT_… only with <projects>, and REPO_… only with <repositories>',
      meant: [],
    })
  const ofProject = permissions.find((permission) => permission.startsWith('PROJECT_'))
  if (ofProject !== undefined && projects.length === 0) return reject(ofProject, 'projects')
  const ofRepository = permissions.find((permission) => permission.startsWith('REPO_'))
  return ofRepository !== undefined && repositories.length === 0 ? reject(ofRepository, 'repositories') : undefined
}
