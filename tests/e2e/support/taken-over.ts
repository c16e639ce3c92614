import type { Page } from '@playwright/test'

/**
 * Waits until React holds every field and button of a desk page, where scripts run: what it has taken over carries a name that begins so.
 * Whoever chooses a text and types over it before that may find what he chose no longer chosen.
 * (A network that is at rest is no sign of it: the browser does not always tell of that.)
 */
export const takenOver = (page: Page) =>
  page.waitForFunction(() => {
    // Only without scripts what stands in there is part of the page.
    if ([...document.querySelectorAll('noscript')].some(({ children }) => children.length > 0)) return true
    const parts = [...document.querySelectorAll('body.desk :is(button, select, textarea)')]
    return parts.length > 0 && parts.every((part) => Object.keys(part).some((key) => key.startsWith('__react')))
  })

/** Waits until the page of a draft is there, and React holds it. */
export async function draftOpen(page: Page): Promise<void> {
  await page.waitForURL('**/admin/drafts/**')
  await takenOver(page)
}
