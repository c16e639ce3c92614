import type { ReactNode } from 'react'
import { japanese } from '@/lib/addresses/names'
import type { ReportsVerb } from '@/lib/forms/change-reports'
import { effectKinds, reportKinds, sourcings, stages } from '@/lib/model'
import { Field, type Option } from '../../_components/Field'
import { words } from '../../_components/options'

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
export function ChangeForms({ carried, changes, sources, verb, values, errors }: Props) {
  const form = (own: ReportsVerb, title: string, field: (props: FieldsOf) => ReactNode) => (
    <form key={own} method="get" action="/admin/reports/bulk" className="inline" aria-label={title}>
      {carried.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="verb" value={own} />
      <fieldset>
        <legend>{title}</legend>
        {field((name) =>
          verb === own
            ? { name: `${own}.${name}`, value: values[name] ?? '', errors: errors[name] ?? [] }
            : { name: `${own}.${name}` },
        )}
        <button type="submit">Preview</button>
      </fieldset>
    </form>
  )
  return (
    <section className="desk-section change-forms">
      <h2>What to change</h2>
      {form('publisher', 'Set the publisher', (of) => (
        <Field {...of('source')} label="Publisher" options={sources} empty="Choose…" />
      ))}
      {form('tag', 'Add an effect', (of) => (
        <>
          <Field {...of('change')} label="Change" options={changes} empty="Choose…" />
          <Field {...of('kind')} label="Kind" options={words(effectKinds)} empty="Choose…" size="short" />
          <Field {...of('stage')} label="Stage" options={words(stages)} empty="None" size="short" />
          <Field {...of('on')} label="On" hint="left out: the day of the report" size="short" />
        </>
      ))}
      {form('replace', 'Replace one change by another', (of) => (
        <>
          <Field {...of('change')} label="Change" options={changes} empty="Choose…" />
          <Field {...of('by')} label="By" options={changes} empty="Choose…" />
        </>
      ))}
      {form('describe', 'Set kind and sourcing', (of) => (
        <>
          <Field {...of('kind')} label="Kind of report" options={words(reportKinds)} empty="As it is" size="short" />
          <Field {...of('sourcing')} label="Sourcing" options={words(sourcings)} empty="As it is" size="short" />
        </>
      ))}
      {form('retract', 'Retract', (of) => (
        <>
          <Field {...of('note')} label="Public note, in English" hint="What was wrong." />
          <Field {...of('noteJa')} label="Public note, in Japanese" lang={japanese} />
        </>
      ))}
    </section>
  )
}

type FieldsOf = (name: string) => { name: string; value?: string; errors?: string[] }
