import type { Page, Route } from '@playwright/test'
import { password } from '../support/sites'
import { takenOver } from '../support/taken-over'
import { expect } from '../support/test'

export const dossier = 'us-chip-export-controls'
/** A report with texts in two languages and something in every list. */
export const fullReport = { dossier: 'eu-ai-act', id: '2026-06-eu-matrix-council-statements' }

/** Signs in through the form: for tests that end their session. */
export async function signIn(page: Page, login = 'author'): Promise<void> {
  await page.goto('/admin/sign-in')
  await page.getByLabel('Name').fill(login)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL('**/admin')
}

/** Begins a report of its own and returns the address of its draft. */
export async function newDraft(page: Page, headline: string): Promise<string> {
  await page.goto(`/admin/reports/new?dossier=${dossier}`)
  await page.getByLabel('Publisher', { exact: true }).selectOption({ index: 1 })
  await page.getByLabel('Headline', { exact: true }).fill(headline)
  await page.getByRole('button', { name: 'Start the draft' }).click()
  await page.waitForURL('**/admin/drafts/**')
  await takenOver(page)
  return page.url()
}

/** Begins a draft of a published record. */
export async function draftOf(page: Page, kind: string, of: string, id: string): Promise<string> {
  await page.goto(`/admin/history?${new URLSearchParams({ kind, dossier: of, id })}`)
  await page.getByRole('button', { name: 'Edit in a draft' }).click()
  await page.waitForURL('**/admin/drafts/**')
  await takenOver(page)
  return page.url()
}

export async function discard(page: Page): Promise<void> {
  await page.getByText('Discard…').click()
  await page.getByRole('button', { name: 'Discard this draft' }).click()
  await page.waitForURL('**/admin?notice=discarded')
}

export const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true })
export const saved = (page: Page) => expect(page.getByRole('status').filter({ hasText: 'Saved at' })).toBeVisible()

/** Holds back the answers to all forms until it is told to let them go. */
export async function holdAnswers(page: Page): Promise<{ arrived: Promise<void>; letGo: () => void }> {
  let letGo = () => {}
  const gate = new Promise<void>((resolve) => {
    letGo = resolve
  })
  let arrive = () => {}
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve
  })
  await page.route('**/admin/**', async (route: Route) => {
    if (route.request().method() !== 'POST') return route.fallback()
    const response = await route.fetch()
    arrive()
    await gate
    return route.fulfill({ response })
  })
  return { arrived, letGo }
}
