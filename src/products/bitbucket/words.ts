import type { ProductWords } from '../../catalogue/product-words.ts'
import { bitbucketMark } from './mark.ts'

export const words: ProductWords = {
  product: bitbucketMark.product,
  urlInput: bitbucketMark.urlInput,
  urlVariable: 'BITBUCKET_DOMAIN',
  patVariable: 'BITBUCKET_PAT',
  exampleUrl: 'https://bitbucket.example.com',
  examplePage: 'https://bitbucket.example.com/bitbucket/projects/OPS',
  exampleBaseUrl: 'https://bitbucket.example.com/bitbucket',
  cloudPath: undefined,
  cloudAnswer: undefined,
  openPath: '/rest/api/latest/application-properties',
  aToken: 'an HTTP access token',
  tokenNoun: 'token of that kind',
  tokenKinds: 'HTTP access tokens',
  tokenPageTitle: 'HTTP access tokens',
  // https://confluence.atlassian.com/bitbucketserver/http-access-tokens-939515499.html
  tokenMenu: 'Manage account > HTTP access tokens > Create token',
  tokensSince: 'Bitbucket 5.5 or later',
  bearerOnly: undefined,
  maintenanceWork: 'a migration or an upgrade',
  access: 'the global permission Bitbucket User',
  accessPlace: 'Administration > Global permissions',
  readScope: undefined,
  scopedUrl: undefined,
  projectKeyPlace: 'as in its address: OPS in /projects/OPS, and ~svc-ci for the projects of a user',
  projectRole: 'Project read',
  permissionPlace: 'in the permissions of the project or the repository',
  scopeCaveat: 'a token may have fewer permissions than its user, and what Bitbucket answered need not show that',
  placeWords: 'projects and repositories',
  placeTitle: 'Project or repository',
}
