import type { Db, Tx } from '@/db/dialect'
import { HeldForms } from './held'

/*
 * The server and the pages it serves are two bundles of one process: they meet on globalThis. What is held belongs to a connection and
 * goes with it.
 */
interface Shared {
  forms: WeakMap<object, HeldForms>
  /** The connection that a write under way belongs to. */
  writes: WeakMap<object, object>
}

const key = Symbol.for('rulewire.held')
const shared = globalThis as typeof globalThis & { [key]?: Shared }
shared[key] ??= { forms: new WeakMap(), writes: new WeakMap() }
const { forms, writes } = shared[key]

/** What is held of what a connection reads. */
export function heldOf(db: Db): HeldForms {
  const found = forms.get(db) ?? new HeldForms()
  forms.set(db, found)
  return found
}

/** Notes to whose connection a write belongs, for as long as it has published nothing itself. */
export const beginsWriting = (tx: Tx, db: Db): void => void writes.set(tx, db)

/** Notes that a write has published: what it reads from then on may never become public. */
export const hasPublished = (tx: Tx): void => void writes.delete(tx)

/** What is held for a write; one that has published already, or is none of a connection of the program, reads for itself. */
export function heldIn(tx: Tx): HeldForms {
  const db = writes.get(tx)
  return db ? heldOf(db as Db) : new HeldForms()
}
