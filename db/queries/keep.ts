import type { Db } from '@/db/dialect'

const kept = new WeakMap<Db, Map<string, unknown>>()

/** A query of this database made ready once, by its name: making one costs more than running it. */
export function keep<Ready>(db: Db, name: string, make: (name: string) => Ready): Ready {
  const ofDb = kept.get(db) ?? new Map<string, unknown>()
  kept.set(db, ofDb)
  const ready = (ofDb.get(name) as Ready | undefined) ?? make(name)
  ofDb.set(name, ready)
  return ready
}
