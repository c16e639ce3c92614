import { recordKey } from '@/db/key'
import { isId, recordKinds } from '@/lib/model'
import type { AskedThing, AskedWhat } from './id-plan'

/** What the address of such a page may say. */
export interface AskedNames {
  kind?: string
  dossier?: string
  dimension?: string
  id?: string
}

const known: readonly AskedWhat['kind'][] = [
  ...recordKinds.flatMap((kind) => (kind === 'site' ? [] : [kind])),
  'dimension',
  'value',
]

/** What an address or a form names; null where it names nothing that can have another id. */
export function askedOf({ kind = '', dossier = '', dimension = '', id = '' }: AskedNames): AskedThing | null {
  const asked = known.find((one) => one === kind)
  if (!asked || !isId(id) || (asked !== 'source' && !isId(dossier)) || (asked === 'value' && !isId(dimension)))
    return null
  if (asked === 'dossier') return id === dossier ? { what: { kind: asked, id }, dossier } : null
  const within = asked === 'value' || asked === 'dimension' ? dossier : recordKey(asked, dossier, id).dossier
  return { what: { kind: asked, id, ...(asked === 'value' ? { dimension } : {}) }, dossier: within }
}

/** Where an editor has to be one to give it another id: a dossier's next one is nobody's yet. */
export const placeOfAsked = ({ what, dossier }: AskedThing): string => (what.kind === 'dossier' ? '' : dossier)

/** The same as parameters of an address, or fields of a form. */
export const parametersOf = ({ what, dossier }: AskedThing): Record<string, string> => ({
  kind: what.kind,
  dossier,
  ...(what.dimension === undefined ? {} : { dimension: what.dimension }),
  id: what.id,
})
