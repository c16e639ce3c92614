import { createPublicKey, verify } from 'node:crypto'
import { expect, test } from 'vitest'
import { readContent, recordFiles, writeContent } from '@/lib/content'
import { type AnyRecord, recordKinds } from '@/lib/model'
import { Download } from '@/lib/signing/download'
import { publicKeysIn, signingKeyIn } from '@/lib/signing/key'
import { leafOfRecord, type SignedKey } from '@/lib/signing/leaf'
import { ProofFaultError } from '@/lib/signing/proof'
import { readStatement, statementFault, statementForm, statementText } from '@/lib/signing/statement'

const read = await readContent('content')
if (!read.ok) throw new Error(JSON.stringify(read.problems))
const { site, sources, dossiers } = read.content

const all: [SignedKey, AnyRecord][] = [
  ...(site ? [site] : []).map((one): [SignedKey, AnyRecord] => [{ kind: 'site', dossier: '', id: one.id }, one]),
  ...sources.map((one): [SignedKey, AnyRecord] => [{ kind: 'source', dossier: '', id: one.id }, one]),
  ...dossiers.flatMap(({ dossier, rules, changes, actors, reports }) =>
    (
      [
        ['dossier', [dossier]],
        ['rule', rules],
        ['change', changes],
        ['actor', actors],
        ['report', reports],
      ] as const
    ).flatMap(([kind, records]) =>
      records.map((one): [SignedKey, AnyRecord] => [{ kind, dossier: dossier.id, id: one.id }, one]),
    ),
  ),
]
const files = writeContent(read.content)

const hashesOf = (download: ReadonlyMap<string, string>) => {
  const taken = new Download()
  for (const [file, text] of download) taken.take(file, Buffer.from(text))
  return new Map(taken.records().map(({ kind, dossier, id, hash }) => [`${kind} ${dossier} ${id}`, hash]))
}

test('the bytes of a download have the hashes of the records, kind by kind', () => {
  const found = hashesOf(files)
  expect(found.size).toBe(all.length)
  expect(new Set(all.map(([{ kind }]) => kind)).size).toBe(recordKinds.length)
  for (const [key, record] of all)
    expect(found.get(`${key.kind} ${key.dossier} ${key.id}`), key.id).toBe(leafOfRecord(key, record))
})

test('a list is its pieces, one after the other', () => {
  const pieces = new Map<string, string>()
  for (const [{ kind, dossier }, record] of all)
    for (const { file, text } of recordFiles(kind, dossier, record)) pieces.set(file, (pieces.get(file) ?? '') + text)
  expect(new Map([...files].filter(([, text]) => text !== '[]\n'))).toEqual(pieces)
})

test('whatever byte of a file is another, its record has another hash, or the file is refused', () => {
  const hashed = (file: string, bytes: Buffer): string => {
    const taken = new Download()
    taken.take(file, bytes)
    return JSON.stringify(taken.records())
  }
  for (const file of ['sources.yaml', 'site.yaml', 'dossiers/eu-ai-act/rules.yaml', [...files.keys()].at(-1) ?? '']) {
    const bytes = Buffer.from(files.get(file) ?? '')
    const before = hashed(file, bytes)
    const step = Math.max(1, Math.floor(bytes.length / 200))
    for (let at = 0; at < bytes.length; at += step) {
      const other = Buffer.from(bytes)
      other[at] = (other[at] ?? 0) ^ 1
      try {
        expect(hashed(file, other), `${file} ${at}`).not.toBe(before)
      } catch (error) {
        if (!(error instanceof ProofFaultError)) throw error
      }
    }
  }
})

test('what no edition holds is refused', () => {
  for (const file of ['notes.txt', 'dossiers/a/b/rules.yaml', 'rules.yaml', 'dossiers/a/sources.yaml', 'pages/x/y.md'])
    expect(() => new Download().take(file, Buffer.from('[]\n')), file).toThrow(ProofFaultError)
})

test('keys are read as base64, PEM, JWK and a set of them, and checked by others too', () => {
  const key = signingKeyIn(Buffer.alloc(32, 7).toString('base64'))
  if (!key) throw new Error('no key')
  expect(signingKeyIn('short')).toBeNull()
  expect(signingKeyIn(Buffer.alloc(31).toString('base64'))).toBeNull()
  const { publicKey } = key
  expect(publicKey.kid).toMatch(/^[\w-]{43}$/)
  for (const text of [publicKey.pem, JSON.stringify(publicKey), JSON.stringify({ keys: [publicKey] })])
    expect(publicKeysIn(text)).toEqual([publicKey])
  for (const text of ['', '{}', '{"keys":[1]}', '-----BEGIN PUBLIC KEY-----\nxx\n'])
    expect(publicKeysIn(text)).toEqual([])
  const said = {
    ...{ form: statementForm, site: null, edition: 1, time: '2026-01-01T00:00:00.000Z', root: 'a'.repeat(64) },
    ...{ records: 3, previous: null, key: publicKey.kid },
  } as const
  const statement = statementText(said)
  const signature = key.sign(statement)
  expect(readStatement(statement)).toEqual(said)
  expect(
    verify(null, Buffer.from(statement), createPublicKey(publicKey.pem), Buffer.from(signature, 'base64url')),
  ).toBe(true)
  expect(statementFault({ statement, signature }, publicKey)).toBeNull()
  const other = statement.replace('"edition":1', '"edition":2')
  expect(statementFault({ statement: other, signature }, publicKey)).toMatch(/signature does not fit/)
  expect(readStatement(`${statement} `)).toBeNull()
  const second = signingKeyIn(Buffer.alloc(32, 8).toString('base64'))?.publicKey
  if (second) expect(statementFault({ statement, signature }, second)).toMatch(/names another key/)
})
