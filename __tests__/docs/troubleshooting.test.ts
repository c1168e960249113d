import { execFile, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSymptoms, type Symptom } from '../../scripts/docs/symptoms.ts'
import { catalogue } from '../../src/catalogue/catalogue.ts'
import { notes } from '../../src/catalogue/notes.ts'
import { reasonTable } from '../../src/catalogue/reasons.ts'
import { words } from '../../src/products/jira/words.ts'
import { badToken, goodToken } from '../support/healthy.ts'
import { readPage } from './markdown.ts'
import { comparing, healthyWith, needingAnotherNetwork, worlds } from './symptom-worlds.ts'
import { healthy, type World } from './worlds.ts'

const path = 'docs/troubleshooting.md'
const text = readFileSync(path, 'utf8')
const symptoms = readSymptoms(text)

/** Lines of the log that say that all is well. */
const neverWarned = ['permissions-held', 'expiry-ok', 'expiry-never']

/** What a section tells to run, and what is then to be looked for. */
interface Proof {
  script: string
  /** Any of these, or all. */
  signs: string[]
  wantsAll: boolean
}

/** @throws where a section has no proof of that form */
function proofOf({ heading, text: section }: Symptom): Proof {
  const [, proof = ''] = /^\*\*Proof\.\*\*(.*?)^\*\*Remedy\.\*\*/ms.exec(section) ?? []
  const [, script] = /^```sh\n(.*?)^```$/ms.exec(proof) ?? []
  const [, look] = /^Look for ((?:`[^`]+`|[^`.:])+)/m.exec(proof) ?? []
  const signs = Array.from((look ?? '').matchAll(/`([^`]+)`/g), ([, sign = '']) => sign)
  if (script === undefined || look === undefined || signs.length === 0) throw new Error(`“${heading}” has no proof`)
  return { script, signs, wantsAll: /` and `/.test(look) }
}

describe('the page by which people find a symptom', () => {
  it('has forty of them at least, no two alike', () => {
    expect(symptoms.length).toBeGreaterThanOrEqual(40)
    expect(new Set(symptoms.map(({ heading }) => heading)).size).toBe(symptoms.length)
  })

  it.each(symptoms)('$heading: cause, proof and remedy, in this order', ({ text: section }) => {
    expect(section.match(/^\*\*\w+\.\*\*/gm)).toEqual(['**Cause.**', '**Proof.**', '**Remedy.**'])
    expect(section).toMatch(/^\*\*Cause\.\*\* \S/m)
    expect(section).toMatch(/^\*\*Remedy\.\*\*\s+\S/m)
  })

  it.each(symptoms)('$heading: a command, and what to look for', (symptom) => {
    expect(proofOf(symptom).script).not.toBe('')
  })

  it('has a section for every reason, and none for a reason that there is not', () => {
    const told = new Set(symptoms.flatMap(({ reasons }) => reasons))
    expect([...told].toSorted()).toEqual(Object.keys(reasonTable).toSorted())
  })

  it.each(Object.entries(catalogue))('%s: its title stands there as people see it', (reason, { title }) => {
    const filled = title.replace(/\{(\w+)\}/g, (all, name: string) => new Map(Object.entries(words)).get(name) ?? all)
    const pattern = filled
      .split(/(\[[^\]]*\]|\{\w+\})/)
      .map((part) => {
        if (part.startsWith('[')) return '.*'
        return part.startsWith('{') ? '.+' : RegExp.escape(part)
      })
      .join('')
    // No section tells of success alone: what is seen then is that something else fails.
    if (reason === 'authenticated') return expect(symptoms.some(({ reasons }) => reasons.includes(reason))).toBe(true)
    const headings = symptoms.filter(({ reasons }) => reasons.includes(reason)).map(({ heading }) => heading)
    return expect(headings).toContainEqual(expect.stringMatching(new RegExp(`^${pattern}$`)))
  })

  it.each(Object.keys(reasonTable).filter((reason) => reason !== 'authenticated'))(
    '%s: one section is its own, by an anchor that stays when a title changes',
    (reason) => {
      const own = symptoms.filter(({ id }) => id === reason)
      expect(own.map(({ reasons }) => reasons)).toEqual([expect.arrayContaining([reason])])
      expect(readPage(path).anchors).toContain(reason)
    },
  )

  it.each(Object.entries(notes).filter(([code]) => !neverWarned.includes(code)))(
    '%s: the title of the warning stands there',
    (_, { title }) => {
      const filled = title.replaceAll('{product}', 'Jira').replaceAll(/<([\w-]+)>/g, '$1')
      expect(text.replaceAll(/\s+/g, ' ')).toContain(filled)
    },
  )
})

const scripts = symptoms.map(proofOf).map(({ script }) => script)

describe('no proof tells a secret', () => {
  it('none gives one to a program as an argument', () => {
    // printf and echo are the shell's own: nobody sees their arguments. Of echo only what is counted or hashed is seen.
    const bare = scripts.map((script) =>
      script.replace(/printf (?:%s|'[^']*') "(?:\$\(printf %s "[^"]*" \| base64 \| tr -d '\\n'\)|[^"]*)" ?\|/g, ''),
    )
    const secret = /\$\{?(?:\w+_PAT|GH_TOKEN|JIRA_PASSWORD)\b/
    const lines = bare.flatMap((script) => script.split('\n')).filter((line) => secret.test(line))
    expect(
      lines.filter((line) => !/^case "\$\w+_PAT" in|^echo "\$\{#JIRA_PAT\}|\| sha256sum \| cut -c1-8/.test(line)),
    ).toEqual([])
  })

  it('none shows the headers of an answer to a token whole, which hold a session', () => {
    const asking = scripts.filter((script) => /Authorization: (?:Bearer|Basic)/.test(script))
    expect(asking.length).toBeGreaterThan(20)
    expect(asking.filter((script) => /curl[^|]* -(?:\w*[vi])\b/.test(script))).toEqual([])
    expect(asking.filter((script) => / -D - /.test(script) && !/\n? *grep -iE '\^\(/.test(script))).toEqual([])
  })

  it('none shows the password of a proxy', () => {
    expect(scripts.filter((script) => script.includes('--proxy ') && / -\w*v/.test(script))).toEqual([])
    expect(
      scripts.filter((script) => /\benv \|/.test(script) && !/\benv \| grep -i?oE? ?-?|grep -(?:ioE|oE)/.test(script)),
    ).toEqual([])
  })
})

const tools = ['bash', 'curl', 'openssl', 'jq', 'head', 'wc', 'sed', 'sha256sum']
const isRunnable = process.platform === 'linux' && tools.every((tool) => !spawnSync(tool, ['--version']).error)

/** Runs a proof in a world; standard output and error, as they came. */
async function run(world: World, script: string): Promise<string> {
  const directory = mkdtempSync(join(tmpdir(), 'jira-pat-check-symptom-'))
  const { env, files = {}, close } = await world.setUp()
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(directory, name)), { recursive: true })
      writeFileSync(join(directory, name), text)
    }
    symlinkSync(resolve('.'), join(directory, 'jira-pat-check'))
    const nodes = dirname(process.execPath)
    const environment = { HOME: directory, PATH: [nodes, process.env['PATH']].join(delimiter), ...env }
    // Long enough for a machine that is busy; only where nothing answers it is waited for.
    const quick = script.replaceAll('--max-time 30', '--max-time 4')
    return await new Promise((done) => {
      execFile('bash', ['--norc', '-c', quick], { env: environment, cwd: directory }, (_, stdout, stderr) =>
        done(stdout + stderr),
      )
    })
  } finally {
    await close?.()
    rmSync(directory, { recursive: true })
  }
}

describe('the proofs', { concurrent: true }, () => {
  it('each has a world that it is run in', () => {
    const named = [...Object.keys(worlds), ...needingAnotherNetwork]
    expect(named.toSorted()).toEqual(symptoms.map(({ anchor }) => anchor).toSorted())
  })

  const cases = symptoms.flatMap((symptom) =>
    (worlds[symptom.anchor] ?? []).map((world) => ({ heading: symptom.heading, name: world.name, world, symptom })),
  )

  it.skipIf(!isRunnable).each(cases)('$heading ($name) shows what it says', async ({ world, symptom }) => {
    const { script, signs, wantsAll } = proofOf(symptom)
    const output = await run(world, script)
    const seen = signs.filter((sign) => output.includes(sign))
    expect(seen, output).toEqual(wantsAll ? signs : expect.arrayContaining([expect.anything()]))
    for (const secret of [goodToken, badToken]) expect(output).not.toContain(secret)
  })

  const telling = symptoms.filter(({ anchor }) => !comparing.includes(anchor))

  it.skipIf(!isRunnable).each(telling)('$heading is not shown where all is well', async (symptom) => {
    const { script, signs, wantsAll } = proofOf(symptom)
    const output = await run(healthyWith[symptom.anchor] ?? healthy, script)
    const seen = signs.filter((sign) => output.includes(sign))
    expect(wantsAll && seen.length < signs.length ? [] : seen, output).toEqual([])
  })
})
