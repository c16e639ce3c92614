import { expect, test } from 'vitest'
import { parseRecord, type Report } from '@/lib/model'
import { type CsvPlan, guessPlan } from '@/lib/porting/csv/plan'
import { readCsv } from '@/lib/porting/csv/read'
import { actor, contentOf, position, source } from '../../../support/content'
import { moves, report } from '../../../support/dossiers'

/** As it is stored: in the order of its schema. */
function stored(data: Report): Report {
  const parsed = parseRecord('report', data)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.record
}

const first = stored({
  ...report('first', '2023-08-23', moves('open', 'agreed')),
  url: 'https://kyodo.example/1',
  summary: 'As it was.',
  positions: [position('komeito', 'open', { on: '2023-08' }), position('komeito', 'open', { on: '2023-09' })],
})

const [records] = contentOf({
  reports: [first],
  actors: [actor('komeito', { name: { en: 'Komeito', ja: '公明党' } })],
}).dossiers
if (!records) throw new Error('no dossier')
const kyodo = source('kyodo-news', { name: { en: 'Kyodo News', ja: '共同通信' }, url: 'https://kyodo.example/' })
const base = { records, sources: [kyodo] }

async function read(table: string, over: Partial<CsvPlan> = {}, rows: CsvPlan['rows'] = 'reports') {
  const parts = [Buffer.from(table)]
  const plan = { ...(await guessPlan(() => parts, { rows, dossier: 'test' })), ...over }
  return readCsv(parts, { plan, base, file: 't.csv' })
}

const made = async (...asked: Parameters<typeof read>) => {
  const done = await read(...asked)
  if (!done.ok) throw new Error(JSON.stringify([done.problems, done.unfound]))
  return done.records
}

const wrong = async (...asked: Parameters<typeof read>) => {
  const done = await read(...asked)
  return done.ok ? [] : done.problems.map(({ line, field, message }) => `${line} ${field} ${message}`)
}

test('a row of a report changes what its columns tell, and nothing else', async () => {
  const { reports, same } = await made('id,title,related\nfirst,Otherwise,\n')
  expect([reports, same]).toEqual([[{ ...first, headline: 'Otherwise' }], 0])
  expect(await made('id,headline\nfirst,first\n')).toMatchObject({ reports: [], same: 1, rows: 1 })
  const { reports: cleared } = await made('id,summary\nfirst,\n', { blanks: 'clear' })
  expect(cleared).toEqual([{ ...first, summary: '' }])
})

test('a new report has an id of its day, publisher and headline, and the publisher of its address where none is told', async () => {
  const { reports } = await made(
    '日付,見出し,url\n令和5年9月1日,武器輸出 Arms go,https://www.kyodo.example/2\n2023年9月,輸出,https://sub.kyodo.example/3\n',
  )
  expect(reports).toMatchObject([
    {
      id: '2023-09-01-kyodo-news-arms-go',
      headline: { ja: '武器輸出 Arms go' },
      source: 'kyodo-news',
      sourcing: 'unseen',
    },
    { id: '2023-09-kyodo-news', published: '2023-09', headline: { ja: '輸出' } },
  ])
})

test('names are found by id and by name in either language; words of a vocabulary too', async () => {
  const { reports } = await made(
    'date,headline,publisher,kind,sourcing,change,stage,effect,quote\n2024-01-02,A,共同通信,世論調査,Seen,open,決定,MOVES,閣議で決めた\n',
    {},
  )
  expect(reports[0]).toMatchObject({ source: 'kyodo-news', kind: 'poll', sourcing: 'seen' })
  expect(reports[0]?.effects).toMatchObject([
    { change: 'open', kind: 'moves', stage: 'decided', quote: { text: '閣議で決めた', language: 'ja' } },
  ])
})

test('a name that no record has waits for a choice: another one, a new one, or its rows are left out', async () => {
  const table = 'date,headline,publisher\n2024-01-02,A,The Paper\n2024-01-03,B,THE  PAPER\n2024-01-04,C,kyodo-news\n'
  const waiting = await read(table)
  expect(waiting).toMatchObject({
    ok: false,
    problems: [],
    unfound: [{ kind: 'source', key: 'the paper', rows: 2, firstLine: 2 }],
  })
  const choose = (choice: string) => made(table, { choices: { source: { 'the paper': choice } } })
  expect(await choose('kyodo-news')).toMatchObject({ sources: [], leftOut: 0, reports: [{}, {}, {}] })
  expect(await choose('-')).toMatchObject({ sources: [], leftOut: 2, reports: [{ headline: { en: 'C' } }] })
  const { sources, reports } = await choose('+newspaper')
  expect(sources).toEqual([{ id: 'paper', name: { en: 'The Paper' }, kind: 'newspaper' }])
  expect(reports.map((one) => one.source)).toEqual(['paper', 'paper', 'kyodo-news'])
  expect(await read(table, { choices: { source: { 'the paper': '+emperor' } } })).toMatchObject({ ok: false })
  expect(await wrong(table, { choices: { source: { 'the paper': 'gone' } } })).toEqual([
    '2 publisher names an unknown source “gone”',
    '3 publisher names an unknown source “gone”',
  ])
})

