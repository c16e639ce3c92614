import type { Db } from '@/db/dialect'
import { eventDays } from '@/db/schema'
import { type Day, dayOfInstant, type Instant } from '@/lib/model'
import type { Compiled } from '@/lib/policy'
import type { Database } from '../client'
import { heldOf } from '../held/of-process'
import { currentEditionNumber } from '../queries/edition'
import { listDossiers } from '../queries/record'
import { writeDays } from './events/day-rows'
import { lockHead } from './publish/publish'

/**
 * Writes what the days that have come by an instant brought (model, section 10), each dossier in its own zone, the missed ones in
 * order. However many nodes do it at once, each event is written once; where nothing is to do nothing is written. Rejects when the
 * database cannot be had; what was not written then is written by the next call.
 */
export async function writeDayEvents({ db, write }: Pick<Database, 'db' | 'write'>, at: Instant): Promise<void> {
  for (;;) {
    const edition = await currentEditionNumber(db)
    const due = await dossiersDue(db, at)
    if (due.length === 0) return
    const held = heldOf(db)
    const { sources } = await held.at(db, '', edition)
    const forms: { compiled: Compiled; today: Day }[] = []
    for (const { id, today } of due) {
      const { records } = await held.at(db, id, edition)
      if (records) forms.push({ compiled: held.compile(records, sources), today })
    }
    // Compiled before the others have to wait; of another edition it is done again.
    const isDone = await write(async (tx) => {
      if ((await lockHead(tx)) !== edition) return false
      for (const { compiled, today } of forms) await writeDays(tx, compiled, { edition, today, at })
      return true
    })
    if (isDone) return
  }
}

/** The dossiers of which the day that has come is not told yet. */
async function dossiersDue(db: Db, at: Instant): Promise<{ id: string; today: Day }[]> {
  const told = new Map((await db.select().from(eventDays)).map(({ dossier, day }) => [dossier, day]))
  return (await listDossiers(db)).flatMap(({ id, timeZone }) => {
    const today = dayOfInstant(at, timeZone)
    return (told.get(id) ?? '') < today ? [{ id, today }] : []
  })
}
