import type { OneDraftCheck } from '@/app/_server/drafts/draft-check'
import { valueAt } from '@/lib/forms/shown'
import { ruleKinds, sourcings } from '@/lib/model'
import { Field } from '../../../_components/Field'
import { ruleOptions, withDrafts, words } from '../../../_components/options'
import { FormList } from '../FormList'
import { type RecordFields, TextFields } from '../fields'
import { Covered } from './Covered'
import { ScopeField } from './ScopeField'
import { ScopeFields } from './ScopeFields'

interface Props {
  form: RecordFields
  version: number
  check: OneDraftCheck
  recordId: string
  data: unknown
}

/** The fields of a rule: what it covers, ticked in the trees, which rules it overrides, and where it stands. */
export function RuleFields({ form, version, check, recordId, data }: Props) {
  const { field } = form
  const others = withDrafts(ruleOptions(check.compiled?.records.rules ?? []), check.inDrafts, 'rule').filter(
    ({ value }) => value !== recordId,
  )
  const overrides = valueAt(data, ['overrides'])
  return (
    <>
      <TextFields form={form} name="title" label="Title" />
      <TextFields form={form} name="note" label="Note" rows={2} />
      <Field {...field('kind')} label="Kind" options={words(ruleKinds)} empty="norm" />
      <section className="form-list">
        <h2>What it covers</h2>
        <p className="hint">Nothing ticked in a dimension: all of it. A value stands for all that is inside it.</p>
        <Covered check={check} recordId={recordId} />
        <ScopeFields form={form} name="scope" check={check} data={data} />
      </section>
      <section className="form-list">
        <h2>What it overrides</h2>
        <ScopeField
          name="overrides"
          label="Rules that it goes before"
          values={others.map(({ value, label }) => ({ id: value, label, values: [] }))}
          groups={[]}
          ticked={Array.isArray(overrides) ? overrides.map(String) : []}
          errors={field('overrides').errors ?? []}
        />
      </section>
      <FormList form={form} version={version} path="basis" many="Where it stands" title="Text" add="Add a text">
        {(item) => (
          <div key="fields">
            <TextFields form={form} name={`${item}.instrument`} label="Instrument" />
            <TextFields form={form} name={`${item}.provision`} label="Provision" />
            <Field {...field(`${item}.url`)} label="Address" type="url" />
            <div className="grid">
              <Field
                {...field(`${item}.official`)}
                label="The issuer’s own text?"
                options={[
                  { value: 'true', label: 'yes' },
                  { value: 'false', label: 'no' },
                ]}
                empty="Not said"
              />
              <Field {...field(`${item}.sourcing`)} label="Sourcing" options={words(sourcings)} empty="Not said" />
            </div>
          </div>
        )}
      </FormList>
    </>
  )
}
