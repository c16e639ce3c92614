import type { AuditFilter } from '@/db/queries/audit'
import { isDay } from '@/lib/model'

/** What the form of the audit log asks for, as its address says it. */
export interface AuditAsked {
  by: string
  action: string
  subject: string
  since: string
  until: string
}

const names = ['by', 'action', 'subject', 'since', 'until'] as const

/** Reads the parameters of the audit log; what is no day is named in `wrong`, and not filtered by. */
export function readAuditFilter(parameters: URLSearchParams): {
  asked: AuditAsked
  filter: AuditFilter
  wrong: ('since' | 'until')[]
} {
  const read = (name: keyof AuditAsked) => (parameters.get(name) ?? '').trim()
  const asked: AuditAsked = {
    by: read('by'),
    action: read('action'),
    subject: read('subject'),
    since: read('since'),
    until: read('until'),
  }
  const wrong = (['since', 'until'] as const).filter((name) => asked[name] !== '' && !isDay(asked[name]))
  const given = names.filter((name) => asked[name] !== '' && !wrong.some((one) => one === name))
  return { asked, filter: Object.fromEntries(given.map((name) => [name, asked[name]])), wrong }
}
