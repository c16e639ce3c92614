import type { OneDraftCheck } from '@/app/_server/drafts/draft-check'
import { valueAt } from '@/lib/forms/shown'
import { asRows, depthsOf } from '@/lib/forms/value-rows'
import { type IdMention, isId, type Locale, titleOf } from '@/lib/model'
import type { DeskWords } from '@/lib/words/desk-messages'
import { Field } from '../../../_components/Field'
import { FormList } from '../FormList'
import { type RecordFields, TextFields } from '../fields'
import { GroupFields, MemberFields } from './NamedSets'
import { isPublic, type Outline } from './outline'
import { ValueFields } from './ValueFields'

interface Props {
  form: RecordFields
  version: number
  data: unknown
  outlines: readonly Outline[]
  /** In how many places something is named. */
  count: (what: IdMention) => number
  check: OneDraftCheck
  /** The id of the dossier. */
  dossier: string
}

const listAt = (data: unknown, path: string): unknown[] => {
  const list = valueAt(data, path.split('.'))
  return Array.isArray(list) ? list : []
}
const idsOf = (items: unknown[]): string[] => items.map((item) => String(valueAt(item, ['id']) ?? ''))
const namesOf = (items: unknown[], locale: Locale): string[] =>
  items.map((item) => titleOf(item, locale) || String(valueAt(item, ['id']) ?? ''))

/** The dimensions of a dossier: each with its tree of values, its groups and its members. */
export function Dimensions({ form, version, data, outlines, count, check, dossier }: Props) {
  const { t } = form
  const rows = asRows(data)
  const published = check.compiled?.dossier ?? null
  const ofList = (path: string) => {
    const items = listAt(rows, path)
    return { form, version, path, moves: true, ids: idsOf(items), titles: namesOf(items, form.locale) }
  }
  /** The id of something: to be typed while it is new, else what it is, and the way to give it another. */
  const idField = (path: string, what: IdMention) =>
    isPublic(published, what) ? (
      <OtherId t={t} dossier={dossier} what={what} places={count(what)} />
    ) : (
      <Field {...form.field(`${path}.id`)} label={t('dossier.id')} hint={t('dossier.idHint')} size="short" />
    )
  return (
    <FormList
      {...ofList('dimensions')}
      many={t('dossier.dimensions')}
      title={t('dossier.dimension')}
      add={t('dossier.addDimension')}
    >
      {(path) => {
        const id = String(valueAt(rows, [...path.split('.'), 'id']) ?? '')
        const outline = outlines.find((one) => one.id === id)
        const depths = depthsOf(listAt(data, `${path}.values`))
        const about = (item: string): IdMention => ({
          kind: 'value',
          dimension: id,
          id: String(valueAt(rows, [...item.split('.'), 'id']) ?? ''),
        })
        return (
          <div key="fields">
            <TextFields form={form} name={`${path}.name`} label={t('form.name')} />
            {idField(path, { kind: 'dimension', id })}
            <FormList
              {...ofList(`${path}.values`)}
              many={t('dossier.values')}
              title={t('dossier.value')}
              add={t('dossier.addValue')}
            >
              {(item) => (
                <ValueFields
                  key="fields"
                  form={form}
                  version={version}
                  item={item}
                  depth={depths[Number(item.split('.').at(-1))] ?? 0}
                  values={outline?.values ?? []}
                  id={idField(item, about(item))}
                  isOpen={!isId(about(item).id)}
                />
              )}
            </FormList>
            <FormList
              {...ofList(`${path}.groups`)}
              many={t('dossier.groups')}
              title={t('dossier.group')}
              add={t('dossier.addGroup')}
            >
              {(item) => (
                <GroupFields
                  key="fields"
                  form={form}
                  item={item}
                  id={idField(item, about(item))}
                  values={outline?.values ?? []}
                  data={data}
                />
              )}
            </FormList>
            <FormList
              {...ofList(`${path}.members`)}
              many={t('dossier.members')}
              title={t('dossier.member')}
              add={t('dossier.addMember')}
            >
              {(item) => (
                <MemberFields
                  key="fields"
                  form={form}
                  version={version}
                  item={item}
                  id={idField(item, about(item))}
                  values={outline?.values ?? []}
                />
              )}
            </FormList>
          </div>
        )
      }}
    </FormList>
  )
}

interface OtherIdProps {
  t: DeskWords
  dossier: string
  what: IdMention
  places: number
}

function OtherId({ t, dossier, what, places }: OtherIdProps) {
  const address = new URLSearchParams({ kind: what.kind, dossier, dimension: what.dimension ?? '', id: what.id })
  return (
    <p className="hint">
      <code>{what.id}</code> <a href={`/admin/records/rename?${address}`}>{t('dossier.namedBy', { count: places })}</a>
    </p>
  )
}
