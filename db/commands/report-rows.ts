import { type Dossier, firstDay, publishedDate, type Report } from '@/lib/model'

/** A published report taken apart into the rows that lists and filters read. Days are first days (design, section 2). */
export function reportRows(report: Report, dossier: Dossier, edition: number) {
  const day = firstDay(publishedDate(report.published, dossier.timeZone))
  const of = { dossier: dossier.id, report: report.id }
  return {
    reports: [
      {
        dossier: dossier.id,
        id: report.id,
        day,
        published: report.published,
        source: report.source,
        kind: report.kind,
        sourcing: report.sourcing,
        updatedEdition: edition,
      },
    ],
    effects: report.effects.map(({ change, kind, stage = null, on }, position) => {
      return { ...of, position, change, kind, stage, on: on ? firstDay(on) : day }
    }),
    positions: report.positions.map(({ actor, change, stance, on }, position) => {
      return { ...of, position, actor, change, stance, on: on ? firstDay(on) : day }
    }),
    expectations: report.expectations.map(({ change, stage, from, until }, position) => {
      return {
        ...of,
        position,
        change,
        stage,
        from: from ? firstDay(from) : null,
        until: until ? firstDay(until) : null,
      }
    }),
    relations: [...new Set(report.related)].map((related) => ({ ...of, related })),
  }
}

export type ReportRows = ReturnType<typeof reportRows>
