import { expect, test } from 'vitest'
import { decoded, sniffEncoding } from '@/lib/porting/csv/encoding'
import { guessPlan, sampleOf } from '@/lib/porting/csv/plan'
import { readCsv } from '@/lib/porting/csv/read'
import { CsvRefusedError, csvRows } from '@/lib/porting/csv/rows'
import { contentOf } from '../../../support/content'

async function* textOf(text: string) {
  yield text
}

async function rowsOf(text: string) {
  const rows: [number, string[]][] = []
  for await (const { line, cells } of csvRows(textOf(text), ',')) rows.push([line, cells])
  return rows
}

test('rows are told by the line on which they begin', async () => {
  expect(await rowsOf('sep=,\na,b\n"x\ny",2\n\n\n3,"a ""b"", c"\n4')).toEqual([
    [2, ['a', 'b']],
    [3, ['x\ny', '2']],
    [7, ['3', 'a "b", c']],
    [8, ['4']],
  ])
})

test('what cannot be read to its end is refused by line', async () => {
  const fault = (text: string) =>
    rowsOf(text).catch((error: unknown) => (error instanceof CsvRefusedError ? error : null))
  expect(await fault('a,b\n1,"2\n3\n')).toMatchObject({ fault: 'quote' })
  expect(await fault('a,b\n1,2"x"\n')).toMatchObject({ fault: 'quote', line: 2 })
  expect(await fault('')).toMatchObject({ fault: 'empty' })
  expect(await fault(`a\n${'x'.repeat(1_100_000)}\n`)).toMatchObject({ fault: 'long' })
  expect(await fault(`a\n${','.repeat(201)}\n`)).toMatchObject({ fault: 'wide', line: 2 })
  expect(await fault(`a\n${'x\n'.repeat(50_001)}`)).toMatchObject({ fault: 'many', line: 50_002 })
  expect(await rowsOf(`a\n${'x\n'.repeat(50_000)}`)).toHaveLength(50_001)
})

const utf16 = (text: string, isLittle = true) => {
  const bytes = Buffer.from(text, 'utf16le')
  return isLittle ? bytes : bytes.swap16()
}
/** 日付,見出し and a line below. */
const shiftJis = Buffer.from('93fa95742c8ca98f6f82b50a322c97415f0a', 'hex')
const eucJp = Buffer.from('c6fcc9d52cb8abbdd0a4b70a322ccdc20a', 'hex')

test.each([
  ['utf-8', Buffer.from('日付,見出し')],
  ['utf-8', Buffer.from('\ufeffdate,headline')],
  ['utf-16le', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16('日付,見出し')])],
  ['utf-16be', Buffer.concat([Buffer.from([0xfe, 0xff]), utf16('日付,見出し', false)])],
  ['utf-16le', utf16('date,headline')],
  ['utf-16be', utf16('date,headline', false)],
  ['shift_jis', shiftJis],
  ['euc-jp', eucJp],
  ['windows-1252', Buffer.from('date,résumé\n1,déjà vu\n', 'latin1')],
])('%s is known by its bytes', async (encoding, bytes) => {
  const halves = [bytes.subarray(0, 3), bytes.subarray(3)]
  expect(await sniffEncoding(halves)).toBe(encoding)
  let text = ''
  for await (const piece of decoded(halves, await sniffEncoding(halves))) text += piece
  expect(text).toMatch(/^(?:日付,見出し|date,headline|date,résumé)/)
})

test('line ends become LF, also where a part ends between CR and LF', async () => {
  let text = ''
  for await (const piece of decoded([Buffer.from('a\r'), Buffer.from('\nb\rc\r')], 'utf-8')) text += piece
  expect(text).toBe('a\nb\nc\n')
})

test.each([
  [',', 'date,headline;x\n1,2\n'],
  [';', 'date;headline\n1,5;2,5\n'],
  ['\t', 'date\theadline, long\n1\t2\n'],
])('the delimiter %j is guessed', async (delimiter, table) => {
  const parts = [Buffer.from(table)]
  const plan = await guessPlan(() => parts, { rows: 'reports', dossier: 'd' })
  expect(plan).toMatchObject({ delimiter, columns: { published: { column: 0 } } })
})

test('only the beginning of a file is read for its headings', async () => {
  let taken = 0
  const file = function* () {
    for (; taken < 1000; taken++) yield Buffer.from(`${taken === 0 ? 'a,b\n' : ''}${'1,2\n'.repeat(20_000)}`)
  }
  const { headings, rows } = await sampleOf(file(), { encoding: 'utf-8', delimiter: ',' })
  expect([headings, rows.length]).toEqual([['a', 'b'], 5])
  expect(taken).toBeLessThan(20)
})

test('while rows are read others have their turn, and no more of the file is taken than is read', async () => {
  const [records] = contentOf().dossiers
  if (!records) throw new Error('no dossier')
  const [parts, perPart] = [40, 500]
  let [taken, turns, isDone] = [0, 0, false]
  const turn = () => {
    turns++
    if (!isDone) setImmediate(turn)
  }
  // How many turns others have had when each part is taken: with the whole file taken at once these would be none.
  const turnsAt: number[] = []
  const file = function* () {
    for (; taken < parts; taken++) {
      turnsAt.push(turns)
      const row = (at: number) => `2024-01-0${(at % 9) + 1},${taken} ${at},kyodo-news,${'word '.repeat(50)}\n`
      yield Buffer.from(
        `${taken === 0 ? 'date,headline,publisher,summary\n' : ''}${Array.from({ length: perPart }, (_, at) => row(at)).join('')}`,
      )
    }
  }
  const plan = await guessPlan(() => [Buffer.from('date,headline,publisher,summary\n2024,a,b,c\n')], {
    rows: 'reports',
    dossier: 'test',
  })
  setImmediate(turn)
  const read = await readCsv(file(), {
    plan,
    base: { records, sources: [{ id: 'kyodo-news', name: 'Kyodo News', kind: 'agency' }] },
    file: 'x',
  })
  isDone = true
  expect(read.ok && read.records.reports.length).toBe(parts * perPart)
  expect(turns).toBeGreaterThan((parts * perPart) / 100)
  expect(turnsAt.at(-1)).toBeGreaterThan(turns / 2)
})
