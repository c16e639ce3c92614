import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { writeContent } from '@/lib/content'
import { rulewire } from '../../support/command-line'
import { source } from '../../support/content'
import { largeDossier, sizes } from './dossier'

/* The command line over the dossier of one size as a folder: `files.ts SIZE`. Prints the seconds of each verb. */

const folder = mkdtempSync(join(tmpdir(), 'rulewire-bench-'))
const records = largeDossier(sizes[process.argv[2] === 'tenth' ? 'tenth' : 'full'])
for (const [file, text] of writeContent({ sources: [source('kyodo-news')], dossiers: [records] })) {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), text)
}
const question = { case: { thing: 'thing-0-0-0', place: 'place-0-0-0', purpose: 'purpose-0-0-0' }, on: '2015-05-05' }

async function seconds(args: string[], input = ''): Promise<number> {
  const began = performance.now()
  const { code, stderr } = await rulewire(args, { RULEWIRE_DATA: join(folder, 'data') }, input)
  if (code !== 0) throw new Error(`${args[0]} ended with ${code}: ${stderr.slice(0, 1000)}`)
  return (performance.now() - began) / 1000
}

const said = {
  check: await seconds(['check', folder]),
  verdict: await seconds(
    ['verdict', join(folder, 'dossiers', 'large')],
    `${JSON.stringify(question)}\n`.repeat(10_000),
  ),
}
rmSync(folder, { recursive: true, force: true })
console.log(JSON.stringify(said))
