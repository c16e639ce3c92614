import { type Locale, say } from '@/lib/model'
import { toCsv } from './csv'
import type { VerdictForm } from './verdict'

const columns = [
  'report',
  'source',
  'headline',
  'url',
  'published',
  'sourcing',
  'effect',
  'stage',
  'on',
  'certainty',
  'quote',
  'quote_language',
  'attribution',
] as const

/** The evidence of an answer as CSV, the weightiest first: a row for each effect of a report, with its quote. */
export const evidenceCsv = ({ evidence }: Pick<VerdictForm, 'evidence'>, locale: Locale): string =>
  toCsv(
    columns,
    evidence.map((one) => [
      one.report,
      one.source,
      say(one.headline, locale).text,
      one.url,
      one.published,
      one.sourcing,
      one.kind,
      one.stage,
      one.on,
      one.certainty,
      one.quote?.text ?? null,
      one.quote?.language ?? null,
      one.attribution.map(({ who }) => say(who, locale).text).join('; '),
    ]),
  )
