import type { Address } from './address'
import { parameter } from './parameters'

const form = (path: string, parameters: Address['parameters'] = {}): Address => ({
  path: `/{locale}/follow/${path}`,
  parameters,
  isPrivate: true,
  absolute: true,
})

/** Where the forms of who follows by mail are sent: all of them take POST, and what they answer is for one reader. */
export const followForms = {
  /** Asks to be told of something: `what`, `rhythm`, `address`. */
  ask: form('ask'),
  /** Confirms, changes or ends it: `token`, `act`, `rhythm`, `language`. */
  set: form('set'),
  /** Ends it by one click of a mail program (RFC 8058). */
  stop: form('stop', { token: parameter.text() }),
}
