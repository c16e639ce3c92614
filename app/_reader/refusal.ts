import type { Report } from '@/lib/model'

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
