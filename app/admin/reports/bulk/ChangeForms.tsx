import type { ReactNode } from 'react'
import { deskWords } from '@/app/_server/desk-words'
import { english, japanese } from '@/lib/addresses/names'
import type { ReportsVerb } from '@/lib/forms/change-reports'
import { effectKinds, reportKinds, sourcings, stages } from '@/lib/model'
import { Field, type Option } from '../../_components/Field'
import { wordOptions } from '../../_components/options'

interface Props {
  carried: readonly [string, string][]
  changes: Option[]
  sources: Option[]
  /** The form that was sent, with what was filled in and what is wrong with it. */
  verb: ReportsVerb | null
  values: Readonly<Record<string, string>>
  errors: Readonly<Record<string, string[]>>
}

/** What can be done to the reports, a small form each; none of them changes anything yet. */
export async function ChangeForms({ carried, changes, sources, verb, values, errors }: Props) {
  const t = await deskWords()
  const choose = t('form.choose')
  const form = (own: ReportsVerb, field: (props: FieldsOf) => ReactNode) => (
    <form key={own} method="get" action="/admin/reports/bulk" className="inline" aria-label={t(`bulk.verb.${own}`)}>
      {carried.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="verb" value={own} />
      <fieldset>
        <legend>{t(`bulk.verb.${own}`)}</legend>
        {field((name) =>
          verb === own
            ? { name: `${own}.${name}`, value: values[name] ?? '', errors: errors[name] ?? [] }
            : { name: `${own}.${name}` },
        )}
        <button type="submit">{t('bulk.preview')}</button>
      </fieldset>
    </form>
  )
  return (
    <section className="desk-section change-forms">
      <h2>{t('bulk.what')}</h2>
      {form('publisher', (of) => (
        <Field {...of('source')} label={t('form.publisher')} options={sources} empty={choose} />
      ))}
      {form('tag', (of) => (
        <>
          <Field {...of('change')} label={t('form.change')} options={changes} empty={choose} />
          <Field
            {...of('kind')}
            label={t('form.kind')}
            options={wordOptions(t, 'effect', effectKinds)}
            empty={choose}
            size="short"
          />
          <Field
            {...of('stage')}
            label={t('form.stage')}
            options={wordOptions(t, 'stage', stages)}
            empty={t('form.none')}
            size="short"
          />
          <Field {...of('on')} label={t('bulk.on')} hint={t('bulk.onHint')} size="short" />
        </>
      ))}
      {form('replace', (of) => (
        <>
          <Field {...of('change')} label={t('form.change')} options={changes} empty={choose} />
          <Field {...of('by')} label={t('bulk.by')} options={changes} empty={choose} />
        </>
      ))}
      {form('describe', (of) => (
        <>
          <Field
            {...of('kind')}
            label={t('form.kindOfReport')}
            options={wordOptions(t, 'reportKind', reportKinds)}
            empty={t('form.asItIs')}
            size="short"
          />
          <Field
            {...of('sourcing')}
            label={t('form.sourcing')}
            options={wordOptions(t, 'sourcing', sourcings)}
            empty={t('form.asItIs')}
            size="short"
          />
        </>
      ))}
      {form('retract', (of) => (
        <>
          <Field {...of('note')} label={t('form.noteEn')} hint={t('bulk.noteHint')} lang={english} />
          <Field {...of('noteJa')} label={t('form.noteJa')} lang={japanese} />
        </>
      ))}
    </section>
  )
}

type FieldsOf = (name: string) => { name: string; value?: string; errors?: string[] }
