import type { Disposition } from '@/lib/model'
import type { Assumed } from './assumed'

/** What comes next as a field of a table: `2027-12-02 required`; '' where nothing does. */
export const nextInWords = (next: { on: string; disposition: Disposition | 'mixed' } | null): string =>
  next ? `${next.on} ${next.disposition}` : ''

/** What also applies as a field of a table: `a-rule required; another-rule conditional`. */
export const dutiesInWords = (duties: readonly { rule: string; disposition: Disposition }[]): string =>
  duties.map(({ rule, disposition }) => `${rule} ${disposition}`).join('; ')

/** The rows at the end of a table that say what it takes to be so. */
export const assumedRows = (assume: readonly Assumed[]): string[][] =>
  assume.map(({ change, day }) => [`Assumed: ${change} in force from ${day}`])
