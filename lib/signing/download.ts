import { listFiles } from '@/lib/content/write'
import { type RecordKind, siteId } from '@/lib/model'
import { digestOf } from './digest'
import { type FileDigest, leafOf, type SignedKey } from './leaf'
import { type HashedRecord, ProofFaultError } from './proof'

const listKinds = new Map(Object.entries(listFiles).map(([kind, file]) => [file, kind as keyof typeof listFiles]))
const noRecords = '[]\n'

/** The records of a download, file by file as they stand there: nothing of it is read but where one record of a list ends. */
export class Download {
  private readonly found = new Map<string, { key: SignedKey; files: FileDigest[] }>()

  /** Takes a file by its path below the content folder. Throws `ProofFaultError` for one that no edition holds. */
  take(file: string, bytes: Buffer): void {
    const list = listOf(file)
    if (list) {
      for (const piece of piecesOf(file, bytes)) this.add({ ...list, id: idOf(file, piece) }, file, piece)
      return
    }
    const key = keyOf(file)
    if (!key) throw new ProofFaultError('no edition holds such a file')
    this.add(key, file, bytes)
  }

  /** The records so far, each by the hash of all its files. */
  records(): HashedRecord[] {
    return [...this.found.values()].map(({ key, files }) => ({ ...key, hash: leafOf(key, files) }))
  }

  private add(key: SignedKey, file: string, bytes: Buffer): void {
    const name = `${key.kind} ${key.dossier} ${key.id}`
    const own = this.found.get(name) ?? { key, files: [] }
    if (own.files.some((one) => one.file === file)) throw new ProofFaultError(`${key.kind} ${key.id} is there twice`)
    own.files.push({ file, digest: digestOf(bytes) })
    this.found.set(name, own)
  }
}

/** The kind and dossier of a file that is a list of records. */
function listOf(file: string): { kind: RecordKind; dossier: string } | null {
  const [, dossier = '', name = ''] = /^(?:dossiers\/([^/]+)\/)?([^/]+)$/.exec(file) ?? []
  const kind = listKinds.get(name)
  return kind && (kind === 'source') === (dossier === '') ? { kind, dossier } : null
}

/** The one record that a file is of; null where none is. */
function keyOf(file: string): SignedKey | null {
  if (file === 'site.yaml' || /^pages\/[^/]+\.md$/.test(file)) return { kind: 'site', dossier: '', id: siteId }
  const [, dossier, inDossier = ''] = /^dossiers\/([^/]+)\/(.+)$/.exec(file) ?? []
  if (dossier === undefined) return null
  if (inDossier === 'dossier.yaml') return { kind: 'dossier', dossier, id: dossier }
  const id = /^reports\/([^/.]+)(?:\.[^/.]+)?\.md$/.exec(inDossier)?.[1]
  return id === undefined ? null : { kind: 'report', dossier, id }
}

/** A list of records cut where each begins, byte by byte: all pieces together are the file. */
function piecesOf(file: string, bytes: Buffer): Buffer[] {
  const text = bytes.toString('latin1')
  if (text === noRecords) return []
  const pieces = text.split(/^(?=- )/m)
  if (!pieces[0]?.startsWith('- ')) throw new ProofFaultError(`${file} is no list of records as it is published`)
  return pieces.map((piece) => Buffer.from(piece, 'latin1'))
}

function idOf(file: string, piece: Buffer): string {
  const [, , id] = /^- id: (["']?)([a-z0-9-]+)\1\n/.exec(piece.toString('latin1')) ?? []
  if (id === undefined) throw new ProofFaultError(`${file} holds a record that does not begin with its id`)
  return id
}
