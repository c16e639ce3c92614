import type { OneDraftCheck } from '@/app/_server/drafts/draft-check'
import { valueAt } from '@/lib/forms/shown'
import { alterationTargets } from '@/lib/model'
import { Field } from '../../../_components/Field'
import { ruleOptions, withDrafts, wordOptions } from '../../../_components/options'
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
  const { field, t, locale } = form
  const rules = withDrafts(t, ruleOptions(locale, check.compiled?.records.rules ?? []), check.inDrafts, 'rule')
  const starts = valueAt(data, ['starts'])
  const concerns = valueAt(data, ['concerns'])
  return (
    <>
      <TextFields form={form} name="title" label={t('form.title')} />
      <TextFields form={form} name="note" label={t('form.note')} rows={2} />
      <FormList
        form={form}
        version={version}
        path="alterations"
        many={t('change.alterations')}
        title={t('change.alteration')}
        add={t('change.add')}
      >
        {(item) => (
          <div key="fields">
            <Field {...field(`${item}.rule`)} label={t('form.rule')} options={rules} empty={t('form.choose')} />
            <div className="grid">
              <Field
                {...field(`${item}.to`)}
                label={t('change.becomes')}
                options={wordOptions(t, 'disposition', alterationTargets)}
                empty={t('form.choose')}
              />
              <Field {...field(`${item}.from`)} label={t('change.from')} hint={t('change.fromHint')} />
              <Field {...field(`${item}.until`)} label={t('change.until')} />
            </div>
            <TextFields form={form} name={`${item}.says`} label={t('change.inShort')} />
            <FormList
              form={form}
              version={version}
              path={`${item}.conditions`}
              many={t('change.conditions')}
              title={t('change.condition')}
              add={t('change.addCondition')}
            >
              {(condition) => (
                <TextFields key="fields" form={form} name={condition} label={t('change.condition')} rows={2} />
              )}
            </FormList>
          </div>
        )}
      </FormList>
      <details open={Array.isArray(starts)}>
        <summary>{t('change.startsOpen')}</summary>
        <Field {...field('starts')} label={t('change.starts')} hint={t('form.idsHint')} rows={3} />
      </details>
      <details open={concerns !== undefined}>
        <summary>{t('change.concernsOpen')}</summary>
        <ScopeFields form={form} name="concerns" check={check} data={data} />
      </details>
    </>
  )
}
