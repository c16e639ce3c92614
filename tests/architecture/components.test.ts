import { basename, dirname } from 'node:path'
import { describe, expect, test } from 'vitest'
import { codeBelow, importKindsOf } from '../support/imports'
import { filesUnder, read } from '../support/tree'

/*
 * What one page shows stands beside that page; what several show stands on a shelf; what a page knows is no picture. So that a
 * newcomer finds the view of a page by the page's address, and no folder grows into a drawer.
 */

const imports = importKindsOf(codeBelow('app', 'db', 'lib'))
const inApp = filesUnder('app', /\.tsx?$/)
const shared = inApp.filter((file) => file.startsWith('app/_components/'))
const parts = inApp.filter((file) => file.includes('/_parts/'))
const frame = inApp.filter((file) => file.includes('/_frame/'))
const importersOf = (file: string) => imports.filter(({ to }) => to === file).map(({ from }) => from)

test('the walk finds shelves, parts and what they import', () => {
  expect(shared.length).toBeGreaterThan(25)
  expect(parts.length).toBeGreaterThan(25)
  expect(imports.length).toBeGreaterThan(1000)
})

test('shared views stand on shelves', () => {
  const shelves = new Set(shared.map((file) => dirname(file).slice('app/_components'.length)))
  expect([...shelves].sort()).toEqual([
    '/answer',
    '/differences',
    '/matrix',
    '/over-time',
    '/page',
    '/reports',
    '/rule',
    '/words',
  ])
})

test('a shared view has two importers, or stands beside its one', () => {
  const alone = shared.filter((file) => {
    const importers = importersOf(file)
    return importers.length < 2 && !importers.some((from) => dirname(from) === dirname(file))
  })
  expect(alone, 'move it beside the page that shows it').toEqual([])
})

test.each(['/_parts/', '/_frame/'])(
  'what stands in a %s is used, and only from the folder that it is part of',
  (room) => {
    const strayed = inApp
      .filter((file) => file.includes(room))
      .flatMap((file) => {
        const home = `${file.slice(0, file.indexOf(room))}/`
        const importers = importersOf(file)
        // Parts of pages are drawn by the machinery of pages, each in a frame of its own.
        const isHome = (from: string) => from.startsWith(home) || (room === '/_frame/' && from.startsWith('app/embed/'))
        return importers.length > 0 && importers.every(isHome) ? [] : [file]
      })
    expect(strayed, 'a view that another page shows too belongs on a shelf of app/_components').toEqual([])
  },
)

test('no component opens the database: pages do, and hand on what they found', () => {
  const views = new Set([...shared, ...parts, ...frame.filter((file) => basename(file) !== 'document.tsx')])
  const opening = imports.filter(
    ({ from, to, isType }) => views.has(from) && !isType && (to.startsWith('db/') || to.startsWith('app/_server/')),
  )
  expect(opening).toEqual([])
})

test('what a page knows and may refuse holds no JSX, and draws on no view', () => {
  expect(filesUnder('app/_reader', /\.tsx$/)).toEqual([])
  const drawing = imports.filter(
    ({ from, to }) => /^app\/_(?:reader|server)\//.test(from) && /^app\/(?:_components|\[locale\])\//.test(to),
  )
  expect(drawing).toEqual([])
})

test('no shared view knows a page', () => {
  expect(imports.filter(({ from, to }) => shared.includes(from) && /^app\/(?:\[locale\]|admin)\//.test(to))).toEqual([])
})

test('plain modules are named in kebab-case, views like what they export', () => {
  const plain = inApp.filter((file) => file.endsWith('.ts'))
  expect(plain.filter((file) => !/^[a-z][a-z0-9-]*\.ts$/.test(basename(file)))).toEqual([])
  const views = [...shared, ...parts].filter((file) => file.endsWith('.tsx'))
  expect(views.filter((file) => !/^[A-Z]\w*\.tsx$/.test(basename(file)))).toEqual([])
})

test('no folder holds more than 25 files of code', () => {
  const count = new Map<string, number>()
  const files = ['app', 'db', 'lib', 'tests'].flatMap((folder) => filesUnder(folder, /\.(tsx?|css|mjs|js)$/))
  for (const file of files) count.set(dirname(file), (count.get(dirname(file)) ?? 0) + 1)
  expect([...count].filter(([, files]) => files > 25)).toEqual([])
})

test('the link to the page of a rule or a change stands once', () => {
  const linking = inApp.filter((file) => /<a\s[^>]*href=\{hrefTo\(\s*\w+,\s*'(?:rules|changes)',/.test(read(file)))
  expect(linking, 'use RuleLink or ChangeLink').toEqual([])
})

describe('what is made anew for every request', () => {
  const says = (file: string) => read(file).includes("export const dynamic = 'force-dynamic'")
  const layouts = ['app/[locale]/layout.tsx', 'app/admin/layout.tsx']

  test('is said by the layouts of the site and the desk, and by no page below them', () => {
    expect(layouts.filter((file) => !says(file))).toEqual([])
    expect(inApp.filter((file) => basename(file) === 'page.tsx' && says(file))).toEqual([])
  })

  test('is said by each handler, to which no layout applies', () => {
    const handlers = inApp.filter((file) => basename(file) === 'route.ts' || file === 'app/robots.ts')
    expect(handlers.length).toBeGreaterThan(15)
    expect(handlers.filter((file) => !says(file))).toEqual([])
  })
})
