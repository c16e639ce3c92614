import 'server-only'
import type { Db } from '@/db/client'
import { recordKey } from '@/db/key'
import { findRecord } from '@/db/queries/record'
import { findAskable, type Locale, say, titleOf } from '@/lib/model'
import type { AskedThing } from './id-plan'

/** What something that is public is called; null where it is not. */
export async function titleOfAsked(db: Db, { what, dossier }: AskedThing, locale: Locale): Promise<string | null> {
  if (what.kind !== 'value' && what.kind !== 'dimension') {
    const found = await findRecord(db, recordKey(what.kind, dossier, what.id))
    return found && (titleOf(found.record, locale) || what.id)
  }
  const found = await findRecord(db, recordKey('dossier', dossier, dossier))
  const dimension = found?.record.dimensions.find(({ id }) => id === (what.dimension ?? what.id))
  const thing = dimension && (what.kind === 'dimension' ? dimension : findAskable(dimension, what.id))
  return thing ? (thing.name ? say(thing.name, locale).text : what.id) : null
}
