import { alwaysLoaded } from './always-loaded.ts'
import { configuration } from './configuration.ts'
import type { Entry } from './entry.ts'
import { gates } from './gates.ts'
import { noConnection } from './no-connection.ts'
import type { Reason } from './reasons.ts'
import { rejection } from './rejection.ts'
import { rotation } from './rotation.ts'
import { unavailableAnswer } from './unavailable.ts'
import { unusableAnswer } from './unusable-answer.ts'

/** The words of every reason. Documentation is printed from them. */
export const catalogue = {
  authenticated: alwaysLoaded.authenticated,
  ...configuration,
  ...rejection,
  ...noConnection,
  ...unavailableAnswer,
  ...unusableAnswer,
  ...gates,
  ...rotation,
  'internal-error': alwaysLoaded['internal-error'],
} as const satisfies Readonly<Record<Reason, Entry>>
