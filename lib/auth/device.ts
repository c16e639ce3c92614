import Bowser from 'bowser'

/** What a browser says of itself, as a person would: "Firefox 130 · Windows"; null where it says nothing that is known. */
export function deviceOf(userAgent: string): string | null {
  if (userAgent.trim() === '') return null
  const { browser, os } = Bowser.parse(userAgent)
  const version = browser.version?.split('.')[0]
  const parts = [browser.name && [browser.name, version].filter(Boolean).join(' '), os.name]
  return parts.filter(Boolean).join(' · ') || null
}
