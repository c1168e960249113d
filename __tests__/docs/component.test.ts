import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { inputsOfComponent, LEFT_OUT, writeComponent } from '../../scripts/docs/component.ts'
import { inputsOf } from '../../src/inputs/program.ts'
import { variableOf } from '../../src/inputs/words.ts'

/** What a component has besides the inputs of its program. */
const own = {
  check: ['commit', 'repository', 'token-variable', 'job-name', 'stage', 'image', 'rules'],
  watch: ['commit', 'repository', 'job-name', 'stage', 'image', 'rules'],
}

describe.each(['check', 'watch'] as const)('templates/%s.yml', (program) => {
  const text = readFileSync(`templates/${program}.yml`, 'utf8')
  const [{ spec }, jobs] = parseAllDocuments(text).map((one) => one.toJS())
  const [job] = Object.values<{ variables: Record<string, string>; script: string[] }>(jobs)
  const inputs: Record<string, { description: string; type: string; default?: unknown }> = spec.inputs

  it('is what the table of inputs says', () => {
    expect(writeComponent(text, program)).toBe(text)
  })

  it('takes every input of its program, or leaves it out on purpose', () => {
    const known = [...inputsOf(program).keys()]
    expect(known).toEqual(expect.arrayContaining([...LEFT_OUT[program]]))
    const wanted = known.filter((name) => !LEFT_OUT[program].includes(name))
    expect(Object.keys(inputs)).toEqual([...own[program], ...wanted])
  })

  it('takes nothing that may be a secret', () => {
    const secret = ['secret', 'headers']
    const taken = inputsOfComponent(program)
    expect(taken.filter(([name, row]) => secret.includes(row.kind) || name === 'client-key')).toEqual([])
  })

  it('describes and types each, and has a default for each but the commit', () => {
    for (const [name, { description, type, default: byDefault }] of Object.entries(inputs)) {
      expect(description, name).toMatch(/\S\.$/)
      if (name === 'commit') expect(byDefault).toBeUndefined()
      else if (type === 'array') expect(byDefault).toEqual([expect.any(Object)])
      else expect(typeof byDefault, name).toBe(type)
    }
  })

  it('hands each on by its variable, as a text and never in a script', () => {
    for (const [name] of inputsOfComponent(program)) {
      expect(job?.variables[variableOf(name)]).toBe(`$[[ inputs.${name} ]]`)
    }
    const inScript = [...(job?.script.join('\n').matchAll(/\$\[\[ inputs\.([\w-]+)/g) ?? [])].map(([, name]) => name)
    // Which its pattern keeps to a name.
    expect(inScript).toEqual(program === 'check' ? ['token-variable'] : [])
  })

  // GitLab puts inputs into the text before it reads that as YAML, and wants variables to be texts or numbers:
  // https://gitlab.com/gitlab-org/gitlab/-/blob/master/lib/gitlab/ci/config/interpolation/text_template.rb
  it('is a sound job after GitLab has put the inputs in, whatever they look like', () => {
    const given: Record<string, unknown> = { commit: `${'1'.repeat(20)}e${'2'.repeat(19)}`, 'fail-on': '!unavailable' }
    const filled = text.replace(/\$\[\[ inputs\.([\w-]+) \]\]/g, (_, name: string) => {
      const value = given[name] ?? inputs[name]?.default
      return typeof value === 'string' ? value : JSON.stringify(value)
    })
    const [, read] = parseAllDocuments(filled).map((one) => one.toJS())
    const [name = ''] = Object.keys(read)
    expect(name).toBe(inputs['job-name']?.default)
    expect(Object.values(read[name].variables).filter((value) => typeof value !== 'string')).toEqual([])
    expect(read[name]).toMatchObject({
      rules: inputs['rules']?.default,
      stage: 'test',
      image: 'node:24',
      variables: { JIRA_PAT_CHECK_COMMIT: given['commit'], JIRA_CHECK_FAIL_ON: '!unavailable' },
    })
    expect(read[name].script.filter((line: unknown) => typeof line !== 'string')).toEqual([])
  })

  it('cannot be written where it has no place for them', () => {
    expect(() => writeComponent(text.replace('# /variables', ''), program)).toThrow('no variables to be written')
  })
})

it('the list of examples names each, and none that there is not', () => {
  const page = readFileSync('examples/README.md', 'utf8')
  const listed = Array.from(page.matchAll(/^\| \[([\w./-]+)\]\(\1\)/gm), ([, name]) => name)
  const there = globSync('examples/**/*', { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'README.md')
    .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/').replace(/^.*?examples\//, ''))
  expect(listed.toSorted()).toEqual(there.toSorted())
})
