import { readFileSync } from 'node:fs'
import { faults } from './faults.ts'
import {
  type Cell,
  faultCells,
  healthyCell,
  recoveryCells,
  silentCells,
  staleCells,
  suspendedCells,
  twinCells,
} from './matrix.ts'
import type { Running } from './play.ts'
import { type Start, starts } from './starts.ts'

/** A rule of the rotation that is broken, and where that shows. */
export interface Mutant {
  readonly name: string
  readonly file: string
  /** What stands in the file once, and what stands there instead. */
  readonly from: string
  readonly to: string
  readonly cells: (running: Running) => Promise<readonly Cell[]>
}

function startNamed(name: string): Start {
  const start = starts.find((one) => one.name === name)
  if (start === undefined) throw new Error(`no start is named ${name}`)
  return start
}

const healthy =
  (name: string): Mutant['cells'] =>
  async (running) => [healthyCell(startNamed(name), running)]

type CellsOf = (start: Start, running: Running) => readonly Cell[] | Promise<readonly Cell[]>

/** The cells of a start whose name matches. */
const some =
  (cellsOf: CellsOf, name: string, pattern: RegExp): Mutant['cells'] =>
  async (running) => {
    const cells = await cellsOf(startNamed(name), running)
    return cells.filter((cell) => pattern.test(cell.name.slice(name.length)))
  }

const resets = faults.filter(({ name }) => name === 'reset')
const condition = 'src/rotate/decide.ts'

