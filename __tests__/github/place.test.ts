import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isFinding } from '../../src/catalogue/finding.ts'
import { describePlace, type Place, parsePlaces, rehearsalOf } from '../../src/github/place.ts'
import { secretPath } from '../../src/github/secret-path.ts'
import { withSeed } from '../properties/reproducible.ts'

const repository = { owner: 'octo-org', name: 'hello.world' }

describe('the places of a secret', () => {
  it.each<[text: string, places: Place[]]>([
    ['JIRA_PAT', [{ kind: 'repository', name: 'JIRA_PAT' }]],
    ['jira_pat', [{ kind: 'repository', name: 'JIRA_PAT' }]],
    ['org:JIRA_PAT', [{ kind: 'organization', name: 'JIRA_PAT' }]],
    ['env:production/JIRA_PAT', [{ kind: 'environment', environment: 'production', name: 'JIRA_PAT' }]],
    ['env:My Environment / JIRA_PAT', [{ kind: 'environment', environment: 'My Environment', name: 'JIRA_PAT' }]],
    ['env:eu/west:1/JIRA_PAT', [{ kind: 'environment', environment: 'eu/west:1', name: 'JIRA_PAT' }]],
    [
      '  A, org:A\r\n\n env:a b/A ,,\n_B1\n',
      [
        { kind: 'repository', name: 'A' },
        { kind: 'organization', name: 'A' },
        { kind: 'environment', environment: 'a b', name: 'A' },
        { kind: 'repository', name: '_B1' },
      ],
    ],
    [
      'env:.github/A\n\nenv:...x/A',
      [
        { kind: 'environment', environment: '.github', name: 'A' },
        { kind: 'environment', environment: '...x', name: 'A' },
      ],
    ],
    [`env:${'a'.repeat(255)}/A`, [{ kind: 'environment', environment: 'a'.repeat(255), name: 'A' }]],
    ['', []],
    [' \n, ', []],
  ])('are read from %j', (text, places) => {
    expect(parsePlaces(text, 'secret')).toEqual(places)
  })

  it.each([
    ['GITHUB_PAT', 1, 'has a name that begins with GITHUB_, which GitHub keeps for itself'],
    ['1org:A', 1, 'has a sign in its name other than letters, digits and underscores'],
    ['A\ngithub_pat', 2, 'has a name that begins with GITHUB_, which GitHub keeps for itself'],
    ['A, B, 1A', 3, 'has a name that begins with a digit'],
    ['JIRA-PAT', 1, 'has a sign in its name other than letters, digits and underscores'],
    ['MTIzNDU2Nzg5MDEyOq+geheim=', 1, 'has a sign in its name other than letters, digits and underscores'],
    ['production/JIRA_PAT', 1, 'has a slash in it, but does not begin with env:'],
    ['org:acme/JIRA_PAT', 1, 'has a slash in it, but does not begin with env:'],
    ['environment:production/JIRA_PAT', 1, 'begins with something else than env: or org:'],
    ['Env:production/JIRA_PAT', 1, 'begins with something else than env: or org:'],
    ['env:JIRA_PAT', 1, 'names no environment: env:ENVIRONMENT/NAME'],
    ['env: /JIRA_PAT', 1, 'names no environment: env:ENVIRONMENT/NAME'],
    ['env:../JIRA_PAT', 1, 'names an environment that there cannot be'],
    ['env:a\u0007/JIRA_PAT', 1, 'names an environment that there cannot be'],
    ['env:a\ud800/JIRA_PAT', 1, 'names an environment that there cannot be'],
    [`env:${'a'.repeat(256)}/JIRA_PAT`, 1, 'names an environment that there cannot be'],
    ['env:production/', 1, 'names no secret'],
    ['org:', 1, 'names no secret'],
    ['A, a', 2, 'names a secret once more'],
    ['env:Production/A, B, env:production/a', 3, 'names a secret once more'],
  ])('are not read from %j: entry %i %s', (text, number, problem) => {
    const found = parsePlaces(text, 'secret')
    expect(found).toMatchObject({
      kind: 'finding',
      reason: 'input-invalid',
      facts: {
        input: 'secret',
        problem: `holds an entry, number ${number}, that ${problem}`,
        accepts: 'NAME, env:ENVIRONMENT/NAME and org:NAME, one per line or separated by commas',
      },
    })
    expect(JSON.stringify(found)).not.toContain('geheim')
  })

  const names = fc.stringMatching(/^[A-Z_][A-Z0-9_]{0,20}$/).filter((name) => !name.startsWith('GITHUB_'))
  const environments = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
    .filter((text) => text === text.trim() && !/^\.{1,2}$|[\p{Cc}\p{Surrogate},\r\n]/u.test(text) && text.length <= 255)
  const places: fc.Arbitrary<Place> = fc.oneof(
    fc.record({ kind: fc.constant('repository' as const), name: names }),
    fc.record({ kind: fc.constant('organization' as const), name: names }),
    fc.record({ kind: fc.constant('environment' as const), name: names, environment: environments }),
  )

  it(withSeed('are read back as they are described'), () => {
    fc.assert(
      fc.property(fc.uniqueArray(places, { selector: (place) => describePlace(place).toLowerCase() }), (list) => {
        for (const separator of ['\n', ', ', '\r\n', ' ,\n']) {
          expect(parsePlaces(list.map(describePlace).join(separator), 'secret')).toEqual(list)
        }
      }),
    )
  })

  it(withSeed('have their path in the API whatever they are called'), () => {
    fc.assert(
      fc.property(places, (place) => {
        const path = secretPath(place, repository, 'secret')
        const { pathname, search, hash } = new URL(`https://api.github.com${path}`)
        expect(pathname).toBe(path)
        expect(search + hash).toBe('')
        const depth = { repository: 7, organization: 6, environment: 8 }[place.kind]
        expect(path.split('/')).toHaveLength(depth)
        expect(path.endsWith(`/secrets/${place.name}`)).toBe(true)
        if (place.kind === 'environment') expect(decodeURIComponent(path.split('/')[5] ?? '')).toBe(place.environment)
      }),
    )
  })

  it(withSeed('are read, or found at fault, whatever stands there'), () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const parsed = parsePlaces(text, 'secret')
        if (isFinding(parsed)) expect(parsed.reason).toBe('input-invalid')
        else for (const place of parsed) expect(secretPath(place, repository, 'secret')).toMatch(/^[\x21-\x7e]+$/)
      }),
    )
  })
})

