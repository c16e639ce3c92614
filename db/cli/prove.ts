import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { usualZipBounds, withUnpacked, ZipRefusedError } from '@/lib/porting/unpack'
import { checkCitation } from '@/lib/signing/citation'
import { digestOf } from '@/lib/signing/digest'
import { Download } from '@/lib/signing/download'
import { type PublicKey, publicKeysIn } from '@/lib/signing/key'
import { leafOf } from '@/lib/signing/leaf'
import { checkProof, type Proof, ProofFaultError, type Proven, proofFile, readProof } from '@/lib/signing/proof'
import { readArgs, type Verb, VerbRefusedError } from './verb'

/** A zip begins so. */
const zipMark = 'PK'
const zipBounds = { files: 500_000, bytes: 4 * usualZipBounds.bytes }

/** What is to be proven, and with which keys; null: with the one that came along. */
interface Asked {
  file: string
  proof: string | undefined
  trusted: PublicKey[] | null
}

export const proveVerb: Verb = {
  usage: 'prove FILE [--proof FILE] [--key FILE]',
  summary: `check without a network that FILE is what was published and signed, byte by byte: a download (a zip, or the folder of it,
      with ${proofFile} in it), a citation, or a file of one record, with the proof that /api/v1/proof gives for it;
      without --proof that is FILE.${proofFile}. --key is the public key of the site, which else comes with the proof`,
  async run(args, { out }) {
    const { positionals, values } = readArgs(args, ['FILE'], { proof: { type: 'string' }, key: { type: 'string' } })
    const [file = ''] = positionals
    const asked: Asked = { file, proof: values.proof, trusted: values.key === undefined ? null : keysIn(values.key) }
    const { proven, lines } = await proveFile(asked)
    const { statement, key } = proven
    out(`${file}: as it was published.`)
    for (const line of lines) out(line)
    out(
      `Edition ${statement.edition}${statement.site === null ? '' : ` of ${statement.site}`}, ${statement.time}, ${statement.records} records.`,
    )
    out(`Signed with the key ${key.kid}.`)
    if (asked.trusted === null)
      out('That key came with the proof: hold it against the one that the site names, or give it with --key.')
    return 0
  },
}

interface Found {
  proven: Proven
  lines: string[]
}

async function proveFile({ file, proof, trusted }: Asked): Promise<Found> {
  const about = statSync(file, { throwIfNoEntry: false })
  if (!about) throw new VerbRefusedError(`There is no ${file}.`)
  if (about.isDirectory()) return proveFolder(file, proof ?? join(file, proofFile), trusted)
  const bytes = readFileSync(file)
  if (!bytes.subarray(0, 2).equals(Buffer.from(zipMark)))
    return proveOne(bytes, file, proof ?? `${file}.${proofFile}`, trusted)
  try {
    return await withUnpacked(bytes, async (dir) => proveFolder(dir, proof ?? join(dir, proofFile), trusted), zipBounds)
  } catch (error) {
    throw error instanceof ZipRefusedError
      ? new VerbRefusedError(`${file}: is no zip as it is given out (${error.fault}).`)
      : error
  }
}

/** A download: all of its files together. */
function proveFolder(dir: string, proofAt: string, trusted: PublicKey[] | null): Found {
  const proof = proofIn(proofAt)
  const download = new Download()
  for (const name of filesBelow(dir)) blaming(name, () => download.take(name, readFileSync(join(dir, name))))
  const proven = blaming('The download is not what was published', () => checkProof(proof, download.records(), trusted))
  return { proven, lines: [saidWhole(proven)] }
}

const filesBelow = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(dir, '/').length).replaceAll('\\', '/'))
    .filter((name) => name !== proofFile)

const saidWhole = ({ isAll, whole }: Proven): string =>
  isAll
    ? 'Nothing is left out: these are all records of the edition.'
    : whole.length > 0
      ? `Nothing is left out of ${whole.join(', ')}.`
      : 'These are some of the records of the edition.'

/** A file of one record, or a citation: the records that it rests on come with the proof. */
function proveOne(bytes: Buffer, file: string, proofAt: string, trusted: PublicKey[] | null): Found {
  const proof = proofIn(proofAt)
  const { records = [] } = proof
  if (records.length === 0)
    throw new VerbRefusedError(`${proofAt}: is the proof of a download, and holds no record by itself.`)
  const hashed = records.map(({ files, ...key }) => ({
    ...key,
    hash: leafOf(
      key,
      files.map(({ file: name, text }) => ({ file: name, digest: digestOf(text) })),
    ),
  }))
  const proven = blaming(`${proofAt} does not hold`, () => checkProof(proof, hashed, trusted))
  const own = records.find(({ files }) => files.some(({ text }) => Buffer.from(text).equals(bytes)))
  if (own)
    return { proven, lines: [`It is of the ${own.kind} ${own.id}${own.dossier === '' ? '' : ` in ${own.dossier}`}.`] }
  blaming(file, () => checkCitation(bytes.toString(), proof, proven.statement))
  return { proven, lines: ['It is a citation of records as they were published.'] }
}

function proofIn(file: string): Proof {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile())
    throw new VerbRefusedError(`There is no proof at ${file}: name it with --proof.`)
  return blaming(file, () => readProof(readFileSync(file, 'utf8')))
}

function keysIn(file: string): PublicKey[] {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) throw new VerbRefusedError(`There is no key at ${file}.`)
  const keys = publicKeysIn(readFileSync(file, 'utf8'))
  if (keys.length === 0)
    throw new VerbRefusedError(
      `${file} holds no public key: PEM, a JWK, or what /.well-known/rulewire-key.json of the site gives.`,
    )
  return keys
}

/** Says what a fault is a fault of. */
function blaming<T>(what: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw error instanceof ProofFaultError ? new VerbRefusedError(`${what}: ${error.message}.`) : error
  }
}
