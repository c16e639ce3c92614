import type { Instant, Report } from '@/lib/model'

export { BadParameter } from '@/lib/asking/refusal'

/** The address names something that is not published; the page answers 404. */
export class Missing extends Error {
  constructor(
    readonly kind: 'dossier' | 'report' | 'rule' | 'change' | 'actor' | 'page',
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

/** The address names a record that was removed; the page answers 410 and says when and why. */
export class Removed extends Error {
  readonly at: Instant
  readonly edition: number
  readonly reason: string

  constructor(
    readonly id: string,
    removal: { at: Instant; edition: number; reason: string },
  ) {
    super(`“${id}” was removed`)
    this.name = 'Removed'
    this.at = removal.at
    this.edition = removal.edition
    this.reason = removal.reason
  }
}
