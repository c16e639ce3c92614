import type { Page } from '@playwright/test'

/**
 * Waits until React holds every field and button of a desk page: what it has taken over carries a name that begins so.
 * (A network that is at rest is no sign of it: the browser does not always tell of that.)
 */
export const takenOver = (page: Page) =>
  page.waitForFunction(() => {
    const parts = [...document.querySelectorAll('body.desk :is(button, select, textarea)')]
    return parts.length > 0 && parts.every((part) => Object.keys(part).some((key) => key.startsWith('__react')))
  })
