import { inEnglish } from './in-english'
import type { Reason } from './reason'

/** A parameter of an address cannot be used: which, why and what may have been meant. Its message says so in English. */
export class BadParameter extends Error {
  constructor(
    readonly parameter: string,
    /** As it was given; '' where it was not. */
    readonly value: string,
    readonly reason: Reason,
    /** Values that may have been meant or, of an unknown parameter, names. */
    readonly near: readonly string[] = [],
  ) {
    super(inEnglish(parameter, value, reason, near))
    this.name = 'BadParameter'
  }
}
