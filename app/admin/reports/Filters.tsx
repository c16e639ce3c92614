import { deskLocale, deskWords } from '@/app/_server/desk-words'
import { reportSorts } from '@/db/queries/desk/report-list'
import { type Dossier, effectKinds, reportKinds, type Source, stages, type Text } from '@/lib/model'
import { Field } from '../_components/Field'
import { inOrder, wordOptions } from '../_components/options'
import { type ReportsAsked, reportStates } from './asked'
import type { FilterRecords } from './found'

interface Props extends ReportsAsked, FilterRecords {
  dossiers: readonly Dossier[]
  sources: readonly Source[]
}

type Named = { id: string } & ({ title: Text } | { name: Text })

/** What the list can be narrowed to and sorted by: a plain form, whose address can be kept. */
export async function Filters({ asked, wrong, dossiers, sources, changes, rules, actors }: Props) {
  const [t, locale] = [await deskWords(), await deskLocale()]
  const named = (records: readonly Named[]) =>
    inOrder(
      locale,
      records.map((record) => [record.id, 'title' in record ? record.title : record.name]),
    )
  const isWrong = (name: keyof typeof asked) => (wrong.includes(name) ? { errors: [t('reports.notDate')] } : {})
  return (
    <form method="get" action="/admin/reports" className="report-filters">
      <div className="grid">
        <Field name="words" label={t('reports.words')} value={asked.words} hint={t('reports.wordsHint')} />
        <Field
          name="dossier"
          label={t('reports.dossier')}
          value={asked.dossier}
          options={named(dossiers)}
          empty={t('form.all')}
        />
        <Field
          name="state"
          label={t('reports.show')}
          value={asked.state || 'all'}
          options={reportStates.map((value) => ({ value, label: t(`reports.state.${value}`) }))}
        />
        <Field
          name="sort"
          label={t('reports.sort')}
          value={asked.sort || 'published'}
          options={reportSorts.map((value) => ({ value, label: t(`reports.sorts.${value}`) }))}
        />
      </div>
      <details open={moreNames.some((name) => asked[name] !== '')}>
        <summary>{t('reports.moreFilters')}</summary>
        <div className="grid">
          <Field
            name="source"
            label={t('form.publisher')}
            value={asked.source}
            options={named(sources)}
            empty={t('form.any')}
          />
          {asked.dossier === '' ? (
            <p className="hint">{t('reports.chooseDossier')}</p>
          ) : (
            <>
              <Field
                name="change"
                label={t('form.change')}
                value={asked.change}
                options={named(changes)}
                empty={t('form.any')}
              />
              <Field
                name="rule"
                label={t('form.rule')}
                value={asked.rule}
                options={named(rules)}
                empty={t('form.any')}
              />
              <Field
                name="actor"
                label={t('form.actor')}
                value={asked.actor}
                options={named(actors)}
                empty={t('form.any')}
              />
            </>
          )}
          <Field
            name="kind"
            label={t('form.kindOfReport')}
            value={asked.kind}
            options={wordOptions(t, 'reportKind', reportKinds)}
            empty={t('form.any')}
          />
          <Field
            name="effect"
            label={t('reports.kindOfEffect')}
            value={asked.effect}
            options={wordOptions(t, 'effect', effectKinds)}
            empty={t('form.any')}
          />
          <Field
            name="stage"
            label={t('form.stage')}
            value={asked.stage}
            options={wordOptions(t, 'stage', stages)}
            empty={t('form.any')}
          />
          <Field name="from" label={t('reports.from')} value={asked.from} {...isWrong('from')} />
          <Field name="to" label={t('reports.to')} value={asked.to} {...isWrong('to')} />
        </div>
      </details>
      <p className="buttons">
        <button type="submit">{t('reports.find')}</button>
        <a href="/admin/reports">{t('reports.showAll')}</a>
      </p>
    </form>
  )
}

const moreNames = ['source', 'change', 'rule', 'actor', 'kind', 'effect', 'stage', 'from', 'to'] as const
