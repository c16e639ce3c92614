import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { readContent, writeContent } from '@/lib/content'
import { anyHand, writeFiles, writtenBy } from '../../support/folders'
import { anyContent } from '../../support/random/content'

const folder = mkdtempSync(join(tmpdir(), 'rulewire-folders-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const dir = join(folder, 'content')

/** How many random folders; by hand many more. */
const numRuns = Number(process.env.RULEWIRE_RUNS ?? 40)

test('a sound folder is read as what it says, whoever wrote it, and written in the canonical form', async () => {
  await fc.assert(
    fc.asyncProperty(anyContent({ dossiers: 2 }), anyHand, async (content, hand) => {
      writeFiles(dir, writtenBy(hand, content))
      const read = await readContent(dir)
      expect(read).toMatchObject({ ok: true })
      if (!read.ok) return
      expect(read.content).toEqual(content)
      const canonical = writeContent(content)
      expect([...writeContent(read.content)]).toEqual([...canonical])
      writeFiles(dir, canonical)
      const again = await readContent(dir)
      expect(again.ok && again.content).toEqual(content)
    }),
    { numRuns, endOnFailure: true },
  )
}, 3_600_000)