/** The first three are what nobody may ever do; the test of them is in every run of the tests. */
export const mutants: readonly Mutant[] = [
  {
    name: 'revokes in the run that has written',
    file: 'src/rotate/replace.ts',
    from: "if (inputs.revoke === 'now') return",
    to: 'return',
    cells: healthy('due, two places'),
  },
  {
    name: 'writes the other places first',
    file: 'src/rotate/replace.ts',
    from: 'const own = await writeOwn(',
    to: 'const early = await writeOthers(task, made, bound)\n  if (early !== undefined) return endWith(early)\n  const own = await writeOwn(',
    cells: some(faultCells, 'due, two places', /SIGKILL after github PUT .*environments.*\/JIRA_PAT$/),
  },
  {
    name: 'sends the request for a new token again',
    file: 'src/rotate/jira-side.ts',
    from: 'const outcome = await change(token, request, CREATION_MS)',
    to: "let outcome = await change(token, request, CREATION_MS)\n      if (outcome.kind === 'no-answer') outcome = await change(token, request, CREATION_MS)",
    cells: some(faultCells, 'due, two places', /(?:reset|cut) after jira POST/),
  },
  {
    name: 'stores what is not proven',
    file: 'src/rotate/replace.ts',
    from: 'if (unproven !== undefined) return giveUp(task, made, unproven)',
    to: '',
    cells: healthy('due, where new tokens are not accepted'),
  },
  {
    name: 'writes however late it is',
    file: 'src/rotate/periods.ts',
    from: 'WRITING_MS = 10 * MINUTE_MS',
    to: 'WRITING_MS = 1e9 * MINUTE_MS',
    cells: some(suspendedCells, 'due, two places', /suspended for 25 hours after jira GET \S+myself \(2\)/),
  },
  {
    name: 'takes a new token that is being written for one that was never written',
    file: 'src/rotate/decide.ts',
    from: 'const isBeingWritten = youngest.ageMs < BEING_WRITTEN_MS + TOLERANCE_MS',
    to: 'const isBeingWritten = false',
    cells: some(twinCells, 'due, two places', /another run before github PUT \S+actions\/secrets\/JIRA_PAT$/),
  },
  {
    name: 'does not look at when places were written',
    file: 'src/rotate/place.ts',
    from: 'store.stamps.some((stamp) => isWrittenSince(stamp, createdAt))',
    to: 'false',
    cells: some(staleCells, 'due, on a Jira that shows no use', /a stale run/),
  },
  {
    name: 'heals before it makes a new token',
    file: 'src/rotate/decide.ts',
    from: 'if (isDue(head, plan, nowMs)) return',
    to: 'if (isDue(head, plan, nowMs) && (done.healed || !mayHeal(head) || !needsHealing(head, plan, nowMs))) return',
    cells: some(faultCells, 'due, places missing', /SIGKILL after jira POST/),
  },
  {
    name: 'takes the clock of Jira for its own',
    file: 'src/rotate/sighting.ts',
    from: 'shift(token, -(offsets.jira ?? 0))',
    to: 'shift(token, 0)',
    cells: some(staleCells, 'due, on a Jira that shows no use', /a stale run/),
  },
  {
    name: 'takes the clock of GitHub for its own',
    file: 'src/rotate/sighting.ts',
    from: 'stamp - (offsets.store ?? 0)',
    to: 'stamp',
    cells: some(staleCells, 'due, on a Jira that shows no use', /a stale run/),
  },
  {
    name: 'gives up what the first place may hold',
    file: 'src/rotate/replace.ts',
    from: "if (own.kind === 'in-doubt') return endWith(own.found)",
    to: "if (own.kind === 'in-doubt') return giveUp(task, made, own.found)",
    cells: some(faultCells, 'due, two places', /gone after github PUT \S+actions\/secrets\/JIRA_PAT$/),
  },
  {
    name: 'takes a refusal for one of all attempts',
    file: 'src/rotate/github-store.ts',
    from: "if (trouble.why === 'refused') return doubt ?? trouble",
    to: "if (trouble.why === 'refused') return trouble",
    cells: some(
      (start, running) => recoveryCells(start, { ...running, faults: resets }),
      'due, two places',
      /reset after github PUT \S+actions\/secrets\/JIRA_PAT, then 403 before request 1 /,
    ),
  },
  {
    name: 'forgets which repositories see a secret',
    file: 'src/rotate/github-store.ts',
    from: "if (facts.kind === 'done') access = facts.value.access",
    to: "if (facts.kind === 'done') access = NO_ACCESS",
    cells: healthy('due, three places'),
  },
  {
    name: 'takes another prefix for its own',
    file: 'src/verdict/family.ts',
    from: "return name.replace(SUFFIX, '') === prefix ?",
    to: 'return name.startsWith(prefix) ?',
    cells: healthy('revoking'),
  },
  {
    name: 'leaves a token whose value is lost',
    file: 'src/rotate/create.ts',
    from: 'if (await discard(task, name, entry.id, bound)) return undefined',
    to: 'if (name !== undefined) return undefined',
    cells: some(faultCells, 'due, two places', /cut after jira POST/),
  },
  {
    name: 'does not mask a new token',
    file: 'src/rotate/jira-side.ts',
    from: "if (creation.kind === 'made') onNewToken(creation.value)",
    to: '',
    cells: healthy('due'),
  },
  {
    name: 'never heals',
    file: 'src/rotate/decide.ts',
    from: 'if (!done.healed && mayHeal(head) && needsHealing(head, plan, nowMs))',
    to: 'if (done.healed && mayHeal(head) && needsHealing(head, plan, nowMs))',
    cells: healthy('half-written'),
  },
  {
    name: 'writes in a run that was started again',
    file: 'src/rotate/rotate.ts',
    from: 'if (inputs.isDryRun || inputs.attempt > 1)',
    to: 'if (inputs.isDryRun)',
    cells: some(silentCells, 'lost', /started again/),
  },
  {
    name: 'writes where it is only to look',
    file: 'src/rotate/rotate.ts',
    from: 'if (inputs.isDryRun || inputs.attempt > 1)',
    to: 'if (inputs.attempt > 1)',
    cells: some(silentCells, 'lost', /only looked at/),
  },
  {
    name: 'revokes what is to be left alone',
    file: condition,
    from: "'it is asked for': (_, __, { revoke }) => revoke === 'later'",
    to: "'it is asked for': () => true",
    cells: healthy('due, and nothing is to be revoked'),
  },
  {
    name: 'revokes though its own entry is in doubt',
    file: condition,
    from: '(_, { entry }) => entry.candidates.length === 1',
    to: '() => true',
    cells: healthy('revoking, were it not for a younger stranger'),
  },
  {
    name: 'revokes before the overlap is over',
    file: condition,
    from: 'overlapMs >= overlapDays * DAY_MS + TOLERANCE_MS,',
    to: 'overlapMs + overlapDays * DAY_MS >= 0,',
    cells: healthy('due'),
  },
  {
    name: 'revokes what is still used',
    file: condition,
    from: 'idleMs >= IDLE_MS + TOLERANCE_MS',
    to: 'idleMs + IDLE_MS >= 0',
    cells: healthy('revoking what somebody still uses'),
  },
]

/** @returns how often the text that a mutant replaces stands in the sources */
export function countPlaces({ file, from }: Mutant): number {
  return readFileSync(file, 'utf8').split(from).length - 1
}

/** Options for Node that put a mutant into the sources while they are loaded. */
export function mutate({ file, from, to }: Mutant): readonly string[] {
  const code = `
    import { registerHooks } from 'node:module'
    registerHooks({
      load(url, context, next) {
        const loaded = next(url, context)
        if (!url.endsWith(${JSON.stringify(`/${file}`)})) return loaded
        return { ...loaded, source: String(loaded.source).replace(${JSON.stringify(from)}, () => ${JSON.stringify(to)}) }
      },
    })`
  return [`--import=data:text/javascript,${encodeURIComponent(code)}`]
}
