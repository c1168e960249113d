import type { ProductWords } from '../../catalogue/product-words.ts'
import { confluenceMark } from './mark.ts'

export const words: ProductWords = {
  product: confluenceMark.product,
  urlInput: confluenceMark.urlInput,
  urlVariable: 'CONFLUENCE_DOMAIN',
  patVariable: 'CONFLUENCE_PAT',
  exampleUrl: 'https://confluence.example.com',
  examplePage: 'https://confluence.example.com/confluence/display/OPS/Home',
  exampleBaseUrl: 'https://confluence.example.com/confluence',
  cloudPath: '/wiki',
  cloudAnswer: 'it gives an account without access the same answer as a wrong token',
  openPath: '/status',
  aToken: 'a personal access token',
  tokenNoun: 'personal access token',
  tokenKinds: 'personal access tokens',
  tokenPageTitle: 'Personal Access Tokens',
  // https://confluence.atlassian.com/enterprise/using-personal-access-tokens-1026032365.html
  tokenMenu: 'Settings > Personal Access Tokens > Create token',
  tokensSince: 'Confluence 7.9 or later',
  bearerOnly: 'only as Bearer',
  maintenanceWork: 'an upgrade',
  access: 'the global permission “can use”',
  accessPlace: 'General configuration > Global permissions',
  readScope: 'read:confluence-user',
  scopedUrl: 'https://api.atlassian.com/ex/confluence/CLOUD-ID/wiki',
  projectKeyPlace: '',
  projectRole: '',
  permissionPlace: '',
  scopeCaveat: undefined,
  placeWords: 'spaces',
  placeTitle: 'Space',
}
