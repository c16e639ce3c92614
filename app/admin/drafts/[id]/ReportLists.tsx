import type { OneDraftCheck } from '@/app/_server/drafts/draft-check'
import { certainties, effectKinds, stages, stances } from '@/lib/model'
import { Field, type Option } from '../../_components/Field'
import { actorOptions, changeOptions, sourceOptions, withDrafts, words } from '../../_components/options'
import { FormList } from './FormList'
import { type RecordFields, TextFields } from './fields'
import { help } from './help'

interface ListsProps {
  form: RecordFields
  version: number
  check: OneDraftCheck
}

export function ReportLists({ form, version, check }: ListsProps) {
  const { compiled, inDrafts, today } = check
  const changes = withDrafts(compiled ? changeOptions(compiled, today) : [], inDrafts, 'change')
  const sources = withDrafts(sourceOptions(check.sources), inDrafts, 'source')
  const actors = withDrafts(actorOptions(compiled?.records.actors ?? []), inDrafts, 'actor')
  const list = { form, version }
  // One key for all: an item is told apart by its place in the list, which `FormItems` knows, and never by its name.
  const links = (path: string) => (
    <FormList {...list} path={path} many="Attribution" title="Link" add="Add a link of attribution">
      {(item) => <AttributionFields key="fields" item={item} form={form} sources={sources} />}
    </FormList>
  )
  return (
    <>
      {links('attribution')}
      <FormList {...list} path="effects" many="Effects" title="Effect" add="Add an effect">
        {(item) => (
          <div key="fields">
            <EffectFields item={item} form={form} changes={changes} />
            <details open={form.count(`${item}.attribution`) > 0}>
              <summary>Attribution of this effect, where it differs</summary>
              {links(`${item}.attribution`)}
            </details>
          </div>
        )}
      </FormList>
      <FormList {...list} path="positions" many="Positions" title="Position" add="Add a position">
        {(item) => <PositionFields key="fields" item={item} form={form} changes={changes} actors={actors} />}
      </FormList>
      <FormList {...list} path="expectations" many="Expectations" title="Expectation" add="Add an expectation">
        {(item) => <ExpectationFields key="fields" item={item} form={form} changes={changes} />}
      </FormList>
    </>
  )
}

interface ItemProps {
  item: string
  form: RecordFields
}

function QuoteFields({ item, form: { field } }: ItemProps) {
  return (
    <div className="grid">
      <Field
        {...field(`${item}.quote.text`)}
        label="Quote"
        hint="Word for word, at most 25 words"
        rows={2}
        size="long"
      />
      <Field {...field(`${item}.quote.language`)} label="Its language" hint="en unless said" size="short" />
    </div>
  )
}

function EffectFields({ item, form, changes }: ItemProps & { changes: Option[] }) {
  const { field } = form
  return (
    <>
      <Field {...field(`${item}.change`)} label="Change" options={changes} empty="Choose…" />
      <div className="grid">
        <Field
          {...field(`${item}.kind`)}
          label="Kind"
          hint={help.effectKind}
          options={words(effectKinds)}
          empty="Choose…"
        />
        <Field {...field(`${item}.stage`)} label="Stage" hint={help.stage} options={words(stages)} empty="None" />
        <Field {...field(`${item}.on`)} label="On" hint="Left empty: the day of the report" />
        <Field
          {...field(`${item}.certainty`)}
          label="Certainty"
          hint={help.certainty}
          options={words(certainties)}
          empty="said"
        />
      </div>
      <QuoteFields item={item} form={form} />
      <TextFields form={form} name={`${item}.note`} label="Note" rows={2} />
    </>
  )
}

function PositionFields({ item, form, changes, actors }: ItemProps & { changes: Option[]; actors: Option[] }) {
  const { field } = form
  return (
    <>
      <div className="grid">
        <Field {...field(`${item}.actor`)} label="Actor" options={actors} empty="Choose…" />
        <Field {...field(`${item}.stance`)} label="Stance" options={words(stances)} empty="Choose…" />
        <Field {...field(`${item}.on`)} label="On" hint="Left empty: the day of the report" />
      </div>
      <Field {...field(`${item}.change`)} label="Change" options={changes} empty="Choose…" />
      <QuoteFields item={item} form={form} />
      <TextFields form={form} name={`${item}.note`} label="Note" rows={2} />
    </>
  )
}

function ExpectationFields({ item, form, changes }: ItemProps & { changes: Option[] }) {
  const { field } = form
  return (
    <>
      <Field {...field(`${item}.change`)} label="Change" options={changes} empty="Choose…" />
      <div className="grid">
        <Field
          {...field(`${item}.stage`)}
          label="Stage"
          hint="The stage that the change is to reach"
          options={words(stages)}
          empty="Choose…"
        />
        <Field {...field(`${item}.from`)} label="Not before" />
        <Field {...field(`${item}.until`)} label="Not after" />
      </div>
      <QuoteFields item={item} form={form} />
      <TextFields form={form} name={`${item}.note`} label="Note" rows={2} />
    </>
  )
}

function AttributionFields({ item, form, sources }: ItemProps & { sources: Option[] }) {
  const yesNo = [
    { value: 'true', label: 'named' },
    { value: 'false', label: 'not named' },
  ]
  return (
    <div className="grid">
      <TextFields form={form} name={`${item}.who`} label="Who" />
      <Field {...form.field(`${item}.named`)} label="By name?" options={yesNo} />
      <Field {...form.field(`${item}.source`)} label="Is a publisher" options={sources} empty="No" />
    </div>
  )
}
