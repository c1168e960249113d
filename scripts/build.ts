/**
 * `npm run build`: TypeScript to `build/` by tsc, `build/` to one file in `dist/` by ncc. The dependencies bring more
 * comments and indentation than code, which Node would read at every start, so tsc drops the comments (licenses.txt
 * has the licences) and Biome formats the rest: readable, not minified.
 */
import { execFileSync } from 'node:child_process'
import { renameSync, rmSync } from 'node:fs'

const run = (bin: string, ...args: string[]): void => {
  execFileSync(process.execPath, [`node_modules/${bin}`, ...args], { stdio: ['ignore', process.stderr, 'inherit'] })
}

rmSync('build', { recursive: true, force: true })
// ncc cannot drive TypeScript 7 itself, so it gets JavaScript.
run('typescript/bin/tsc', '--project', 'tsconfig.build.json')
run('@vercel/ncc/dist/ncc/cli.js', 'build', 'build/index.js', '--out', 'build/ncc', '--license', 'licenses.txt')
run('typescript/bin/tsc', '--project', 'tsconfig.bundle.json')
run(
  '@biomejs/biome/bin/biome',
  'format',
  '--config-path',
  'scripts/biome.bundle.json',
  '--write',
  'build/bundle/index.js',
)
renameSync('build/bundle/index.js', 'build/ncc/index.js')
rmSync('dist', { recursive: true, force: true })
renameSync('build/ncc', 'dist')
