/**
 * `npm run build`: TypeScript to `build/` by tsc, each program of `build/`, and each part of it that is loaded by itself, to one file in `dist/` by ncc. The
 * dependencies bring more comments and indentation than code, which Node would read at every start, so tsc drops the
 * comments (licenses.txt has the licences) and Biome formats the rest: readable, not minified.
 */
import { execFileSync } from 'node:child_process'
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { compileEagerly } from './eager.ts'
import { joinLicences } from './licences.ts'
import { bundles } from './programs.ts'

const run = (bin: string, ...args: string[]): void => {
  execFileSync(process.execPath, [`node_modules/${bin}`, ...args], { stdio: ['ignore', process.stderr, 'inherit'] })
}

rmSync('build', { recursive: true, force: true })
// ncc cannot drive TypeScript 7 itself, so it gets JavaScript.
run('typescript/bin/tsc', '--project', 'tsconfig.build.json')
mkdirSync('build/ncc')
shakeable('@actions/core')
shakeable('@actions/http-client')
// Its modules for browsers are ES modules, those for Node are not.
shakeable('yaml', { exports: './browser/dist/index.js', type: 'module' })
// No request is left to it: see there.
cpSync('vendor/tunnel', 'build/node_modules/tunnel', { recursive: true })
for (const [name, entry] of bundles) {
  const out = `build/ncc-${name}`
  run('@vercel/ncc/dist/ncc/cli.js', 'build', `build/${entry}.js`, '--out', out, '--license', 'licenses.txt')
  writeFileSync(`build/ncc/${name}.js`, loadBuiltinsLate(readFileSync(`${out}/index.js`, 'utf8')))
}
run('typescript/bin/tsc', '--project', 'tsconfig.bundle.json')
run('@biomejs/biome/bin/biome', 'format', '--config-path', 'scripts/biome.bundle.json', '--write', 'build/bundle')
// A bundle without any package has no such file.
const licences = bundles
  .map(([name]) => `build/ncc-${name}/licenses.txt`)
  .filter(existsSync)
  .map((path) => readFileSync(path, 'utf8'))
writeFileSync('build/bundle/licenses.txt', joinLicences(licences))
copyFileSync('build/ncc-index/package.json', 'build/bundle/package.json')
rmSync('dist', { recursive: true, force: true })
cpSync('build/bundle', 'dist', { recursive: true })
for (const [name] of bundles) rewrite(name, toAscii)
// What stands in front of every pipeline has to start soon.
rewrite('index', (bundle) => compileEagerly(bundle, JSON.parse(readFileSync('scripts/eager.json', 'utf8'))))

/**
 * Has modules of Node's own loaded where they are first used, and not all at the start: a check over http has no need of TLS.
 * @param bundle as ncc writes it
 */
function loadBuiltinsLate(bundle: string): string {
  const late = `
const loadBuiltin = process.getBuiltinModule ?? (await import('node:module')).createRequire(import.meta.url)
function builtin(name) {
  let loaded
  return new Proxy({}, { get: (_, property) => (loaded ??= loadBuiltin(name))[property] })
}
`
  return (
    bundle
      // These are asked for when they are wanted.
      .replaceAll(
        'module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)(',
        'module.exports = loadBuiltin(',
      )
      .replaceAll('__WEBPACK_EXTERNAL_createRequire(import.meta.url)(', 'builtin(')
      .replaceAll(/__nccwpck_require__\.t\((external_\w+), 2\)/g, '$1')
      .replace(/^import \{ createRequire as __WEBPACK_EXTERNAL_createRequire \} from .*$/m, late)
      // Where assets would be, of which there are none.
      .replace(/^.*__nccwpck_require__\.ab = .*$/m, '')
  )
}

function rewrite(name: string, change: (bundle: string) => string): void {
  writeFileSync(`dist/${name}.js`, change(readFileSync(`dist/${name}.js`, 'utf8')))
}

/** Escapes what is not ASCII, in strings and patterns: a text with one such character takes twice the memory in V8. */
function toAscii(bundle: string): string {
  return bundle.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/**
 * Has ncc leave out what nobody uses of a package that does not say itself that it may: its modules only define things.
 * @param otherwise what its package.json is to say besides
 */
function shakeable(name: string, otherwise: Readonly<Record<string, string>> = {}): void {
  const copy = `build/node_modules/${name}`
  cpSync(`node_modules/${name}`, copy, { recursive: true })
  const described = JSON.parse(readFileSync(`${copy}/package.json`, 'utf8'))
  writeFileSync(`${copy}/package.json`, JSON.stringify({ ...described, ...otherwise, sideEffects: false }))
}
