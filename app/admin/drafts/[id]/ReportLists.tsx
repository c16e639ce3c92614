import type { ReactNode } from 'react'
import type { DraftCheck } from '@/app/_server/draft-check'
import type { Draft } from '@/db/queries/draft'
import { fieldAt } from '@/lib/forms/fields'
import { certainties, effectKinds, type Problem, stages, stances } from '@/lib/model'
import { Field, type FieldProps, type Option } from '../../_components/Field'
import { actorOptions, changeOptions, sourceOptions, words } from '../../_components/options'
import { errorsAt } from '../../_components/Problems'

type FieldOf = (name: string) => Pick<FieldProps, 'name' | 'value' | 'errors'>

interface ListProps {
  path: string
  /** The list's heading, and what one of its items is called. */
  many: string
  title: string
  add: string
  count: number
  children: (path: string, at: number) => ReactNode
}

/** A list in the form: each item with its own fields and a button to take it out; one more at the end. */
function FormList({ path, many, title, add, count, children }: ListProps) {
  return (
    <section className="form-list" id={path}>
      <h2>{many}</h2>
      <ol>
        {Array.from({ length: count }, (_, at) => `${path}.${at}`).map((item, at) => (
          <li key={item}>
            <fieldset>
              <legend>
                {title} {at + 1}
              </legend>
              {children(item, at)}
              <button type="submit" name="intent" value={`remove:${item}`} className="quiet">
                Remove
              </button>
            </fieldset>
          </li>
        ))}
      </ol>
      <button type="submit" name="intent" value={`add:${path}`} className="quiet">
        {add}
      </button>
    </section>
  )
}

const countAt = (data: unknown, path: string): number => {
  let at: unknown = data
  for (const part of path.split('.')) at = at && typeof at === 'object' ? Reflect.get(at, part) : undefined
  return Array.isArray(at) ? at.length : 0
}

export function ReportLists({ draft, problems, check }: { draft: Draft; problems: Problem[]; check: DraftCheck }) {
  const field: FieldOf = (name) => ({ name, value: fieldAt(draft.data, name), errors: errorsAt(problems, name) })
  const count = (path: string) => countAt(draft.data, path)
  const changes = check.compiled ? changeOptions(check.compiled, check.today) : []
  const sources = sourceOptions(check.sources)
  const actors = actorOptions(check.compiled?.records.actors ?? [])
  const links = (path: string, title: string) => (
    <FormList path={path} many="Attribution" title={title} add="Add a link of attribution" count={count(path)}>
      {(item) => <AttributionFields item={item} field={field} sources={sources} />}
    </FormList>
  )
  return (
    <>
      {links('attribution', 'Link')}
      <FormList path="effects" many="Effects" title="Effect" add="Add an effect" count={count('effects')}>
        {(item) => (
          <>
            <EffectFields item={item} field={field} changes={changes} />
            <details open={count(`${item}.attribution`) > 0}>
              <summary>Attribution of this effect, where it differs</summary>
              {links(`${item}.attribution`, 'Link')}
            </details>
          </>
        )}
      </FormList>
      <FormList path="positions" many="Positions" title="Position" add="Add a position" count={count('positions')}>
        {(item) => <PositionFields item={item} field={field} changes={changes} actors={actors} />}
      </FormList>
      <FormList
        path="expectations"
        many="Expectations"
        title="Expectation"
        add="Add an expectation"
        count={count('expectations')}
      >
        {(item) => <ExpectationFields item={item} field={field} changes={changes} />}
      </FormList>
    </>
  )
}

function QuoteFields({ item, field }: { item: string; field: FieldOf }) {
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

function EffectFields({ item, field, changes }: { item: string; field: FieldOf; changes: Option[] }) {
  return (
    <>
      <Field {...field(`${item}.change`)} label="Change" options={changes} empty="Choose…" />
      <div className="grid">
        <Field {...field(`${item}.kind`)} label="Kind" options={words(effectKinds)} empty="Choose…" />
        <Field {...field(`${item}.stage`)} label="Stage" options={words(stages)} empty="None" />
        <Field {...field(`${item}.on`)} label="On" hint="Left empty: the day of the report" />
        <Field {...field(`${item}.certainty`)} label="Certainty" options={words(certainties)} empty="said" />
      </div>
      <QuoteFields item={item} field={field} />
      <Field {...field(`${item}.note`)} label="Note" rows={2} />
    </>
  )
}

function PositionFields({
  item,
  field,
  changes,
  actors,
}: {
  item: string
  field: FieldOf
  changes: Option[]
  actors: Option[]
}) {
  return (
    <>
      <div className="grid">
        <Field {...field(`${item}.actor`)} label="Actor" options={actors} empty="Choose…" />
        <Field {...field(`${item}.stance`)} label="Stance" options={words(stances)} empty="Choose…" />
        <Field {...field(`${item}.on`)} label="On" hint="Left empty: the day of the report" />
      </div>
      <Field {...field(`${item}.change`)} label="Change" options={changes} empty="Choose…" />
      <QuoteFields item={item} field={field} />
      <Field {...field(`${item}.note`)} label="Note" rows={2} />
    </>
  )
}

function ExpectationFields({ item, field, changes }: { item: string; field: FieldOf; changes: Option[] }) {
  return (
    <>
      <Field {...field(`${item}.change`)} label="Change" options={changes} empty="Choose…" />
      <div className="grid">
        <Field {...field(`${item}.stage`)} label="Stage" options={words(stages)} empty="Choose…" />
        <Field {...field(`${item}.from`)} label="Not before" />
        <Field {...field(`${item}.until`)} label="Not after" />
      </div>
      <QuoteFields item={item} field={field} />
    </>
  )
}

function AttributionFields({ item, field, sources }: { item: string; field: FieldOf; sources: Option[] }) {
  const yesNo = [
    { value: 'true', label: 'named' },
    { value: 'false', label: 'not named' },
  ]
  return (
    <div className="grid">
      <Field {...field(`${item}.who.en`)} errors={field(`${item}.who`).errors} label="Who" />
      <Field {...field(`${item}.who.ja`)} errors={[]} label="Who, Japanese" lang="ja" />
      <Field {...field(`${item}.named`)} label="By name?" options={yesNo} />
      <Field {...field(`${item}.source`)} label="Is a publisher" options={sources} empty="No" />
    </div>
  )
}
