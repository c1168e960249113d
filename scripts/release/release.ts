/**
 * The steps of `.github/workflows/release.yml`, each of which can be run again: `check`, `draft FOLDER`,
 * `publish FOLDER ATTESTATION` and `npm FOLDER`. FOLDER gets the files of the release, made anew each time. The commit is
 * the one that is checked out; GitHub's own variables say which tag is meant. `GH_TOKEN` is the token, and `TAG_TOKEN` one
 * for tags, where there is one.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type AssetFile, readAssets, writeAssets } from './assets.ts'
import { createGitHub, type GitHub, ReleaseError } from './github.ts'
import { publishPackage, realNpm } from './npm.ts'
import { type Plan, planRelease } from './plan.ts'
import { draft, publish } from './publish.ts'

/** The name of the attestation among the files of a release. */
const ATTESTATION = 'attestation.jsonl'

const root = join(import.meta.dirname, '../..')

/** @throws ReleaseError where a variable is missing */
function variable(name: string): string {
  const value = process.env[name]
  if (!value) throw new ReleaseError(`${name} is not set: this is a step of .github/workflows/release.yml.`)
  return value
}

function readPlan(): Plan {
  const read = (name: string): string => readFileSync(join(root, name), 'utf8')
  const plan = planRelease(variable('GITHUB_REF_NAME'), read('package.json'), read('CHANGELOG.md'))
  if (typeof plan === 'string') throw new ReleaseError(plan)
  return plan
}

function git(...args: string[]): string {
  return execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim()
}

/** @throws ReleaseError where the commit is on no branch that is reviewed */
function expectReviewed({ tag, majorTag }: Plan, sha: string): void {
  const branches = git('branch', '--remotes', '--format=%(refname:short)', '--contains', sha).split('\n')
  if (branches.some((branch) => ['origin/main', `origin/releases/${majorTag}`].includes(branch))) return
  throw new ReleaseError(
    `${tag} is on neither main nor releases/${majorTag}: tag a commit that was merged, in a clone with all branches.`,
  )
}

function githubWith(token: string): GitHub {
  return createGitHub(variable('GITHUB_API_URL'), variable('GITHUB_REPOSITORY'), token)
}

async function run([step, folder = '', attestation = '']: readonly string[]): Promise<string> {
  const plan = readPlan()
  // The commit that is checked out, also where the tag is an annotated one.
  const sha = git('rev-parse', 'HEAD')
  if (step === 'check') {
    expectReviewed(plan, sha)
    return `${plan.tag} can be released${plan.isPreRelease ? ', as a pre-release' : ''}.`
  }
  const github = githubWith(variable('GH_TOKEN'))
  const tagger = githubWith(process.env['TAG_TOKEN'] || variable('GH_TOKEN'))
  writeAssets(root, folder)
  const files = readAssets(folder)
  switch (step) {
    case 'draft':
      return draft({ plan, sha, github, tagger, files })
    case 'publish':
      return publish({ plan, sha, github, tagger, files }, { name: ATTESTATION, bytes: readFileSync(attestation) })
    case 'npm':
      return publishPackage({ plan, github, npm: realNpm }, tarballOf(files), folder)
    default:
      throw new ReleaseError('There are the steps check, draft, publish and npm.')
  }
}

function tarballOf(files: readonly AssetFile[]): AssetFile {
  const tarball = files.find(({ name }) => name.endsWith('.tgz'))
  if (tarball === undefined) throw new ReleaseError('npm pack has written no file.')
  return tarball
}

try {
  console.log(await run(process.argv.slice(2)))
} catch (error) {
  // GitHub shows it at the top of the run; a line break would end the command.
  console.error(`::error::${String(error instanceof ReleaseError ? error.message : error).replaceAll(/\s+/g, ' ')}`)
  process.exitCode = 1
}
