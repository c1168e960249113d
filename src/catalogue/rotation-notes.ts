import type { NoteEntry } from './note-entry.ts'

/** What a rotation says beside its verdict, as warnings. */
export const rotationNotes = {
  'rotation-rerun': {
    title: 'A re-run changes nothing',
    message: 'This is a re-run, which has the secret as it was when its first attempt was queued.',
    remedy: ['Start a new run in place of this one.'],
  },
  'rotation-ends-soon': {
    title: 'The token ends before its successor comes out of the store',
    message:
      'The token of this run ends within a day, and the store has not handed out its successor “{newToken}” yet.',
    remedy: ['Start a new run: if it gets the same token again, look where the secret of this workflow comes from.'],
  },
  'rotation-never-expires': {
    title: 'The new token never expires',
    message: 'A token that never expires is not replaced again by itself, and works for whoever gets hold of it.',
    remedy: ['Give <days> a number: a token that lives 90 days limits the harm if it leaks.'],
  },
  'rotation-short-life': {
    title: 'The tokens live very short',
    message:
      'A third of the life of this token is less than two days, which is all the time that there is to replace it.',
    remedy: ['Run the rotation once a day at least, or set <days> to more.'],
  },
  'rotation-doubt': {
    title: 'Which {product} token is stored is in doubt',
    message: 'It may be any of these: {tokenNames}, so that none is revoked.',
    remedy: [
      'Set <token-name> to the one that a person has stored by hand; where none has, to the name of the first one.',
      'Or wait: the next rotation, which comes in time for each of them, ends the doubt.',
      'An account of its own for each rotated token keeps it from happening again.',
    ],
  },
  'rotation-elder': {
    title: 'An old {product} token still lives',
    message: 'These were to be gone two weeks ago, but it could not be seen that nobody needs them: {tokenNames}.',
    remedy: ['Where nothing uses them any more, delete them in {product}: {tokenPage}.'],
  },
  'rotation-by-hand': {
    title: 'The first token has to be deleted by hand',
    message: 'The first token, “{tokenName}”, was made by a person, so it is not revoked without <token-name>.',
    remedy: ['Delete it in {product} some days from now, when all jobs have the new one: {tokenPage}.'],
  },
} as const satisfies Record<string, NoteEntry>
