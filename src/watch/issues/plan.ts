import { isRefusal } from '../../github/refusal.ts'
import { decide, type Step } from './decide.ts'
import { hashOf } from './identity.ts'
import { issuesOf, type Ours, readNewestSaid } from './search.ts'
import type { ListFacts, Subject } from './subject.ts'
import type { Work } from './work.ts'

/** What a subject's issues need. */
export interface Plan {
  readonly subject: Subject
  readonly steps: readonly Step[]
}

/** The comments of so many issues are read side by side. */
const SIDE_BY_SIDE = 4

/** Reads what people were told, and decides for each subject. Whose comments cannot be read is left alone, and noted. */
export async function planAll(subjects: readonly Subject[], ours: Ours, work: Work): Promise<readonly Plan[]> {
  const plans: Plan[] = []
  const waiting = [...subjects.entries()]
  const planNext = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [at, subject] = next
      plans[at] = { subject, steps: await planOne(subject, ours, work) }
    }
  }
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, planNext))
  return plans
}

async function planOne(subject: Subject, ours: Ours, { issues, trouble, clock }: Work): Promise<readonly Step[]> {
  const { seen } = subject
  if (seen === 'unseen') return []
  const open = issuesOf(subject, ours.open)
  const first = open[0]?.issue
  const said = first === undefined || first.comments === 0 ? undefined : await readNewestSaid(issues, first)
  if (said !== undefined && isRefusal(said)) {
    trouble.note('read', said, first?.number)
    return []
  }
  return decide(seen, { open, closed: issuesOf(subject, ours.closed), said }, clock.now())
}

/** What has an issue and is in the list no more: of those all that is known is a hash. */
export function goneFrom(ours: Ours, subjects: readonly Subject[], list: ListFacts): readonly Subject[] {
  // A token whose server nobody could tell, though the list may name it, hides which servers have left.
  const isHidden = ({ tokens }: Subject): boolean =>
    tokens.some(({ baseUrl, reason }) => baseUrl === null && reason !== 'url-missing' && reason !== 'url-invalid')
  if (!list.isRead || list.unsound !== undefined || subjects.some(isHidden)) return []
  const listHash = hashOf(list.name ?? list.path ?? '')
  const otherList = hashOf(list.path ?? list.name ?? '')
  const known = new Set(subjects.map(({ identity }) => identity))
  // Of another list, too: of the subject's own none is found there.
  const identities = [...ours.open, ...ours.closed]
    .map(({ marked: { marker } }) => marker)
    .map(({ identity }) => identity)
    .filter((identity) => !known.has(identity))
  return [...new Set(identities)].map((identity) => {
    return { kind: 'token', name: '', list: listHash, otherList, identity, seen: 'gone', tokens: [] }
  })
}
