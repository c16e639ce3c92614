import { recordKey } from '@/db/key'
import { type IdMention, isId, recordKinds } from '@/lib/model'
import type { AskedThing } from './id-plan'

/** What the address of such a page may say. */
export interface AskedNames {
  kind?: string
  dossier?: string
  dimension?: string
  id?: string
}

const mentionable: readonly IdMention['kind'][] = [
  ...recordKinds.flatMap((kind) => (kind === 'dossier' || kind === 'site' ? [] : [kind])),
  'dimension',
  'value',
]

/** What an address or a form names; null where it names nothing that can have another id. */
export function askedOf({ kind = '', dossier = '', dimension = '', id = '' }: AskedNames): AskedThing | null {
  const known = mentionable.find((one) => one === kind)
  if (!known || !isId(id) || (known !== 'source' && !isId(dossier)) || (known === 'value' && !isId(dimension)))
    return null
  const within = known === 'value' || known === 'dimension' ? dossier : recordKey(known, dossier, id).dossier
  return { what: { kind: known, id, ...(known === 'value' ? { dimension } : {}) }, dossier: within }
}

/** The same as parameters of an address, or fields of a form. */
export const parametersOf = ({ what, dossier }: AskedThing): Record<string, string> => ({
  kind: what.kind,
  dossier,
  ...(what.dimension === undefined ? {} : { dimension: what.dimension }),
  id: what.id,
})
