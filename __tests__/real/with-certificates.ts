import { it as base } from 'vitest'
import { type Certificates, makeCertificates } from './certificates.ts'
import { makeDirectory } from './directory.ts'

/** `it` with certificates, which are made once for each file of tests. */
export const it = base.extend<{ made: Certificates }>({
  made: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest takes from the pattern what else a fixture needs
    async ({}, use) => {
      const directory = await makeDirectory()
      await use(await makeCertificates(directory.path))
      await directory.remove()
    },
    { scope: 'file' },
  ],
})
