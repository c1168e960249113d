import { brokenAnswer } from './broken-answer.ts'
import { network } from './network.ts'
import { proxy } from './proxy.ts'
import { tls } from './tls.ts'

/** Every reason of the category `connection`. */
export const noConnection = { ...network, ...tls, ...proxy, ...brokenAnswer } as const
