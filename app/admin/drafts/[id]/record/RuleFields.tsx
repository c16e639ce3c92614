import type { OneDraftCheck } from '@/app/_server/drafts/draft-check'
import { valueAt } from '@/lib/forms/shown'
import { ruleKinds, sourcings } from '@/lib/model'
import { Field } from '../../../_components/Field'
import { ruleOptions, withDrafts, wordOptions, wordsBeside } from '../../../_components/options'
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
  const { field, t, locale } = form
  const rules = ruleOptions(locale, check.compiled?.records.rules ?? [])
  const others = withDrafts(t, rules, check.inDrafts, 'rule').filter(({ value }) => value !== recordId)
  const overrides = valueAt(data, ['overrides'])
  return (
    <>
      <TextFields form={form} name="title" label={t('form.title')} />
      <TextFields form={form} name="note" label={t('form.note')} rows={2} />
      <Field
        {...field('kind')}
        label={t('form.kind')}
        hint={t('rule.kindHelp')}
        {...wordsBeside(t, 'ruleKind', ruleKinds, { usual: 'norm', stored: field('kind').value })}
      />
      <section className="form-list">
        <h2>{t('rule.coversTitle')}</h2>
        <p className="hint">{t('rule.coversHint')}</p>
        <Covered check={check} recordId={recordId} />
        <ScopeFields form={form} name="scope" check={check} data={data} />
      </section>
      <section className="form-list">
        <h2>{t('rule.overridesTitle')}</h2>
        <ScopeField
          name="overrides"
          label={t('rule.overrides')}
          values={others.map(({ value, label }) => ({ id: value, label, values: [] }))}
          groups={[]}
          ticked={Array.isArray(overrides) ? overrides.map(String) : []}
          errors={field('overrides').errors ?? []}
          without="scopeNone"
        />
      </section>
      <FormList
        form={form}
        version={version}
        path="basis"
        many={t('rule.basis')}
        title={t('rule.text')}
        add={t('rule.addText')}
      >
        {(item) => (
          <div key="fields">
            <TextFields form={form} name={`${item}.instrument`} label={t('rule.instrument')} />
            <TextFields form={form} name={`${item}.provision`} label={t('rule.provision')} />
            <Field {...field(`${item}.url`)} label={t('form.address')} type="url" />
            <div className="grid">
              <Field
                {...field(`${item}.official`)}
                label={t('rule.official')}
                options={[
                  { value: 'true', label: t('form.yes') },
                  { value: 'false', label: t('form.no') },
                ]}
                empty={t('form.notSaid')}
              />
              <Field
                {...field(`${item}.sourcing`)}
                label={t('form.sourcing')}
                options={wordOptions(t, 'sourcing', sourcings)}
                empty={t('form.notSaid')}
              />
            </div>
          </div>
        )}
      </FormList>
    </>
  )
}
