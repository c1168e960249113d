import type { ProductName } from '../../src/catalogue/product-words.ts'
import { tokenOf } from '../support/accounts.ts'
import { startGitHubIssues } from '../support/github-issues.ts'
import { goodBitbucketToken } from '../support/healthy/bitbucket.ts'
import { goodToken } from '../support/healthy.ts'
import { type JiraOptions, startJira } from '../support/jira.ts'
import type { Reply } from '../support/reply.ts'
import { startStoreServer } from '../support/rotation/store-server.ts'
import { createWorld, type World as RotationWorld, type WorldOptions } from '../support/rotation/world.ts'
import { type Scenario, scenariosByProduct } from '../support/scenarios.ts'

/** What the proof of a symptom is run in, where it is this cause. */
export interface World {
  /** Where it comes from, for the name of the test. */
  readonly name: string
  readonly setUp: () => Promise<{
    /** What stands under `env:` of the step, or comes from the runner. */
    readonly env: Readonly<Record<string, string>>
    /** Of the working directory: texts by their paths. */
    readonly files?: Readonly<Record<string, string>>
    readonly close?: (() => Promise<void>) | undefined
  }>
}

/** Where the payload of the event lies, in the working directory. */
export const EVENT = 'event.json'

/** What the variables of the page are in a scenario of the stand-in. */
function variablesOf(product: ProductName, inputs: Record<string, string>): Record<string, string> {
  const given = inputs[`${product}-url`] ?? ''
  const { hostname = '', port = '' } = URL.parse(given) ?? {}
  const prefix = product.toUpperCase()
  return {
    [`${prefix}_URL`]: given.replace(/\/$/, ''),
    [`${prefix}_HOST`]: hostname,
    [`${prefix}_PORT`]: port,
    [`${prefix}_PAT`]: inputs['token'] ?? '',
    [`${prefix}_USER`]: inputs['username'] ?? '',
    JIRA_CA: inputs['ca-certificate'] ?? inputs['client-certificate'] ?? '',
  }
}

const worldOf = ({ name, product, setUp }: Scenario): World => ({
  name,
  async setUp() {
    const { inputs = {}, env = {}, event, close } = await setUp()
    return {
      env: { GITHUB_EVENT_PATH: EVENT, ...variablesOf(product, inputs), ...env },
      files: { [EVENT]: JSON.stringify(event ?? {}) },
      close,
    }
  },
})

/** Scenarios by their names, of Jira unless told otherwise. */
export const scenarios = (names: readonly string[], product: ProductName = 'jira'): World[] =>
  names.map((name) => {
    const found = scenariosByProduct[product].find((scenario) => scenario.name === name)
    if (found === undefined) throw new Error(`there is no scenario ${name} of ${product}`)
    return worldOf(found)
  })

/** Every scenario of a reason. */
export const reason = (name: string): World[] =>
  scenariosByProduct.jira.filter((one) => one.reason === name).map(worldOf)

/** A Jira that answers as told, and the right token. */
export const jira = (name: string, options: JiraOptions = {}, env: Record<string, string> = {}): World => ({
  name,
  async setUp() {
    const { product = 'jira', contextPath = '' } = options
    const { url, close } = await startJira(options)
    const base = url.slice(0, url.length - contextPath.length)
    const prefix = product.toUpperCase()
    return { env: { [`${prefix}_URL`]: base, [`${prefix}_PAT`]: goodToken, ...env }, close }
  },
})

/** No server at all. */
export const shell = (name: string, env: Record<string, string>, files: Record<string, string> = {}): World => ({
  name,
  setUp: async () => ({ env, files }),
})

const repository = 'octo-org/octo-repo'

/** GitHub's API with issues. */
export const issues = (name: string, options: Parameters<typeof startGitHubIssues>[0], prepare = false): World => ({
  name,
  async setUp() {
    const gitHub = await startGitHubIssues(options)
    if (prepare) gitHub.repository.add({ title: 'Token in JIRA_PAT_CI needs care', labels: [] })
    const env = { GITHUB_API_URL: gitHub.url, GITHUB_REPOSITORY: repository, GH_TOKEN: gitHub.token }
    return { env, close: gitHub.close }
  },
})

