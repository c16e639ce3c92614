import type { Report } from '@/lib/model'
import type { Translator } from '@/lib/words/messages'

/** The address names something that is not published; the page answers 404. */
export class Missing extends Error {
  constructor(
    readonly kind: 'dossier' | 'report' | 'rule' | 'change' | 'page',
    readonly id: string,
    /** Addresses of what may have been meant. */
    readonly near: { href: string; title: string }[] = [],
  ) {
    super(`no ${kind} “${id}”`)
    this.name = 'Missing'
  }
}

/** The address names a report that was retracted; the page answers 410 and says why. */
export class Retracted extends Error {
  constructor(readonly report: Report) {
    super(`the report “${report.id}” was retracted`)
    this.name = 'Retracted'
  }
}

/** A parameter of the address cannot be used; the page answers 400 and says how to mend it. */
export class BadParameter extends Error {
  constructor(
    readonly parameter: string,
    readonly value: string,
    readonly explain: (t: Translator) => string,
    /** Values that may have been meant. */
    readonly near: string[] = [],
  ) {
    super(`bad parameter ${parameter}`)
    this.name = 'BadParameter'
  }
}
