import type { SubjectKind } from '@/db/schema'
import { type Dossier, firstDay, publishedDate, type Report, titleOf } from '@/lib/model'

export interface ReportState {
  /** The edition that brought this state, and the one that ended it. */
  edition: number
  until: number
  revision: number
  discredited: boolean
}

/** One state of a report taken apart into the rows that lists and filters read. Days are first days (model, section 2). */
export function reportRows(report: Report, dossier: Dossier, { edition, until, revision, discredited }: ReportState) {
  const day = firstDay(publishedDate(report.published, dossier.timeZone))
  const of = { dossier: dossier.id, report: report.id, edition }
  return {
    reports: [
      {
        dossier: dossier.id,
        id: report.id,
        edition,
        until,
        revision,
        day,
        published: report.published,
        source: report.source,
        kind: report.kind,
        sourcing: report.sourcing,
        discredited,
        title: titleOf(report).toLowerCase(),
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
    subjects: subjectsOf(report).map((subject) => ({ ...of, ...subject, until, day })),
  }
}

function subjectsOf({ effects, positions, expectations }: Report): { kind: SubjectKind; subject: string }[] {
  const changes = new Set([...effects, ...positions, ...expectations].map(({ change }) => change))
  const actors = new Set(positions.map(({ actor }) => actor))
  return [
    ...Array.from(changes, (subject) => ({ kind: 'change' as const, subject })),
    ...Array.from(actors, (subject) => ({ kind: 'actor' as const, subject })),
  ]
}

export type ReportRows = ReturnType<typeof reportRows>
