/** `npm run build`: TypeScript to `build/` by tsc, `build/` to one file in `dist/` by ncc. */
import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'

const run = (bin: string, ...args: string[]): void => {
  execFileSync(process.execPath, [`node_modules/${bin}`, ...args], { stdio: ['ignore', 'ignore', 'inherit'] })
}

rmSync('build', { recursive: true, force: true })
rmSync('dist', { recursive: true, force: true })
// ncc cannot drive TypeScript 7 itself, so it gets JavaScript.
run('typescript/bin/tsc', '--project', 'tsconfig.build.json')
run('@vercel/ncc/dist/ncc/cli.js', 'build', 'build/index.js', '--out', 'dist', '--license', 'licenses.txt')
