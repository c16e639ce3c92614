const control = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu

/** A text for one line of a terminal: what would move the cursor or change colours is a space. */
export const plainLine = (text: string): string => text.replace(control, ' ').trim()

/** Rows of a table as lines, their columns under each other. */
export function columns(rows: readonly (readonly string[])[]): string[] {
  const plain = rows.map((row) => row.map(plainLine))
  const widths = (plain[0] ?? []).map((_, at) => Math.max(...plain.map((row) => row[at]?.length ?? 0)))
  return plain.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}
