import type { OneDraftCheck } from '@/app/_server/drafts/draft-check'
import { deskLanguage } from '@/lib/addresses/names'
import { valueAt } from '@/lib/forms/shown'
import { type Group, say, type Value } from '@/lib/model'
import type { RecordFields } from '../fields'
import { ScopeField, type ScopeValue } from './ScopeField'

interface Props {
  form: RecordFields
  /** The field of the record: `scope`, `concerns`. */
  name: string
  check: OneDraftCheck
  data: unknown
}

const labelOf = ({ id, name }: Pick<Value, 'id' | 'name'>): string => (name ? say(name, deskLanguage).text : id)
const treeOf = (values: readonly Value[]): ScopeValue[] =>
  values.map((value) => ({ id: value.id, label: labelOf(value), values: treeOf(value.values) }))
const groupOf = (group: Group): ScopeValue => ({ id: group.id, label: labelOf(group), values: [] })

/** A scope: in each dimension of the dossier the values that are ticked in their tree. */
export function ScopeFields({ form, name, check, data }: Props) {
  const dimensions = check.compiled?.dossier.dimensions ?? []
  return dimensions.map((dimension) => {
    const stored = valueAt(data, [name, dimension.id])
    const ticked = (Array.isArray(stored) ? stored : stored === undefined ? [] : [stored]).map(String)
    const members = (dimension.members ?? []).filter(({ id }) => ticked.includes(id))
    return (
      <ScopeField
        key={dimension.id}
        name={`${name}.${dimension.id}`}
        label={labelOf(dimension)}
        values={treeOf(dimension.values)}
        groups={[
          ...(dimension.groups ?? []).map(groupOf),
          ...members.map((one) => ({ ...groupOf({ ...one, values: [] }) })),
        ]}
        ticked={ticked}
        errors={form.field(`${name}.${dimension.id}`).errors ?? []}
      />
    )
  })
}