/**
 * GitHub's API with workflows in one state.
 *
 * @see https://docs.github.com/en/rest/actions/workflows#get-a-workflow
 */
export const workflows = (state: string): World => ({
  name: state,
  async setUp() {
    const act = ({ path }: { path: string }): Reply => ({
      body: { id: 161335, name: 'A workflow', path: `.github/workflows/${path.split('/').at(-1)}`, state },
    })
    const { url, close } = await startStoreServer({ name: 'github', now: Date.now, interfere: () => undefined, act })
    return { env: { GITHUB_API_URL: url, GITHUB_REPOSITORY: repository, GH_TOKEN: 'ghs_any' }, close }
  },
})

/** A Jira that keeps tokens and a GitHub that keeps secrets, both as a rotation has left them. */
export const rotation = (
  name: string,
  prepare: (world: RotationWorld) => void,
  policy: NonNullable<WorldOptions['policy']> = {},
): World => ({
  name,
  async setUp() {
    const world = await createWorld({ places: ['JIRA_PAT', 'env:production/JIRA_PAT'], policy })
    const held = world.tokens.plant({ name: 'release', createdDays: -80, expiresDays: 10, usedDays: -1 })
    for (const place of world.places) world.plantSecret(place, held.raw, -80)
    prepare(world)
    const env = {
      JIRA_URL: world.jiraUrl,
      JIRA_PAT: held.raw,
      GITHUB_API_URL: world.gitHubUrl,
      GITHUB_REPOSITORY: `${world.secrets.owner}/${world.secrets.repository}`,
      GH_TOKEN: world.secrets.token,
    }
    return { env, close: world.close }
  },
})

/** A list of one token, which is sound. */
export const list =
  'name: release\ndefaults:\n  jira-url: https://jira.example.com\ntokens:\n  - secret: JIRA_PAT_CI\n    owner: "@octocat"\n'

/** Where all is well: nothing that a section tells to look for may be seen there. */
export const healthy: World = {
  name: 'all is well',
  async setUp() {
    const world = await createWorld({ places: ['JIRA_PAT', 'env:production/JIRA_PAT'] })
    for (const place of world.places) world.plantSecret(place, goodToken, -80)
    const [confluence, bitbucket, jiraServer] = await Promise.all([
      startJira({ product: 'confluence' }),
      startJira({ product: 'bitbucket' }),
      startJira(),
    ])
    const { hostname, port } = new URL(jiraServer.url)
    const env = {
      JIRA_URL: jiraServer.url,
      JIRA_DOMAIN: jiraServer.url,
      JIRA_HOST: hostname,
      JIRA_PORT: port,
      JIRA_PAT: goodToken,
      JIRA_USER: 'svc-ci',
      JIRA_PASSWORD: goodToken,
      CONFLUENCE_URL: confluence.url,
      CONFLUENCE_PAT: goodToken,
      CONFLUENCE_USER: 'svc-ci',
      BITBUCKET_URL: bitbucket.url,
      BITBUCKET_PAT: goodBitbucketToken,
      GITHUB_API_URL: world.gitHubUrl,
      GITHUB_REPOSITORY: `${world.secrets.owner}/${world.secrets.repository}`,
      GH_TOKEN: world.secrets.token,
      GITHUB_EVENT_PATH: EVENT,
      GITHUB_ACTOR: 'octocat',
      GITHUB_RUN_ATTEMPT: '1',
      GITHUB_EVENT_NAME: 'schedule',
      JIRA_PAT_CI: tokenOf('ci'),
      CARE: '[]',
      DAYS: '80',
      EXPIRY: 'ok',
      ROTATION: 'created',
      VALUE: '30',
      RESULT: 'usable',
      CATEGORY: 'ok',
      REASON: 'authenticated',
    }
    const close = async () => {
      await Promise.all([world.close(), confluence.close(), bitbucket.close(), jiraServer.close()])
    }
    const files = { [EVENT]: '{"repository":{"default_branch":"main"}}', '.github/jira-tokens.yml': list }
    return { env, files, close }
  },
}
