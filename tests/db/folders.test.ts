import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writeContent } from '@/lib/content'
import { rulewireHere } from '../support/command-line'
import { testDatabase } from '../support/database'
import { anyHand, writeFiles, writtenBy } from '../support/folders'
import { anyContent } from '../support/random/content'
import { filesUnder } from '../support/tree'

const { env, folder } = await testDatabase()
const run = (...args: string[]) => rulewireHere(args, env)

/** How many random dossiers; by hand many more. */
const dossiers = Math.min(80, Number(process.env.RULEWIRE_RUNS ?? 8))

test('what was imported is exported in the canonical form, byte for byte, and is then no change', async () => {
  const dir = join(folder, 'given')
  const out = join(folder, 'exported')
  await fc.assert(
    fc.asyncProperty(anyContent({ dossiers }), anyHand, async (content, hand) => {
      writeFiles(dir, writtenBy(hand, content))
      const { stderr, ...imported } = await run('import', dir, '--publish')
      expect(imported).toEqual({ code: 0, stdout: 'Published edition 1.\n' })
      // What is random is sound, and often doubtful: warnings, the lines that they mean, and the sum.
      for (const line of stderr.trimEnd().split('\n'))
        expect(line).toMatch(/^$|: warning: |^ +\d* \| |is sound, with \d+ warnings?\.$/)
      expect(await run('verify')).toMatchObject({ code: 0 })
      expect(await run('export', out)).toMatchObject({ code: 0, stderr: '' })
      const written = filesUnder(out, /./).map((file) => [file.slice(out.length + 1), readFileSync(file, 'utf8')])
      expect(Object.fromEntries(written)).toEqual(Object.fromEntries(writeContent(content)))
      expect(await run('import', out, '--publish')).toMatchObject({
        code: 0,
        stdout: expect.stringContaining('Nothing to publish'),
      })
    }),
    // All of them at once: a database begins only once.
    { numRuns: 1, endOnFailure: true },
  )
})
