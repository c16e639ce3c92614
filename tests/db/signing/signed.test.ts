import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { count, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { type Database, openDatabase } from '@/db/client'
import { importContent } from '@/db/commands/import'
import { publish } from '@/db/commands/publish/publish'
import { engine } from '@/db/dialect'
import { recordKey } from '@/db/key'
import { readPublic, readPublicDossier } from '@/db/queries/porting/public-content'
import { proofOfAll, proofOfDossier, proofOfRecords } from '@/db/queries/signing/proof'
import { findStatement, firstSigned, listSigningKeys } from '@/db/queries/signing/statement'
import { branches, leaves } from '@/db/schema'
import { signingKey } from '@/db/signing-key'
import { verifyDatabase } from '@/db/verify'
import { type ContentTree, readContent, writeContent } from '@/lib/content'
import { figures } from '@/lib/figures'
import type { Report } from '@/lib/model'
import { packZip } from '@/lib/porting/pack'
import { withUnpacked } from '@/lib/porting/unpack'
import { proofFile, proofText } from '@/lib/signing/proof'
import { readStatement, statementDigest } from '@/lib/signing/statement'
import { rulewireHere } from '../../support/command-line'
import { at, contentOf, publishContent } from '../../support/content'
import { testDatabase } from '../../support/database'
import { moves, report } from '../../support/dossiers'

const read = await readContent('content')
if (!read.ok) throw new Error('content/ is not sound')
const { content } = read

const prove = (args: string[], env: Record<string, string>) => rulewireHere(['prove', ...args], env)

async function proven(args: string[], env: Record<string, string>): Promise<string> {
  const { code, stdout, stderr } = await prove(args, env)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return stdout
}

async function refused(args: string[], env: Record<string, string>): Promise<string> {
  const { code, stderr } = await prove(args, env)
  expect(code).toBe(1)
  return stderr
}

/** Publishes other text in one report of a tree. */
const retitle = (database: Database, tree: ContentTree, headline: string) => {
  const [first, ...others] = tree.dossiers
  if (!first) throw new Error('no dossier')
  const [one, ...reports] = first.reports
  const changed = { ...first, reports: [{ ...(one as Report), headline }, ...reports] }
  return publishContent(database, { ...tree, dossiers: [changed, ...others] })
}

const saidOf = async ({ db }: Database, edition: number) => {
  const found = await findStatement(db, edition)
  return found && readStatement(found.statement)
}

test('a download is proven as it was published, and refused with one byte changed, lost or added', async () => {
  const { database, folder, env } = await testDatabase()
  await publishContent(database, content)
  const all = await readPublic(database.db)
  const proof = await proofOfAll(database.db, all)
  if (!proof) throw new Error('not signed')
  const files = writeContent(all.content).set(proofFile, proofText(proof))
  const zip = await buffer(packZip(files))
  const file = join(folder, 'site.zip')
  writeFileSync(file, zip)
  const said = await proven([file], env)
  expect(said).toContain('as it was published')
  expect(said).toContain('all records of the edition')
  expect(said).toContain(proof.key.kid)
  const write = async (name: string, text: string | null) => {
    const others = new Map(files)
    if (text === null) others.delete(name)
    else others.set(name, text)
    writeFileSync(file, await buffer(packZip(others)))
  }
  const name = [...files.keys()].find((one) => one.includes('/reports/')) ?? ''
  const text = files.get(name) ?? ''
  for (const other of [text.replace('a', 'e'), `${text} `, null]) {
    await write(name, other)
    expect(await refused([file], env)).toContain('not what was published')
  }
  await write('dossiers/new.txt', 'x')
  expect(await refused([file], env)).toContain('dossiers/new.txt: no edition holds such a file')
  const list = [...files.keys()].find((one) => one.endsWith('actors.yaml')) ?? ''
  await write(list, (files.get(list) ?? '').replace('name: ', 'name:  '))
  expect(await refused([file], env)).toContain('not what was published')
  await write(proofFile, proofText({ ...proof, statement: proof.statement.replace('"edition":1', '"edition":2') }))
  expect(await refused([file], env)).toContain('signature does not fit')
  // An import accepts the proof and passes over it.
  await withUnpacked(zip, async (dir) => {
    expect((await readContent(dir)).ok).toBe(true)
    expect(await proven([dir], env)).toContain('as it was published')
  })
})

test('a dossier is proven whole with its publishers, with a key of one’s own, and no other key will do', async () => {
  const { database, folder, env } = await testDatabase()
  await publishContent(database, content)
  const own = await readPublicDossier(database.db, 'eu-ai-act')
  if (!own) throw new Error('no such dossier')
  const proof = await proofOfDossier(database.db, own)
  if (!proof) throw new Error('not signed')
  expect(proof.besides.length).toBeGreaterThan(0)
  const write = async (name: string, tree: ContentTree) => {
    const file = join(folder, name)
    writeFileSync(file, await buffer(packZip(writeContent(tree).set(proofFile, proofText(proof)))))
    return file
  }
  const file = await write('dossier.zip', own.content)
  const key = join(folder, 'key.pem')
  writeFileSync(key, proof.key.pem)
  const said = await proven([file, '--key', key], env)
  expect(said).toContain('Nothing is left out of eu-ai-act.')
  expect(said).not.toContain('came with the proof')
  const [dossier] = own.content.dossiers
  if (!dossier) throw new Error('no dossier')
  const less = await write('less.zip', {
    ...own.content,
    dossiers: [{ ...dossier, reports: dossier.reports.slice(1) }],
  })
  expect(await refused([less], env)).toContain('not what was published')
  const other = signingKey({ signingKey: Buffer.alloc(32, 9).toString('base64'), dataDir: folder })
  writeFileSync(key, JSON.stringify({ keys: [other.publicKey] }))
  expect(await refused([file, '--key', key], env)).toContain('none of those that are trusted')
  writeFileSync(key, 'nothing')
  expect(await refused([file, '--key', key], env)).toContain('holds no public key')
})

test('a record is proven at the edition in which it stood, and its text of another edition is not', async () => {
  const { database, folder, env } = await testDatabase()
  const tree = contentOf({ reports: [report('a', '2024-01-01', moves('open', 'agreed')), report('b', '2024-01-02')] })
  await publishContent(database, tree)
  await retitle(database, tree, 'Another headline')
  const key = recordKey('report', 'test', 'a')
  const texts: string[] = []
  for (const edition of [1, 2]) {
    const proof = await proofOfRecords(database.db, edition, [key])
    if (!proof || 'missing' in proof) throw new Error('no proof')
    const [own] = proof.records
    texts.push(own?.files[0]?.text ?? '')
    writeFileSync(join(folder, `${edition}.md.${proofFile}`), JSON.stringify(proof))
  }
  expect(texts[0]).not.toBe(texts[1])
  const file = (edition: number) => join(folder, `${edition}.md`)
  for (const edition of [1, 2]) {
    writeFileSync(file(edition), texts[edition - 1] ?? '')
    expect(await proven([file(edition)], env)).toContain('It is of the report a in test.')
  }
  writeFileSync(file(1), texts[1] ?? '')
  expect(await refused([file(1)], env)).toContain('none of the files of the proof')
  expect(await proofOfRecords(database.db, 2, [recordKey('report', 'test', 'none')])).toMatchObject({
    missing: { id: 'none' },
  })
  expect(await proofOfRecords(database.db, 3, [key])).toBeNull()
})

test('one report among ten thousand is hashed with its way to the root, and nothing else', async () => {
  const { database } = await testDatabase()
  const day = (n: number) => new Date(Date.UTC(2000, 0, 1 + n)).toISOString().slice(0, 10)
  const reports = Array.from({ length: 10_000 }, (_, n) => report(`r-${n}`, day(n % 9000)))
  await publishContent(database, contentOf({ reports }))
  const before = figures.digests
  const key = recordKey('report', 'test', 'r-4711')
  const data = { ...report('r-4711', '2001-01-01'), headline: 'Another headline' }
  const records = [{ key, data, baseRevision: 1 }]
  expect(await publish(database, { records, by: 'x', at, reason: 'one' })).toMatchObject({ ok: true, edition: 2 })
  expect(figures.digests - before).toBeLessThan(60)
  const rows = async (table: typeof leaves | typeof branches) =>
    (await database.db.select({ n: count() }).from(table).where(eq(table.edition, 2)))[0]?.n
  expect(await rows(leaves)).toBe(1)
  expect(await rows(branches)).toBeLessThan(20)
  expect(await verifyDatabase(database)).toEqual([])
})

test('editions are a chain, through additions, removals and another key, whose public halves stay listed', async () => {
  const { database, env, folder } = await testDatabase()
  const tree = contentOf({ reports: [report('a', '2024-01-01'), report('b', '2024-01-02')] })
  await publishContent(database, tree)
  await retitle(database, tree, 'Another')
  const other = Buffer.alloc(32, 5).toString('base64')
  const before = process.env.RULEWIRE_SIGNING_KEY
  process.env.RULEWIRE_SIGNING_KEY = other
  const second = await openDatabase(env.DATABASE_URL ? { url: env.DATABASE_URL } : { dataDir: folder })
  process.env.RULEWIRE_SIGNING_KEY = before ?? ''
  const key = recordKey('report', 'test', 'b')
  await publish(second, { records: [{ key, data: null, baseRevision: 1 }], by: 'x', at, reason: 'removed' })
  await second.close()
  await publishContent(database, tree)
  const said = await Promise.all([1, 2, 3, 4].map((edition) => saidOf(database, edition)))
  const texts = await Promise.all(
    [1, 2, 3].map(async (edition) => (await findStatement(database.db, edition))?.statement),
  )
  expect(said.map((one) => one?.previous)).toEqual([null, ...texts.map((text) => statementDigest(text ?? ''))])
  expect(said.map((one) => one?.records)).toEqual([7, 7, 6, 7])
  expect(said[3]?.root).toBe(said[0]?.root)
  expect(said[2]?.root).not.toBe(said[1]?.root)
  expect(said[2]?.key).not.toBe(said[1]?.key)
  const keys = await listSigningKeys(database.db)
  expect(keys.map(({ kid, since }) => [kid, since])).toEqual([
    [said[2]?.key, 3],
    [said[0]?.key, 1],
  ])
  expect(await verifyDatabase(database)).toEqual([])
})

const forget = (...tables: string[]) =>
  tables.flatMap((table) =>
    engine === 'sqlite'
      ? [
          `DROP TRIGGER IF EXISTS ${table}_no_delete`,
          `DROP TRIGGER IF EXISTS ${table}_no_update`,
          `DELETE FROM ${table}`,
        ]
      : [`DROP TRIGGER IF EXISTS ${table}_no_rewriting ON ${table}`, `DELETE FROM ${table}`],
  )

test('where editions from before are not signed, the chain begins with all that is public then', async () => {
  const { database } = await testDatabase()
  await publishContent(database, content)
  await database.upkeep.exclusively(async (run) => {
    for (const statement of forget('statements', 'signing_keys', 'leaves', 'branches')) await run(statement)
  })
  expect(await verifyDatabase(database)).toEqual([])
  const all = await readPublic(database.db)
  expect(await proofOfAll(database.db, all)).toBeNull()
  await retitle(database, content, 'Another headline')
  expect(await firstSigned(database.db)).toBe(2)
  const said = await saidOf(database, 2)
  expect(said).toMatchObject({ previous: null, edition: 2 })
  expect(await verifyDatabase(database)).toEqual([])
  await database.write((tx) => importContent(tx, { content, by: 'x', at, reason: 'back' }))
  expect(await verifyDatabase(database)).toEqual([])
})

test('verify finds what was changed behind the back of the chain', async () => {
  const { database } = await testDatabase()
  const tree = contentOf({ reports: [report('a', '2024-01-01')] })
  await publishContent(database, tree)
  await retitle(database, tree, 'Another')
  await expect(
    database.upkeep.exclusively((run) => run("UPDATE statements SET signature = '' WHERE edition = 1")),
  ).rejects.toThrow(/history/)
  await database.upkeep.exclusively(async (run) => {
    for (const statement of forget('statements').slice(0, -1)) await run(statement)
    await run("UPDATE statements SET signature = 'AAAA' WHERE edition = 1")
    await run(`UPDATE leaves SET hash = '${'0'.repeat(64)}' WHERE edition = 2`)
  })
  const problems = (await verifyDatabase(database)).join('\n')
  expect(problems).toContain('edition 1: the signature does not fit the statement')
  expect(problems).toContain('report test/a: revision 2 is not what was signed')
  expect(problems).toContain('edition 2: what is signed is not the tree of the records')
})

test('the key is made once, for its owner only, and one that is none ends with what to do', async () => {
  const { folder } = await testDatabase()
  const dataDir = join(folder, 'keys')
  const made = signingKey({ signingKey: undefined, dataDir })
  expect(signingKey({ signingKey: undefined, dataDir }).publicKey).toEqual(made.publicKey)
  const file = join(dataDir, 'signing-key')
  expect((statSync(file).mode & 0o777).toString(8)).toBe('600')
  expect(readFileSync(file, 'utf8')).toMatch(/^[\w-]{43}$/)
  writeFileSync(file, 'cut o')
  expect(() => signingKey({ signingKey: undefined, dataDir })).toThrow(/does not hold a key[\s\S]*RULEWIRE_SIGNING_KEY/)
  mkdirSync(dirname(file), { recursive: true })
  rmSync(file)
})

test('a folder is exported with its proof when it is asked for', async () => {
  const { database, env, folder } = await testDatabase()
  await publishContent(database, content)
  const dir = join(folder, 'out')
  const plain = await rulewireHere(['export', dir], env)
  expect(plain.code).toBe(0)
  expect(await refused([dir], env)).toContain('There is no proof at')
  expect((await rulewireHere(['export', dir, '--proof'], env)).code).toBe(0)
  expect(await proven([dir], env)).toContain('as it was published')
  expect((await rulewireHere(['import', dir, '--publish'], env)).stdout).toContain('Nothing to publish')
  expect((await prove([], env)).code).toBe(2)
})
