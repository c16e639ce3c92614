import { type Delimiter, delimiters } from '@/lib/porting/csv/rows'

/** What a delimiter is called in forms and messages: a tab does not go through a form as it is. */
export const delimiterNames = ['comma', 'semicolon', 'tab'] as const
export type DelimiterName = (typeof delimiterNames)[number]

export const delimiterName = (delimiter: Delimiter): DelimiterName =>
  delimiterNames[delimiters.indexOf(delimiter)] ?? 'comma'

export const delimiterOf = (name: DelimiterName): Delimiter => delimiters[delimiterNames.indexOf(name)] ?? ','
