import type { ReactNode } from 'react'
import { codeSchemes } from '@/lib/model'
import { Field } from '../../../_components/Field'
import { FormList } from '../FormList'
import { type RecordFields, TextFields } from '../fields'
import type { ScopeValue } from '../record/ScopeField'
import { valueOptions } from './outline'

interface Props {
  form: RecordFields
  version: number
  item: string
  /** How deep it stands in its tree. */
  depth: number
  /** The values of its dimension. */
  values: readonly ScopeValue[]
  id: ReactNode
  /** Whether all of its fields are shown at once, as of a new one. */
  isOpen: boolean
}

const deepest = 5

/** One value of a tree: its names, inside of which other value it stands, and on demand all else. */
export function ValueFields({ form, version, item, depth, values, id, isOpen }: Props) {
  const { t } = form
  const has = (field: string) => form.count(`${item}.${field}`) > 0
  return (
    <div className={`value-row depth-${Math.min(depth, deepest)}`}>
      <div className="grid">
        <TextFields form={form} name={`${item}.name`} label={t('form.name')} />
        <Field
          {...form.field(`${item}.parent`)}
          label={t('dossier.under')}
          options={valueOptions(values)}
          empty={t('dossier.top')}
        />
      </div>
      {id}
      <details open={isOpen}>
        <summary>{t('dossier.more')}</summary>
        <div className="grid">
          <TextFields
            form={form}
            name={`${item}.terms`}
            label={t('dossier.newsWords')}
            hint={t('dossier.onePerLine')}
            rows={3}
          />
          <TextFields
            form={form}
            name={`${item}.includes`}
            label={t('dossier.includes')}
            hint={t('dossier.onePerLine')}
            rows={3}
          />
        </div>
        <TextFields form={form} name={`${item}.note`} label={t('form.note')} rows={2} />
        <details open={has('codes')}>
          <summary>{t('dossier.codes')}</summary>
          <FormList
            form={form}
            version={version}
            path={`${item}.codes`}
            many={t('dossier.codes')}
            title={t('dossier.code')}
            add={t('dossier.addCode')}
          >
            {(code) => (
              <div key="fields" className="grid">
                <Field
                  {...form.field(`${code}.scheme`)}
                  label={t('dossier.scheme')}
                  options={codeSchemes.map((scheme) => ({
                    value: scheme,
                    label: scheme === 'other' ? t('dossier.otherScheme') : scheme.toUpperCase(),
                  }))}
                  empty={t('form.choose')}
                />
                <TextFields form={form} name={`${code}.code`} label={t('dossier.code')} />
              </div>
            )}
          </FormList>
        </details>
      </details>
    </div>
  )
}
