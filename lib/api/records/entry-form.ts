import type { EditionSummary } from '@/lib/events/edition-summary'
import type { StoredEvent } from '@/lib/events/event'
import { type Report, usualLocale } from '@/lib/model'
import type { Contradiction } from '@/lib/policy'
import type { SignedStatement } from '@/lib/signing/statement'
import { pageOfRecord } from './record-form'
import type { ContradictionForm, EditionForm } from './schemas'
import type { ToldItem } from './told'

/** An item that a report tells, with the report that tells it; `root` is scheme and host. */
export const toldForm = (
  { place, item }: ToldItem,
  { dossier, edition, report }: { dossier: string; edition: number; report: Report },
  root: string,
): object => ({
  ...item,
  dossier,
  report: report.id,
  position: place,
  source: report.source,
  published: report.published,
  edition,
  page: pageOfRecord('report', { dossier, id: report.id }, root),
})

/** Reports that disagree, and how it was settled. */
export const contradictionForm = (
  { kind, change, stage, effects, resolution }: Contradiction,
  { dossier, root }: { dossier: string; root: string },
): ContradictionForm => ({
  dossier,
  change: change.id,
  about: kind,
  stage,
  sides: effects.map(({ report, effect, date }) => ({
    report: report.id,
    source: report.source,
    published: report.published,
    kind: effect.kind,
    stage: effect.stage ?? null,
    on: date,
    certainty: effect.certainty,
    quote: effect.quote ?? null,
  })),
  resolution,
  page: `${root}/${usualLocale}/${dossier}/contradictions`,
})

/** An edition, how much it changed, and what is signed of it; who published it is nobody's business. */
export const editionForm = (
  {
    number,
    publishedAt,
    reason,
    summary,
  }: { number: number; publishedAt: string; reason: string; summary: EditionSummary },
  signed: SignedStatement | null,
  root: string,
): EditionForm => ({
  number,
  publishedAt,
  reason,
  dossiers: summary.dossiers,
  records: summary.records,
  signed,
  page: `${root}/${usualLocale}/editions/${number}`,
})

/** An event; of the site: no dossier. */
export const eventForm = ({ id, kind, dossier, edition, day, at, updatedAt, data }: StoredEvent) => ({
  id,
  kind,
  dossier: dossier === '' ? null : dossier,
  edition,
  day,
  at,
  updated: updatedAt,
  data,
})
