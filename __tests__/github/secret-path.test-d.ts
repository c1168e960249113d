/** Which paths GitHub's description of its API has: `npm run check:types` judges this file, nothing runs it. */
import type { paths } from '@octokit/openapi-types'
import type { secretLists, secretSuffixes } from '../../src/github/secret-path.ts'

type Lists = (typeof secretLists)[keyof typeof secretLists]
type Suffixes = typeof secretSuffixes

export const methods: readonly [
  { readonly [P in `${Lists}${Suffixes['key']}`]: keyof paths[P] },
  { readonly [P in `${Lists}${Suffixes['secret']}`]: keyof paths[P] },
  { readonly [P in `${(typeof secretLists)['organization']}${Suffixes['access']}`]: keyof paths[P] },
] = [
  {
    '/repos/{owner}/{repo}/actions/secrets/public-key': 'get',
    '/repos/{owner}/{repo}/environments/{environment_name}/secrets/public-key': 'get',
    '/orgs/{org}/actions/secrets/public-key': 'get',
  },
  {
    '/repos/{owner}/{repo}/actions/secrets/{secret_name}': 'put',
    '/repos/{owner}/{repo}/environments/{environment_name}/secrets/{secret_name}': 'delete',
    '/orgs/{org}/actions/secrets/{secret_name}': 'put',
  },
  { '/orgs/{org}/actions/secrets/{secret_name}/repositories': 'get' },
]

// @ts-expect-error The secrets of environments are not below actions/.
export type Wrong = paths['/repos/{owner}/{repo}/actions/environments/{environment_name}/secrets/public-key']
