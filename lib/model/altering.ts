import type { Change } from './records'

/** The ids of the changes that alter a rule: a report concerns a rule through them. */
export const changesOfRule = (changes: readonly Change[], rule: string): string[] =>
  changes.filter(({ alterations }) => alterations.some((alteration) => alteration.rule === rule)).map(({ id }) => id)
