import type { OneDraftCheck } from '@/app/_server/drafts/draft-check'
import { actorKinds, sourceKinds, tiers } from '@/lib/model'
import { Field } from '../../../_components/Field'
import { actorOptions, withDrafts, words } from '../../../_components/options'
import { FormList } from '../FormList'
import { type RecordFields, TextFields } from '../fields'

/** The fields of a publisher. */
export const SourceFields = ({ form }: { form: RecordFields }) => (
  <>
    <TextFields form={form} name="name" label="Name" />
    <div className="grid">
      <Field {...form.field('kind')} label="Kind" options={words(sourceKinds)} empty="Choose…" />
      <Field
        {...form.field('tier')}
        label="How near it stands to the text"
        hint="Left open: as its kind implies"
        options={words(tiers)}
        empty="As its kind implies"
      />
      <Field {...form.field('language')} label="Language" hint="en, ja, …" size="short" />
      <Field {...form.field('country')} label="Country" hint="JP, US, …" size="short" />
    </div>
    <Field {...form.field('url')} label="Address of its site" type="url" />
  </>
)

interface ActorProps {
  form: RecordFields
  version: number
  check: OneDraftCheck
  recordId: string
}

/** The fields of an actor. */
export function ActorFields({ form, version, check, recordId }: ActorProps) {
  const actors = withDrafts(actorOptions(check.compiled?.records.actors ?? []), check.inDrafts, 'actor').filter(
    ({ value }) => value !== recordId,
  )
  return (
    <>
      <TextFields form={form} name="name" label="Name" />
      <Field {...form.field('kind')} label="Kind" options={words(actorKinds)} empty="Choose…" />
      <Field {...form.field('url')} label="Address" type="url" />
      <TextFields form={form} name="note" label="Note" rows={2} />
      <FormList form={form} version={version} path="of" many="Belongs to" title="Membership" add="Add a membership">
        {(item) => (
          <div key="fields" className="grid">
            <Field {...form.field(`${item}.actor`)} label="Of" options={actors} empty="Choose…" />
            <Field {...form.field(`${item}.from`)} label="From" />
            <Field {...form.field(`${item}.until`)} label="Until" />
          </div>
        )}
      </FormList>
    </>
  )
}
