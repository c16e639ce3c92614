import { randomUUID } from 'node:crypto'

/** A key of this rendering of a form, by which a form that is sent twice is stored once. */
export const Attempt = () => <input type="hidden" name="attempt" value={randomUUID()} readOnly />
