/** What is wrong with a local time that was typed, as the end of a sentence. */
export const sayLocalTime = (reason: 'unreadable' | 'skipped', zone: string): string =>
  reason === 'skipped'
    ? `does not exist in ${zone}: the clocks are put forward past it. Take a time before or after`
    : 'is no time: write 2026-03-29T09:00'
