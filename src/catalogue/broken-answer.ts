import type { Entry } from './entry.ts'

/** What comes and is no whole HTTP answer. */
export const brokenAnswer = {
  'not-http': {
    when: 'what answered does not speak HTTP',
    title: 'What answered does not speak HTTP',
    message: 'What listens at {host} answered, but not with HTTP[ ({detail})].',
    remedy: ['Check the scheme and port in <url>.'],
  },
  'malformed-response': {
    when: 'a status line came, and then something against the rules of HTTP; the message says what',
    title: 'The answer breaks the rules of HTTP',
    message: '{host} answered, but against the rules of HTTP[: {detail}].',
    cause: 'Such an answer proves nothing.',
    remedy: [
      'Ask the operators of {host} to mend it: most often a gateway, a proxy or an app in front of {product} writes such an answer.',
    ],
  },
  'response-cut': {
    when: 'the answer ended early',
    title: 'The answer of {product} was cut short',
    message: '{host} closed the connection in the middle of its answer.',
    cause: 'What came of it proves nothing.',
    remedy: [
      'Run the job again.',
      'If it happens again, ask the operators of {host} about limits of the load balancer or proxy in front of {product}.',
    ],
  },
  'response-too-large': {
    when: 'more than 1 MiB; the rest is not read',
    title: 'The answer is far too large',
    message: 'The answer of {host} is larger than {product} ever sends here (over 1 MiB, or over 16 KiB of headers).',
    cause: 'Something other than {product} answered.',
    remedy: ['Check that <url> is the base URL of {product}, and not of something else.'],
  },
} as const satisfies Record<string, Entry>
