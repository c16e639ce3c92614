import 'server-only'
import { makeSqlite } from '@/db/bulk/made-file'
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
import { Turns } from '@/lib/bulk/turns'
import { say } from '@/lib/model'
import type { AskedBulk } from './asked'
import { digestOf, digests, piecesOf } from './stream'

/** Of how many packages files are read at a time, to work out their digests, and how many wait. */
const turns = new Turns(8)

/** What names a file of an edition among the digests. */
export const digestName = ({ source, stampOf }: Pick<AskedBulk, 'source' | 'stampOf'>, file: DescribedFile): string =>
  `${source.place.root} ${source.dossier ?? ''} ${stampOf(file)} ${fileNameOf(file)}`

/** The digest of a file, worked out once; nothing of the file is kept. */
async function digestFor(asked: AskedBulk, file: DescribedFile, signal: AbortSignal): Promise<Digest> {
  const name = digestName(asked, file)
  const known = digests.get(name)
  if (known) return known
  const { source } = asked
  const pieces = file === 'sqlite' ? (await makeSqlite(source, signal)).pieces : piecesOf(source, file)
  const digest = await digestOf(pieces)
  digests.put(name, digest)
  return digest
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
