const fromTheRight = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Mend', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa'])

/** `rtl` for a language whose script runs from right to left; undefined for any other, as pages do. */
export function directionOf(language: string): 'rtl' | undefined {
  try {
    const { script } = new Intl.Locale(language).maximize()
    return script !== undefined && fromTheRight.has(script) ? 'rtl' : undefined
  } catch {
    return undefined
  }
}