test('one text may stand for all rows', async () => {
  const columns = {
    published: { column: 0 },
    'headline.en': { column: 1 },
    source: { fixed: 'Kyodo News' },
    'effect.change': { fixed: 'open' },
    'effect.stage': { column: 2 },
    sourcing: { fixed: 'inferred' },
  }
  const { reports } = await made('a,b,c\n2024-01-02,A,proposed\n', { columns })
  expect(reports[0]).toMatchObject({ sourcing: 'inferred', effects: [{ change: 'open', stage: 'proposed' }] })
})

test('what is wrong is told with line and heading', async () => {
  expect(
    await wrong('Day,Title,Outlet,Link\nsomeday,A,Kyodo News,x\n\n"2024-01-02\n",B,Kyodo News,https://x.example/,y\n'),
  ).toEqual([
    expect.stringMatching(/^2 Link is not a web address/),
    expect.stringMatching(/^2 Day is not a date: write /),
    '4  has 5 cells, and 4 columns have a heading: put quotes around what has commas in it',
  ])
  expect(await wrong('id,effects\nfirst,moves open\n')).toEqual([
    '2 effects is no list in the file form: write each item on a line of its own in braces',
  ])
  expect(await wrong('id,effects\nfirst,"{change: nothing, kind: confirms}"\n')).toEqual([
    '2 effects names an unknown change “nothing”',
  ])
  expect(await wrong('id,stage\nfirst,decided\n')).toEqual([
    '2 effect.change is missing: a row with “stage” says of which change',
  ])
  expect(await wrong('url,headline\nhttps://kyodo.example/1,A\nhttp://www.kyodo.example/1/?utm_source=x,B\n')).toEqual([
    '3 url is the report of line 2 too: a report has one row',
  ])
})

test('a position is known by its number, else by actor, change and day; any other is one more', async () => {
  const positions = async (table: string) => (await made(table, {}, 'positions')).reports[0]?.positions
  expect(await positions('report,place,stance\nfirst,2,opposes\n')).toMatchObject([
    { stance: 'wary' },
    { stance: 'opposes' },
  ])
  const named = 'url,who,measure,stance,date,quote'
  expect(await positions(`${named}\nhttps://kyodo.example/1,公明党,open,supports,2023年9月,賛成だ\n`)).toMatchObject([
    { stance: 'wary', on: '2023-08' },
    { stance: 'supports', on: '2023-09', quote: { text: '賛成だ', language: 'ja' } },
  ])
  expect(await positions(`${named}\nfirst,Komeito,open,supports,2024,\n`)).toHaveLength(3)
  const failing = (table: string) => wrong(table, {}, 'positions')
  expect(await failing(`${named}\nnobody,Komeito,open,supports,,\n,Komeito,open,supports,,\n`)).toEqual([
    '2 url is neither the id nor the address of a report that is public: import the report first',
    '3 url is missing: say by its id or its address which report tells the position',
  ])
  expect(await failing('report,place,stance\nfirst,3,wary\nfirst,1,wary\nfirst,1,opposes\n')).toEqual([
    '2 place is no place among the positions of the report, which has 2: leave it empty for another one',
    '4 place is the position of line 3 too: a position has one row',
  ])
  expect(await failing('report,stance,actor\nfirst,wary,komeito\n')).toEqual(['2 change is missing'])
})

test('a translation says of which text it is; one that stays keeps its sign', async () => {
  const { reports } = await made('id,summary.en,summary.ja\nfirst,As it was.,以前のまま。\n')
  expect(reports[0]?.translations?.ja?.summary).toBe('以前のまま。')
  expect(reports[0]?.translations?.ja?.of).toMatch(/^[0-9a-f]{12}$/)
})

test('dates whose year stands last are read when somebody says what comes first', async () => {
  const table = 'date,headline,publisher\n4/5/2023 0:00,A,kyodo-news\n'
  expect(await wrong(table)).toHaveLength(1)
  expect((await made(table, { dates: 'dmy' })).reports[0]?.published).toBe('2023-05-04')
  expect((await made(table, { dates: 'mdy' })).reports[0]?.published).toBe('2023-04-05')
})