it('a rehearsal is a secret beside the one that is meant', () => {
  expect(rehearsalOf({ kind: 'environment', environment: 'e', name: 'JIRA_PAT' }, '01ab23cd')).toEqual({
    kind: 'environment',
    environment: 'e',
    name: 'JIRA_PAT_REHEARSAL_01AB23CD',
  })
})

it.each([
  [{ kind: 'repository', name: 'A' }, 'key', '/repos/octo-org/hello.world/actions/secrets/public-key'],
  [{ kind: 'repository', name: 'A' }, 'secret', '/repos/octo-org/hello.world/actions/secrets/A'],
  [
    { kind: 'environment', name: 'A', environment: 'eu/west 1 %' },
    'secret',
    '/repos/octo-org/hello.world/environments/eu%2Fwest%201%20%25/secrets/A',
  ],
  [
    { kind: 'environment', name: 'A', environment: 'ü' },
    'key',
    '/repos/octo-org/hello.world/environments/%C3%BC/secrets/public-key',
  ],
  [{ kind: 'organization', name: 'A' }, 'key', '/orgs/octo-org/actions/secrets/public-key'],
  [{ kind: 'organization', name: 'A' }, 'access', '/orgs/octo-org/actions/secrets/A/repositories'],
] as const)('the path of %o: %s is %s', (place, what, path) => {
  expect(secretPath(place, repository, what)).toBe(path)
})
