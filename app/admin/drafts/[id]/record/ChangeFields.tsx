import type { OneDraftCheck } from '@/app/_server/drafts/draft-check'
import { valueAt } from '@/lib/forms/shown'
import { alterationTargets } from '@/lib/model'
import { Field } from '../../../_components/Field'
import { ruleOptions, withDrafts, words } from '../../../_components/options'
import { FormList } from '../FormList'
import { type RecordFields, TextFields } from '../fields'
import { ScopeFields } from './ScopeFields'

interface Props {
  form: RecordFields
  version: number
  check: OneDraftCheck
  data: unknown
}

/** The fields of a change: what it does to which rules, and from when. */
export function ChangeFields({ form, version, check, data }: Props) {
  const rules = withDrafts(ruleOptions(check.compiled?.records.rules ?? []), check.inDrafts, 'rule')
  const { field } = form
  const starts = valueAt(data, ['starts'])
  const concerns = valueAt(data, ['concerns'])
  return (
    <>
      <TextFields form={form} name="title" label="Title" />
      <TextFields form={form} name="note" label="Note" rows={2} />
      <FormList
        form={form}
        version={version}
        path="alterations"
        many="Alterations"
        title="Alteration"
        add="Add an alteration"
      >
        {(item) => (
          <div key="fields">
            <Field {...field(`${item}.rule`)} label="Rule" options={rules} empty="Choose…" />
            <div className="grid">
              <Field {...field(`${item}.to`)} label="Becomes" options={words(alterationTargets)} empty="Choose…" />
              <Field {...field(`${item}.from`)} label="From" hint="Left empty: when the change is in force" />
              <Field {...field(`${item}.until`)} label="Until" />
            </div>
            <TextFields form={form} name={`${item}.says`} label="In short" />
            <FormList
              form={form}
              version={version}
              path={`${item}.conditions`}
              many="Conditions"
              title="Condition"
              add="Add a condition"
            >
              {(condition) => <TextFields key="fields" form={form} name={condition} label="Condition" rows={2} />}
            </FormList>
          </div>
        )}
      </FormList>
      <details open={Array.isArray(starts)}>
        <summary>A date that alters nothing itself</summary>
        <Field {...field('starts')} label="Rules that begin to apply on it" hint="Ids, one to a line" rows={3} />
      </details>
      <details open={concerns !== undefined}>
        <summary>What it is about though it alters no rule</summary>
        <ScopeFields form={form} name="concerns" check={check} data={data} />
      </details>
    </>
  )
}
