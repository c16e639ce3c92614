import { plainLanguage } from '@/lib/addresses/names'
import { readAddressField } from '@/lib/forms/address-field'
import { readDateField } from '@/lib/forms/date-field'
import type { RecordKind } from '@/lib/model'
import { reportId } from '@/lib/words/slug'
import { type AnswerName, type Answers, answered } from './answers'
import type { AnswerProblem } from './dimensions'

/** A record that answers make, as its draft keeps it. */
export interface BegunRecord {
  kind: RecordKind
  id: string
  data: Record<string, unknown>
}

interface TellingIds {
  /** Of the rule, and of the change by which it comes. */
  rule: string
  actor: string
  report: string
  source: string
}

const needed: readonly AnswerName[] = [
  'actor.name',
  'rule.title',
  'rule.to',
  'source.name',
  'report.headline',
  'report.published',
  'report.stage',
]

/** What of these answers is missing, in the words of the model. */
export const missingOf = (answers: Answers, names: readonly AnswerName[]): AnswerProblem[] =>
  names.filter((name) => answered(answers, name) === '').map((name) => ({ name, message: 'is missing' }))

const dateIn = (answers: Answers, name: AnswerName): string | undefined =>
  answered(answers, name) === '' ? undefined : readDateField(answered(answers, name))

/** The id that the report is to have, of its publisher, its day and its headline. */
export const reportIdOf = (answers: Answers, source: string): string =>
  reportId({
    published: dateIn(answers, 'report.published') ?? '',
    source,
    headline: answered(answers, 'report.headline'),
  }) || 'report-1'

/** A rule, the change by which it comes, the report that tells of it, and who decides and who published it where they are new. */
export function toldRecords(
  answers: Answers,
  {
    scope,
    ids,
    isKnown,
  }: { scope: Record<string, string[]>; ids: TellingIds; isKnown: { actor: boolean; source: boolean } },
): { records: BegunRecord[]; problems: AnswerProblem[] } {
  const said = (name: AnswerName) => answered(answers, name)
  const language = said('language') || plainLanguage
  const ofArticle = said('report.language') || language
  const text = (name: AnswerName) => (said(name) === '' ? undefined : { [language]: said(name) })
  const { rule, actor, report, source } = ids
  const conditions = text('rule.conditions')
  const records: BegunRecord[] = [
    { kind: 'rule', id: rule, data: plain({ id: rule, title: text('rule.title'), scope }) },
    {
      kind: 'change',
      id: rule,
      data: plain({
        id: rule,
        title: text('rule.title'),
        alterations: [
          plain({
            rule,
            to: said('rule.to') || undefined,
            conditions: conditions && [conditions],
            from: dateIn(answers, 'rule.from'),
          }),
        ],
      }),
    },
    {
      kind: 'report',
      id: report,
      data: plain({
        id: report,
        source,
        url: readAddressField(said('report.url')) || undefined,
        headline: said('report.headline') === '' ? undefined : { [ofArticle]: said('report.headline') },
        published: dateIn(answers, 'report.published'),
        language: ofArticle,
        sourcing: 'seen',
        effects: [
          plain({
            change: rule,
            kind: 'moves',
            stage: said('report.stage') || undefined,
            on: dateIn(answers, 'report.on'),
            by: said('actor.name') === '' ? undefined : actor,
            quote: said('report.quote') === '' ? undefined : { text: said('report.quote'), language: ofArticle },
          }),
        ],
        summary: said('report.summary') || undefined,
      }),
    },
  ]
  if (!isKnown.actor)
    records.unshift({
      kind: 'actor',
      id: actor,
      data: plain({ id: actor, name: text('actor.name'), kind: said('actor.kind') || 'body' }),
    })
  if (!isKnown.source)
    records.unshift({
      kind: 'source',
      id: source,
      data: plain({ id: source, name: text('source.name'), kind: said('source.kind') || 'other' }),
    })
  return { records, problems: missingOf(answers, needed) }
}

/** As the draft of a record keeps it: what is not told is not there. */
export const plain = (data: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined))
