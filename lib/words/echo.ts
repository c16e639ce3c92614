const mostEchoed = 80
const control = /[^\P{Cc}\t\n\r]/gu

/** What an answer repeats of what was asked: 80 characters at the most, and none that a document may not hold. */
export function echoed(text: string): string {
  const shown = [...text].slice(0, mostEchoed).join('').replace(control, '\ufffd')
  return isLongToEcho(text) ? `${shown}…` : shown
}

/** Whether a text of an address is not shown whole where it is repeated. */
export const isLongToEcho = (text: string): boolean => [...text].length > mostEchoed

/** Whether a text of an address is no text: it holds control characters, or its bytes were not UTF-8 (decoded to U+FFFD). */
export const isUnreadable = (text: string): boolean => /[^\P{Cc}\t\n\r]|\ufffd/u.test(text)
