import type { ReactNode } from 'react'
import { valueAt } from '@/lib/forms/shown'
import { Field } from '../../../_components/Field'
import { FormList } from '../FormList'
import { type RecordFields, TextFields } from '../fields'
import { ScopeField, type ScopeValue } from '../record/ScopeField'
import { valueOptions } from './outline'

interface Props {
  form: RecordFields
  item: string
  id: ReactNode
  /** The values of its dimension. */
  values: ScopeValue[]
}

const Called = ({ form, form: { t }, item }: Pick<Props, 'form' | 'item'>) => (
  <details>
    <summary>{t('dossier.more')}</summary>
    <TextFields
      form={form}
      name={`${item}.terms`}
      label={t('dossier.newsWords')}
      hint={t('dossier.onePerLine')}
      rows={3}
    />
    <TextFields form={form} name={`${item}.note`} label={t('form.note')} rows={2} />
  </details>
)

/** A group: a name, and the values that are in it, from anywhere in the tree. */
export function GroupFields({ form, form: { t }, item, id, values, data }: Props & { data: unknown }) {
  const stored = valueAt(data, [...item.split('.'), 'values'])
  const ticked = Array.isArray(stored) ? stored.map(String) : []
  return (
    <div>
      <TextFields form={form} name={`${item}.name`} label={t('form.name')} />
      {id}
      <ScopeField
        name={`${item}.values`}
        label={t('dossier.inGroup')}
        values={values}
        groups={[]}
        ticked={ticked}
        errors={form.field(`${item}.values`).errors ?? []}
      />
      <Called form={form} item={item} />
    </div>
  )
}

/** A member: a name, and in which value it stands, over time. */
export const MemberFields = ({ form, form: { t }, version, item, id, values }: Props & { version: number }) => (
  <div>
    <TextFields form={form} name={`${item}.name`} label={t('form.name')} />
    {id}
    <FormList
      form={form}
      version={version}
      path={`${item}.in`}
      many={t('dossier.times')}
      title={t('dossier.time')}
      add={t('dossier.addTime')}
    >
      {(time) => (
        <div key="fields" className="grid">
          <Field
            {...form.field(`${time}.value`)}
            label={t('dossier.standsIn')}
            options={valueOptions(values)}
            empty={t('form.choose')}
          />
          <Field {...form.field(`${time}.from`)} label={t('dossier.from')} hint={t('dossier.openStart')} />
          <Field {...form.field(`${time}.until`)} label={t('dossier.until')} hint={t('dossier.openEnd')} />
          <Field {...form.field(`${time}.url`)} label={t('dossier.address')} type="url" />
        </div>
      )}
    </FormList>
    <Called form={form} item={item} />
  </div>
)
