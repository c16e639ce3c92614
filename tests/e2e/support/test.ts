import { type APIRequestContext, test as base, type Page } from '@playwright/test'
import { type Account, stateFile } from './sites'

interface Fixtures {
  /** A page on which the account is signed in already. */
  deskOf: (account: Account) => Promise<Page>
  /** Fails the test when a page asks any other host for anything. */
  noForeignHosts: undefined
}

export const test = base.extend<Fixtures>({
  deskOf: async ({ browser }, use, info) => {
    const opened: Page[] = []
    await use(async (account) => {
      const context = await browser.newContext({ storageState: stateFile(info.project.name, account) })
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
