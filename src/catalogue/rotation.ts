import type { Entry } from './entry.ts'

const BY_HAND_STORE = 'Store it in {places}, and put its name in <token-name>, so that the next run knows it.'

/** What can go wrong with making a new token in the place of an old one. What state things are in then, the afterword says. */
export const rotation = {
  'rotation-not-allowed': {
    when: 'the request for a new token is refused (401, 403, 404, a redirect to a login): this server does not let a token make tokens, or something in front of it keeps the request back; Bitbucket lets none',
    title: 'No token can be made with the token[ (HTTP {status})]',
    message: '{problem}.',
    cause: 'So it has to be renewed by hand.',
    remedy: [
      'Log in to {product} as {user}, and create a token that lives longer than this one: {tokenPage}.',
      BY_HAND_STORE,
      'Delete the old one some days later, when no job that was queued before can still need it.',
      '[Or ask {operator} to let POST requests for {path} through, where {product} itself would allow it.]',
    ],
  },
  'too-many-tokens': {
    when: 'the account has as many tokens as it may have (10 by default), those that have expired included',
    title: 'The account has too many {product} tokens',
    message: '{product} makes no further token for {user}, since the account has as many as it may have.',
    cause: 'Those that have expired count too, and of this family none could be deleted.',
    remedy: [
      'Log in to {product} as {user}, and delete tokens that nobody needs, expired ones first: {tokenPage}.',
      'Do not delete[ “{tokenName}”,] the one that is stored now.',
      'Run the rotation again. An account of its own for each rotated token keeps it from happening again.',
    ],
  },
  'token-life-refused': {
    when: 'this server makes no token that lives as long as `days` says (365 by default, less in many companies; no eternal ones), or one that ends before the old one',
    title: '{product} refuses the life of the new token',
    message: '{problem}.',
    remedy: [
      'Set <days> to a life that this {product} allows: the page for a new token shows the longest one ({tokenPage}), and its administrators know it.',
      'Run the rotation again.',
    ],
  },
  'secret-not-writable': {
    when: 'GitHub refuses to read about or to write one of the places: a permission is missing, the place does not exist, or the repository has moved',
    title: 'The secret cannot be written: {place}',
    message: '{problem}.',
    remedy: [
      '[Give <github-token> what it needs for {place}: {permission}. The job’s own GITHUB_TOKEN can never have it.]',
      '[The repository was renamed: start a new run there, under its new name, {newPlace}; outside GitHub Actions, set GITHUB_REPOSITORY to it. Set <name-prefix> to the present prefix then.]',
      'Check the names in <secret>: NAME for one of this repository, env:ENVIRONMENT/NAME, org:NAME.',
      'Run the rotation again: a run that writes some places and not others is put right by the next one.',
    ],
  },
  'new-token-not-proven': {
    when: 'whether a new token was made, or works, could not be shown: nothing was stored',
    title: 'The new {product} token could not be proven',
    message: '{problem}.',
    remedy: [
      'Run the rotation again: there is time, the old token still works.',
      '[Where it happens again, delete “{newToken}” in {product} first: no place holds it ({tokenPage}).]',
      'Where there is no time: create a token by hand, store it, and put its name in <token-name>.',
    ],
  },
  'secret-write-in-doubt': {
    when: 'whether a place was written is not known: the old and the new token are both kept',
    title: 'What the secret holds now is not known',
    message: '{problem}.',
    cause: 'No token that a place may hold was revoked, so that whatever it holds works.',
    remedy: [
      'Delete no token in {product}. Run the rotation again in an hour or later: it sees which token comes out of the store, and puts the rest right.',
      '[Where it stays red: create a token by hand, store it in {places}, and put its name in <token-name>.]',
    ],
  },
  'secret-shadowed': {
    when: 'the store does not hand out what was written to it: a secret of that name at a lower level hides it, somebody has changed it by hand, or a run that was killed has left a token behind',
    title: 'The stored token is not the one that comes out',
    message: '{problem}.',
    remedy: [
      '[Look where this workflow’s secret comes from: one of an environment hides one of the repository, which hides one of the organization. Name that place first in <secret>: now it is {ownPlace}.]',
      '[Look where the token of this run comes from: {ownStore} should have handed out “{newToken}”. What <store-command> writes has to be what this run is given.]',
      '[If somebody has put an older token into {ownPlace}: store “{newToken}” again, or delete it in {product} ({tokenPage}).]',
      '[If no place holds “{newToken}”, since a run was killed: delete it in {product} ({tokenPage}); the next run goes on.]',
      '[Delete by hand in {product} what has leaked of {tokenNames}, but store a new one first: {tokenPage}.]',
    ],
  },
  'successor-lost': {
    when: 'a new token was made and its value lost on the way, twice, or it could not be revoked: no place holds it',
    title: 'A new {product} token was made, and is lost',
    message: '{problem}.',
    cause: 'No place holds it, and nobody knows its value.',
    remedy: [
      '[Delete “{newToken}” in {product}: {tokenPage}.]',
      'Run the rotation again[. Where “{newToken}” was not deleted, the run does that itself, an hour from now at the earliest].',
    ],
  },
} as const satisfies Record<string, Entry>
