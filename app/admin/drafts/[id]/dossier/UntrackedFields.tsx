import { valueAt } from '@/lib/forms/shown'
import { FormList } from '../FormList'
import { type RecordFields, TextFields } from '../fields'
import { ScopeField } from '../record/ScopeField'
import type { Outline } from './outline'

interface Props {
  form: RecordFields
  version: number
  outlines: readonly Outline[]
  data: unknown
}

const idsAt = (data: unknown, path: string): string[] => {
  const stored = valueAt(data, path.split('.'))
  return (Array.isArray(stored) ? stored : stored === undefined ? [] : [stored]).map(String)
}

/** What the dossier does not follow: scopes, each with a note. */
export const UntrackedFields = ({ form, form: { t }, version, outlines, data }: Props) => (
  <FormList
    form={form}
    version={version}
    path="untracked"
    many={t('dossier.untracked')}
    title={t('dossier.scope')}
    add={t('dossier.addScope')}
    intro={<p className="hint">{t('dossier.untrackedHint')}</p>}
  >
    {(item) => (
      <div key="fields">
        {outlines.map(({ id, label, values, groups }) => (
          <ScopeField
            key={id}
            name={`${item}.scope.${id}`}
            label={label}
            values={values}
            groups={groups}
            ticked={idsAt(data, `${item}.scope.${id}`)}
            errors={form.field(`${item}.scope.${id}`).errors ?? []}
          />
        ))}
        <TextFields form={form} name={`${item}.note`} label={t('form.note')} rows={2} />
      </div>
    )}
  </FormList>
)
