import type { APIRequestContext, Page } from '@playwright/test'
import Sqlite from 'better-sqlite3'
import pg from 'pg'
import { expect, onOwnSite } from '../support/test'
import { draftOf, fullReport } from './drafts'

const test = onOwnSite()
test.use({ javaScriptEnabled: false })

/** A form as a browser without scripts would send it. */
interface FoundForm {
  page: string
  action: string
  fields: [string, string][]
}

/** Every form of the desk that writes, each action once. */
async function formsOf(page: Page, paths: readonly string[]): Promise<FoundForm[]> {
  const found = new Map<string, FoundForm>()
  for (const path of paths) {
    await page.goto(path)
    const forms = await page
      .locator('form')
      .evaluateAll((all) =>
        all
          .filter((form) => (form as HTMLFormElement).method === 'post')
          .map((form) =>
            [...new FormData(form as HTMLFormElement)].map(
              ([name, value]) => [name, String(value)] as [string, string],
            ),
          ),
      )
    for (const fields of forms) {
      const action = fields.flatMap(([name, value]) =>
        name.startsWith('$ACTION_ID_')
          ? [name]
          : /^\$ACTION_\d+:0$/.test(name)
            ? [(JSON.parse(value) as { id: string }).id]
            : [],
      )[0]
      if (action !== undefined && !found.has(action)) found.set(action, { page: path, action, fields })
    }
  }
  return [...found.values()]
}

/** All that the desk can write: sign-ins and what is logged of refusals left aside. */
const watched = [
  'drafts',
  'editions',
  'revisions',
  'records',
  'users',
  'comments',
  'schedules',
  'notices',
  'dossier_roles',
  'sign_in_links',
  'sessions',
  'subscriptions',
]

async function stored(env: Record<string, string>): Promise<string> {
  const told = (rows: unknown[]) => JSON.stringify(rows)
  const columns = (table: string) => (table === 'sessions' ? 'id, revoked_at' : '*')
  if (env.DATABASE_URL) {
    const client = new pg.Client({ connectionString: env.DATABASE_URL })
    await client.connect()
    const all = []
    for (const table of watched)
      all.push(told((await client.query(`SELECT ${columns(table)} FROM ${table} ORDER BY 1, 2`)).rows))
    await client.end()
    return all.join('\n')
  }
  const database = new Sqlite(`${env.RULEWIRE_DATA}/rulewire.db`, { readonly: true })
  const all = watched.map((table) =>
    told(database.prepare(`SELECT ${columns(table)} FROM ${table} ORDER BY 1, 2`).all()),
  )
  database.close()
  return all.join('\n')
}

/** The pages of all people at the desk. */
async function peopleOf(page: Page): Promise<string[]> {
  await page.goto('/admin/people')
  return page
    .locator('main table a')
    .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname))
}

const bodyOf = ({ fields }: FoundForm): FormData => {
  const body = new FormData()
  for (const [name, value] of fields) body.append(name, value)
  return body
}

test('no form of the desk writes for a stranger, for an author where it takes more, or from another site', async ({
  deskOf,
  site,
  playwright,
  baseURL,
}) => {
  const here = baseURL ?? ''
  const editor = await deskOf('admin')
  const { dossier, id } = fullReport
  const paths = [
    new URL(await draftOf(editor, 'report', dossier, id)).pathname,
    new URL(await draftOf(editor, 'change', 'us-chip-export-controls', 'affiliates-rule')).pathname,
  ]
  const whole = new URL(await draftOf(editor, 'dossier', 'us-chip-export-controls', 'us-chip-export-controls')).pathname
  const draft = paths[0]?.split('/').at(-1)
  const forms = await formsOf(editor, [
    '/admin',
    '/admin/account',
    '/admin/contradictions',
    '/admin/editions/undo?edition=1',
    `/admin/history?${new URLSearchParams({ kind: 'report', dossier, id })}`,
    '/admin/people/invite',
    ...(await peopleOf(editor)),
    '/admin/records',
    `/admin/records/remove?${new URLSearchParams({ kind: 'report', dossier, id })}`,
    '/admin/reports',
    `/admin/reports/bulk?dossier=${dossier}&report=${id}`,
    `/admin/reports/correct?${new URLSearchParams(fullReport)}`,
    `/admin/reports/new?dossier=${dossier}`,
    ...paths,
    ...paths.map((path) => `${path}?as=file`),
    `${paths[0]}/merge`,
    `/admin/publish?draft=${draft}`,
    whole,
    `/admin/records/rename?${new URLSearchParams({ kind: 'report', dossier, id, to: 'another-id' })}`,
    `/admin/records/merge?${new URLSearchParams({ kind: 'source', id: 'reuters', stays: 'kyodo-news' })}`,
    '/admin/webhooks',
    '/admin/deliveries',
  ])
  // Fewer would mean that the walk no longer finds them.
  expect(forms.length).toBeGreaterThanOrEqual(23)

  const contextOf = async (page?: Page): Promise<APIRequestContext> =>
    playwright.request.newContext({
      baseURL: here,
      ...(page ? { storageState: await page.context().storageState() } : {}),
    })
  const send = async (context: APIRequestContext, form: FoundForm, origin: string | null) =>
    context.post(form.page, {
      multipart: bodyOf(form),
      headers: origin === null ? {} : { origin },
      maxRedirects: 0,
    })
  const before = await stored(site.env)
  const wrong: string[] = []

  const byEditor = await contextOf(editor)
  for (const origin of ['https://elsewhere.example', 'null', null])
    for (const form of forms) {
      const answer = await send(byEditor, form, origin)
      if (answer.status() !== 403) wrong.push(`${form.page} ${form.action} from ${origin}: ${answer.status()}`)
    }
  expect(wrong).toEqual([])
  expect(await stored(site.env)).toBe(before)

  const stranger = await contextOf()
  for (const form of forms) {
    const answer = await send(stranger, form, here)
    // The form is given back with the sign-in; signing out and the like lead there.
    if (![401, 303, 307].includes(answer.status()))
      wrong.push(`${form.page} ${form.action} signed out: ${answer.status()}`)
  }
  expect(wrong).toEqual([])
  expect(await stored(site.env)).toBe(before)

  // The drafts are another person's, and an author may write in his own only.
  const author = await contextOf(await deskOf('author'))
  const own = ['/admin', '/admin/account', '/admin/records', '/admin/reports/new']
  for (const form of forms.filter(
    ({ page }) => !own.includes(page.split('?')[0] ?? '') && !page.startsWith('/admin/history'),
  ))
    await send(author, form, here)
  expect(await stored(site.env)).toBe(before)
  for (const context of [byEditor, stranger, author]) await context.dispose()
})
