import type { APIRequestContext } from '@playwright/test'
import { checkerOf } from '../../support/requests/described-api'
import { giveId } from '../support/other-id'
import { expect, onOwnSite } from '../support/test'
import { documentOf } from './asked'

const test = onOwnSite()
const dossier = 'japan-defence-transfers'
const lists = ['rules', 'changes', 'actors', 'reports', 'sources'] as const

interface Item {
  id: string
  dossier: string | null
}
interface Page {
  edition: number
  since: number | null
  items: Item[]
  removed: (Item & { removed: true; mergedInto?: string })[]
  next: string | null
}

const keyOf = ({ dossier: within, id }: Item) => `${within} ${id}`

test('a page holds its edition whatever is published; what changed since makes of what was read what is there now', async ({
  deskOf,
  request,
}) => {
  const unlike = checkerOf(await documentOf(request))
  const read = async (path: string, from: APIRequestContext = request): Promise<Page> => {
    const page: Page = await (await from.get(path)).json()
    const name = /v1\/(\w+)s\?/.exec(path)?.[1] ?? ''
    const schema = { $ref: `#/components/schemas/${name.charAt(0).toUpperCase()}${name.slice(1)}Page` }
    expect(unlike(schema, page), path).toEqual([])
    return page
  }
  /** The rest of a list behind a page of it, each page of the same edition. */
  const rest = async (path: string, first: Page): Promise<Page[]> => {
    const all = [first]
    for (let { next } = first; next !== null; ) {
      const page = await read(`${path}&cursor=${next}`)
      expect(page.edition).toBe(first.edition)
      all.push(page)
      next = page.next
    }
    return all
  }
  const whole = async (path: string): Promise<Page[]> => rest(path, await read(path))

  const before = new Map<string, Item>()
  for (const list of lists)
    for (const { items } of await whole(`/api/v1/${list}?limit=40`))
      for (const item of items) before.set(`${list} ${keyOf(item)}`, item)
  const path = '/api/v1/reports?limit=20'
  const newest = `/api/v1/reports?dossier=${dossier}&order=newest&discredited=with&limit=20`
  const begun = [await read(path), await read(newest)] as const
  expect(begun.map(({ edition }) => edition)).toEqual([1, 1])
  const report = begun[1].items[0]?.id ?? ''

  const desk = await deskOf('editor')
  await giveId(desk, { kind: 'actor', dossier, id: 'komeito' }, 'an-actor')
  await giveId(desk, { kind: 'report', dossier, id: report }, 'a-report')
  await expect.poll(async () => (await read('/api/v1/actors?limit=1')).edition).toBe(3)

  const reports = [...before.keys()].filter((key) => key.startsWith('reports '))
  const kept = (pages: Page[]) => pages.flatMap(({ items }) => items.map((item) => `reports ${keyOf(item)}`))
  expect(kept(await rest(path, begun[0]))).toEqual(reports)
  const own = reports.filter((key) => key.startsWith(`reports ${dossier} `))
  expect(kept(await rest(newest, begun[1])).sort()).toEqual(own.sort())

  const merged = new Map<string, string | undefined>()
  for (const list of lists) {
    for (const page of await whole(`/api/v1/${list}?since=1&edition=3&limit=3`)) {
      expect([page.edition, page.since]).toEqual([3, 1])
      for (const item of page.items) before.set(`${list} ${keyOf(item)}`, item)
      for (const gone of page.removed) {
        before.delete(`${list} ${keyOf(gone)}`)
        merged.set(gone.id, gone.mergedInto)
      }
    }
    const now = (await whole(`/api/v1/${list}?limit=50`)).flatMap(({ items }) => items)
    const held = [...before].flatMap(([key, item]) => (key.startsWith(`${list} `) ? [item] : []))
    const inOrder = (a: Item, b: Item) => (keyOf(a) < keyOf(b) ? -1 : 1)
    expect(held.sort(inOrder)).toEqual(now.sort(inOrder))
  }
  expect([...merged]).toEqual([
    ['komeito', 'an-actor'],
    [report, 'a-report'],
  ])
})
