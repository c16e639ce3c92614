import type { Compiled, CompiledChange, CompiledRule } from './types'

/** The rule of this id; undefined when the dossier has none, or none is asked for. */
export const findRule = ({ rules, ruleIndex }: Compiled, id: string | null | undefined): CompiledRule | undefined =>
  rules[ruleIndex.get(id ?? '') ?? -1]

/** The change of this id; undefined when the dossier has none, or none is asked for. */
export const findChange = (
  { changes, changeIndex }: Compiled,
  id: string | null | undefined,
): CompiledChange | undefined => changes[changeIndex.get(id ?? '') ?? -1]
