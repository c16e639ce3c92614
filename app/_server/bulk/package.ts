import 'server-only'
import { makeSqliteNow } from '@/db/bulk/made-file'
import { rowsOf } from '@/db/bulk/rows'
import { plainLanguage } from '@/lib/addresses/names'
import {
  type DescribedEdition,
  type DescribedFile,
  describedFiles,
  fileNameOf,
  packageHead,
  resourceOf,
} from '@/lib/bulk/datapackage'
import type { Digest } from '@/lib/bulk/digests'
import { digestsOf } from '@/lib/bulk/forms'
import { tableForms } from '@/lib/bulk/names'
import { tables } from '@/lib/bulk/tables'
import { Turns } from '@/lib/bulk/turns'
import { say } from '@/lib/model'
import { parseSettings } from '@/lib/settings'
import type { AskedBulk } from './asked'
import { digestOf, digests } from './stream'

/** Files are read for the digests of one package at a time; whoever waits has its answer begun already, and holds next to nothing. */
const turns = new Turns(1000)

/** What names a file of an edition among the digests. */
export const digestName = ({ source, stampOf }: Pick<AskedBulk, 'source' | 'stampOf'>, file: DescribedFile): string =>
  `${source.place.root} ${source.dossier ?? ''} ${stampOf(file)} ${fileNameOf(file)}`

/** The digest of a file, worked out once, of a table together with those of its other forms; nothing of the file is kept. */
async function digestFor(asked: AskedBulk, file: DescribedFile, signal: AbortSignal): Promise<Digest> {
  const known = digests.get(digestName(asked, file))
  if (known) return known
  const { source } = asked
  if (file === 'sqlite') {
    const digest = await digestOf(
      (await makeSqliteNow(source, { dataDir: parseSettings(process.env).dataDir, signal })).pieces,
    )
    digests.put(digestName(asked, file), digest)
    return digest
  }
  const { table, form } = file
  const found = await digestsOf(tables[table], rowsOf(source, table), source.place)
  for (const each of tableForms) digests.put(digestName(asked, { table, form: each }), found[each])
  return found[form]
}

/** The descriptor of all files, each resource as soon as its digest is known: of a large site it takes as long as to read them all. */
export async function* packagePieces(asked: AskedBulk, signal: AbortSignal): AsyncGenerator<string> {
  const { source, site, edition } = asked
  const [dossier] = source.dossier === undefined ? [] : source.dossiers
  const described: DescribedEdition = {
    ...{ site, edition, root: source.place.root },
    dossier: dossier && { id: dossier.id, title: say(dossier.title, plainLanguage).text },
  }
  yield `${JSON.stringify(packageHead(described), null, 1).slice(0, -2)},\n "resources": [`
  for (const [at, file] of describedFiles.entries()) {
    signal.throwIfAborted()
    const digest = digests.get(digestName(asked, file)) ?? (await turns.take(() => digestFor(asked, file, signal)))
    yield `${at === 0 ? '' : ','}\n${JSON.stringify(resourceOf(described, file, digest))}`
  }
  yield '\n ]\n}\n'
}
