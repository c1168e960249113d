/** Follows the message of any reason: that the token was proven good before, the attempts, the wait that was not made. */
export const afterword =
  '[ The same token had just been accepted for {provenUser}, and what failed is the question about {failedQuestion}.][ It was tried {attempts} times.][ The server asks to wait {wait}, which is longer than <timeout-seconds> leaves.][ {secretState}][ {newTokenState}][ {placesState}]'

/** The first step, where another product answered than the one that was asked. */
export const otherProductStep =
  '[It is {otherProduct} that answered: to check a token of it, give its address as {otherInput}; else correct <url>.]'

/** The last step to a new token: the rotation, of the products that have one. */
export const rotateStep = '[Or let {rotateAction} put a new one there, this time and from now on (docs/rotate.md).]'

/** The title where the token was accepted, and the next answer is as if it had not been, or as if another server sent it. */
export const contradictionTitle = '{product} accepts the token, but a question about {failedQuestion} fails'

/** What to do then. The likely cause of the reason is left out: it would doubt what has been proven. */
export const contradictionRemedy = [
  'Run the job again: if the identity is refused then, the token was revoked in between.',
  'If it fails here again, ask the operators of {host} to let requests for {askedPath} through like those for the identity.',
] as const
