import { type APIRequestContext, test as base, type Page } from '@playwright/test'
import { far } from '../../support/far'
import { type Env, type OwnSite, ownSite } from './serve'
import { type Account, stateFile } from './sites'

interface Fixtures {
  /** A page on which the account is signed in already. */
  deskOf: (account: Account) => Promise<Page>
  /** Whether editors save by themselves after a while: off, so that what is not saved stays so until a test saves it. */
  savesItself: boolean
  /** Fails the test when a page asks any other host for anything. */
  noForeignHosts: undefined
}

/** Keeps the timers of autosave (`app/admin/_components/unsaved/autosave.ts`) from running out. */
function saveByHand(): void {
  const later = window.setTimeout.bind(window) as (...given: unknown[]) => number
  Reflect.set(window, 'setTimeout', (work: unknown, milliseconds?: number, ...rest: unknown[]) =>
    milliseconds === 3_000 || milliseconds === 10_000 ? 0 : later(work, milliseconds, ...rest),
  )
}

export const test = base.extend<Fixtures>({
  savesItself: [false, { option: true }],
  context: async ({ context, savesItself }, use) => {
    if (!savesItself) await context.addInitScript(saveByHand)
    await use(context)
  },
  deskOf: async ({ browser, savesItself }, use, info) => {
    const opened: Page[] = []
    await use(async (account) => {
      const context = await browser.newContext({ storageState: stateFile(info.project.name, account) })
      if (!savesItself) await context.addInitScript(saveByHand)
      const page = await context.newPage()
      opened.push(page)
      return page
    })
    for (const page of opened) await page.context().close()
  },
  noForeignHosts: [
    async ({ context, baseURL }, use) => {
      const foreign: string[] = []
      context.on('request', (request) => {
        const url = new URL(request.url())
        if (url.protocol.startsWith('http') && url.origin !== baseURL) foreign.push(request.url())
      })
      await use(undefined)
      if (foreign.length > 0) throw new Error(`Foreign hosts were asked: ${foreign.join(', ')}`)
    },
    { auto: true },
  ],
})

/**
 * Tests on a site of their own, for files that publish: what one file reads is not moved by another. The accounts are those
 * of the common site; `site.env` is for the command line.
 */
export const onOwnSite = (settings?: Env) =>
  test.extend<object, { site: OwnSite }>({
    site: [
      async ({ browserName: _ }, use, info) => {
        const site = await ownSite(info.project.name, settings)
        await use(site)
        await site.end()
      },
      { scope: 'worker', auto: true, timeout: far },
    ],
    baseURL: async ({ site }, use) => use(site.address),
  })

export { expect } from '@playwright/test'

export interface VerdictAnswer {
  disposition: string
  rule: string | null
  change: string | null
  edition: number
  evidence: { report: string }[]
  pending: { change: string; stage: string }[]
  conflict: boolean
}

/** Asks the API for a verdict of the Japanese dossier. */
export async function verdict(request: APIRequestContext, asked: Record<string, string>): Promise<VerdictAnswer> {
  const response = await request.get(`/api/v1/dossiers/japan-defence-transfers/verdict?${new URLSearchParams(asked)}`)
  if (!response.ok()) throw new Error(`${response.status()} ${await response.text()}`)
  return response.json()
}
