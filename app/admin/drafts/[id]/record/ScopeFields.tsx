import type { OneDraftCheck } from '@/app/_server/drafts/draft-check'

import { valueAt } from '@/lib/forms/shown'
import { type Locale, say, type Value } from '@/lib/model'
import type { RecordFields } from '../fields'
import { ScopeField, type ScopeValue } from './ScopeField'

interface Props {
  form: RecordFields
  /** The field of the record: `scope`, `concerns`. */
  name: string
  check: OneDraftCheck
  data: unknown
}

type Named = Pick<Value, 'id' | 'name'>

const labelOf = ({ id, name }: Named, locale: Locale): string => (name ? say(name, locale).text : id)
const treeOf = (values: readonly Value[], locale: Locale): ScopeValue[] =>
  values.map((value) => ({ id: value.id, label: labelOf(value, locale), values: treeOf(value.values, locale) }))

/** A scope: in each dimension of the dossier the values that are ticked in their tree. */
export function ScopeFields({ form, name, check, data }: Props) {
  const dimensions = check.compiled?.dossier.dimensions ?? []
  const leafOf = (one: Named): ScopeValue => ({ id: one.id, label: labelOf(one, form.locale), values: [] })
  return dimensions.map((dimension) => {
    const stored = valueAt(data, [name, dimension.id])
    const ticked = (Array.isArray(stored) ? stored : stored === undefined ? [] : [stored]).map(String)
    const members = (dimension.members ?? []).filter(({ id }) => ticked.includes(id))
    return (
      <ScopeField
        key={dimension.id}
        name={`${name}.${dimension.id}`}
        label={labelOf(dimension, form.locale)}
        values={treeOf(dimension.values, form.locale)}
        groups={[...(dimension.groups ?? []), ...members].map(leafOf)}
        ticked={ticked}
        errors={form.field(`${name}.${dimension.id}`).errors ?? []}
      />
    )
  })
}
