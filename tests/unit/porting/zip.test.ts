import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import { packZip } from '@/lib/porting/pack'
import { usualZipBounds, withUnpacked, type ZipBounds } from '@/lib/porting/unpack'

const pack = (files: Record<string, string>) => buffer(packZip(new Map(Object.entries(files))))

/** Every file below a folder with its text. */
const readAll = async (dir: string): Promise<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => {
        const path = join(parentPath, name)
        return [path.slice(dir.length + 1), readFileSync(path, 'utf8')]
      }),
  )

const unpack = (zip: Buffer, bounds?: ZipBounds) => withUnpacked(zip, readAll, bounds)

/** The zip with one name put in the place of another of the same length, wherever it stands: writers of zips refuse such names. */
function renamed(zip: Buffer, from: string, to: string): Buffer {
  expect(to).toHaveLength(from.length)
  return Buffer.from(zip.toString('latin1').replaceAll(from, to), 'latin1')
}

const content = { 'sources.yaml': '[]\n', 'dossiers/d/dossier.yaml': 'id: d\n', 'dossiers/d/reports/主題.md': '武器\n' }

test('what was packed is unpacked, and the same files give the same bytes in any time zone', async () => {
  const zip = await pack(content)
  expect(await unpack(zip)).toEqual(content)
  expect((await pack(content)).equals(zip)).toBe(true)
  const [stamp, own] = [zip.readUInt32LE(10), process.env.TZ]
  expect(stamp).toBe(0x02210000)
  process.env.TZ = 'Asia/Tokyo'
  expect((await pack(content)).equals(zip)).toBe(true)
  if (own === undefined) delete process.env.TZ
  else process.env.TZ = own
})

test('one folder around everything is passed over, and what a system puts beside', async () => {
  const around = Object.fromEntries(Object.entries(content).map(([file, text]) => [`my site/${file}`, text]))
  const extra = { ...around, '__MACOSX/my site/._sources.yaml': 'x', 'my site/.DS_Store': 'x' }
  expect(await unpack(await pack(extra))).toEqual(content)
  expect(await unpack(await pack({ 'dossiers/d/dossier.yaml': 'id: d\n' }))).toEqual({
    'dossiers/d/dossier.yaml': 'id: d\n',
  })
})

test('the folder is gone afterwards, whatever came of it', async () => {
  const zip = await pack(content)
  let [done, failed] = ['', '']
  await withUnpacked(zip, async (dir) => {
    done = dir
  })
  const work = withUnpacked(zip, async (dir) => {
    failed = dir
    throw new Error('no')
  })
  await expect(work).rejects.toThrow('no')
  expect([existsSync(done), existsSync(failed)]).toEqual([false, false])
})

test.each([
  ['dossiers/d/aa.yaml', '../../../ss/aa.yaml'.slice(0, 18)],
  ['dossiers/d/aa.yaml', '/etc/ssiers/a.yaml'],
  ['dossiers/d/aa.yaml', 'C:/siers/d/aa.yaml'],
  ['dossiers/d/aa.yaml', 'dossiers/../a.yaml'],
  ['dossiers/d/aa.yaml', 'dossiers//a/a.yaml'],
  ['dossiers/d/aa.yaml', 'dossiers/d/a\0.yaml'],
  ['dossiers/d/aa.yaml', '..\\..\\rs/d/aa.yaml'],
])('a name that leads elsewhere is refused: %s as %j', async (from, to) => {
  const zip = renamed(await pack({ 'sources.yaml': '[]\n', [from]: 'x' }), from, to)
  await expect(unpack(zip)).rejects.toMatchObject({ name: 'ZipRefusedError', fault: 'name' })
})

test('the same name twice, and a file that is a folder too, are refused', async () => {
  const two = renamed(await pack({ 'dossiers/a': 'x', 'dossiers/b': 'y' }), 'dossiers/b', 'dossiers/a')
  await expect(unpack(two)).rejects.toMatchObject({ fault: 'twice', file: 'dossiers/a' })
  await expect(unpack(await pack({ 'dossiers/a': 'x', 'dossiers/a/b': 'y' }))).rejects.toMatchObject({ fault: 'twice' })
})

test('a link is refused', async () => {
  const zip = new ZipFile()
  zip.addBuffer(Buffer.from('/etc/passwd'), 'sources.yaml', { mode: 0o120777 })
  zip.end()
  await expect(unpack(await buffer(zip.outputStream))).rejects.toMatchObject({ fault: 'link', file: 'sources.yaml' })
})

test('what is encrypted is refused', async () => {
  const zip = await pack({ 'sources.yaml': '[]\n' })
  const entry = zip.indexOf('PK\u0001\u0002', 0, 'latin1')
  zip.writeUInt16LE(zip.readUInt16LE(entry + 8) | 1, entry + 8)
  await expect(unpack(zip)).rejects.toMatchObject({ fault: 'encrypted', file: 'sources.yaml' })
})

test('count and size are bounded before anything is written, and a size that is a lie is found out', async () => {
  const zip = await pack(content)
  await expect(unpack(zip, { ...usualZipBounds, files: 2 })).rejects.toMatchObject({ fault: 'many' })
  await expect(unpack(zip, { ...usualZipBounds, bytes: 10 })).rejects.toMatchObject({ fault: 'large' })
  const bomb = await pack({ 'sources.yaml': 'x'.repeat(1_000_000) })
  bomb.writeUInt32LE(10, bomb.indexOf('PK\u0001\u0002', 0, 'latin1') + 24)
  await expect(unpack(bomb)).rejects.toMatchObject({ fault: 'broken', file: 'sources.yaml' })
})

test('what is no zip, is cut off, or holds no content is told apart', async () => {
  const zip = await pack(content)
  await expect(unpack(Buffer.from('id: d\n'))).rejects.toMatchObject({ fault: 'broken' })
  await expect(unpack(zip.subarray(0, zip.length - 40))).rejects.toMatchObject({ fault: 'broken' })
  await expect(unpack(await pack({ 'holiday.jpg': 'x' }))).rejects.toMatchObject({ fault: 'empty' })
  await expect(unpack(await pack({}))).rejects.toMatchObject({ fault: 'empty' })
})
