import { reportSorts } from '@/db/queries/desk/report-list'
import { deskLanguage } from '@/lib/addresses/names'
import { type Dossier, effectKinds, reportKinds, type Source, say, stages, type Text } from '@/lib/model'
import { Field } from '../_components/Field'
import { words } from '../_components/options'
import { type ReportsAsked, reportStates } from './asked'
import type { FilterRecords } from './found'

interface Props extends ReportsAsked, FilterRecords {
  dossiers: readonly Dossier[]
  sources: readonly Source[]
}

const named = (records: readonly ({ id: string } & ({ title: Text } | { name: Text }))[]) =>
  records
    .map((record) => ({
      value: record.id,
      label: say('title' in record ? record.title : record.name, deskLanguage).text,
    }))
    .sort((a, b) => a.label.localeCompare(b.label, deskLanguage))

const sorts = {
  published: 'Published, newest first',
  changed: 'Last changed first',
  title: 'Headline, A to Z',
} as const
const states = {
  all: 'All',
  public: 'Public',
  discredited: 'Discredited',
  drafts: 'Drafts',
  retracted: 'Retracted',
} as const

/** What the list can be narrowed to and sorted by: a plain form, whose address can be kept. */
export function Filters({ asked, wrong, dossiers, sources, changes, rules, actors }: Props) {
  const isWrong = (name: keyof typeof asked, says: string) => (wrong.includes(name) ? { errors: [says] } : {})
  return (
    <form method="get" action="/admin/reports" className="report-filters">
      <div className="grid">
        <Field
          name="words"
          label="Words, id or date"
          value={asked.words}
          hint="An id by its beginning; in quotes always words"
        />
        <Field name="dossier" label="Dossier" value={asked.dossier} options={named(dossiers)} empty="All" />
        <Field
          name="state"
          label="Show"
          value={asked.state || 'all'}
          options={reportStates.map((value) => ({ value, label: states[value] }))}
        />
        <Field
          name="sort"
          label="Sort"
          value={asked.sort || 'published'}
          options={reportSorts.map((value) => ({ value, label: sorts[value] }))}
        />
      </div>
      <details open={moreNames.some((name) => asked[name] !== '')}>
        <summary>More filters</summary>
        <div className="grid">
          <Field name="source" label="Publisher" value={asked.source} options={named(sources)} empty="Any" />
          {asked.dossier === '' ? (
            <p className="hint">Choose a dossier to filter by its changes, rules and actors.</p>
          ) : (
            <>
              <Field name="change" label="Change" value={asked.change} options={named(changes)} empty="Any" />
              <Field name="rule" label="Rule" value={asked.rule} options={named(rules)} empty="Any" />
              <Field name="actor" label="Actor" value={asked.actor} options={named(actors)} empty="Any" />
            </>
          )}
          <Field name="kind" label="Kind of report" value={asked.kind} options={words(reportKinds)} empty="Any" />
          <Field name="effect" label="Kind of effect" value={asked.effect} options={words(effectKinds)} empty="Any" />
          <Field name="stage" label="Stage" value={asked.stage} options={words(stages)} empty="Any" />
          <Field name="from" label="From" value={asked.from} {...isWrong('from', 'is no date: write 2026-11-29')} />
          <Field name="to" label="To" value={asked.to} {...isWrong('to', 'is no date: write 2026-11-29')} />
        </div>
      </details>
      <p className="buttons">
        <button type="submit">Find</button>
        <a href="/admin/reports">Show all</a>
      </p>
    </form>
  )
}

const moreNames = ['source', 'change', 'rule', 'actor', 'kind', 'effect', 'stage', 'from', 'to'] as const
