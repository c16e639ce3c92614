import type { OneDraftCheck } from '@/app/_server/drafts/draft-check'
import { certainties, effectKinds, stages, stances } from '@/lib/model'
import { Field, type Option } from '../../_components/Field'
import {
  actorOptions,
  changeOptions,
  sourceOptions,
  withDrafts,
  wordOptions,
  wordsBeside,
} from '../../_components/options'
import { FormList } from './FormList'
import { type RecordFields, TextFields } from './fields'

interface ListsProps {
  form: RecordFields
  version: number
  check: OneDraftCheck
}

export function ReportLists({ form, version, check }: ListsProps) {
  const { compiled, inDrafts, today } = check
  const { t, locale } = form
  const changes = withDrafts(t, compiled ? changeOptions(form, compiled, today) : [], inDrafts, 'change')
  const sources = withDrafts(t, sourceOptions(locale, check.sources), inDrafts, 'source')
  const actors = withDrafts(t, actorOptions(locale, compiled?.records.actors ?? []), inDrafts, 'actor')
  const list = { form, version }
  // One key for all: an item is told apart by its place in the list, which `FormItems` knows, and never by its name.
  const links = (path: string) => (
    <FormList {...list} path={path} many={t('draft.attributions')} title={t('draft.link')} add={t('draft.addLink')}>
      {(item) => <AttributionFields key="fields" item={item} form={form} sources={sources} />}
    </FormList>
  )
  return (
    <>
      {links('attribution')}
      <FormList {...list} path="effects" many={t('draft.effects')} title={t('draft.effect')} add={t('draft.addEffect')}>
        {(item) => (
          <div key="fields">
            <EffectFields item={item} form={form} changes={changes} />
            <details open={form.count(`${item}.attribution`) > 0}>
              <summary>{t('draft.ownAttribution')}</summary>
              {links(`${item}.attribution`)}
            </details>
          </div>
        )}
      </FormList>
      <FormList
        {...list}
        path="positions"
        many={t('draft.positions')}
        title={t('draft.position')}
        add={t('draft.addPosition')}
      >
        {(item) => <PositionFields key="fields" item={item} form={form} changes={changes} actors={actors} />}
      </FormList>
      <FormList
        {...list}
        path="expectations"
        many={t('draft.expectations')}
        title={t('draft.expectation')}
        add={t('draft.addExpectation')}
      >
        {(item) => <ExpectationFields key="fields" item={item} form={form} changes={changes} />}
      </FormList>
    </>
  )
}

interface ItemProps {
  item: string
  form: RecordFields
}

function QuoteFields({ item, form: { field, t } }: ItemProps) {
  return (
    <div className="grid">
      <Field
        {...field(`${item}.quote.text`)}
        label={t('draft.quote')}
        hint={t('draft.quoteHint')}
        rows={2}
        size="long"
      />
      <Field
        {...field(`${item}.quote.language`)}
        label={t('draft.itsLanguage')}
        hint={t('draft.itsLanguageHint')}
        size="short"
      />
    </div>
  )
}

function EffectFields({ item, form, changes }: ItemProps & { changes: Option[] }) {
  const { field, t } = form
  return (
    <>
      <Field {...field(`${item}.change`)} label={t('form.change')} options={changes} empty={t('form.choose')} />
      <div className="grid">
        <Field
          {...field(`${item}.kind`)}
          label={t('form.kind')}
          hint={t('draft.help.effectKind')}
          options={wordOptions(t, 'effect', effectKinds)}
          empty={t('form.choose')}
        />
        <Field
          {...field(`${item}.stage`)}
          label={t('form.stage')}
          hint={t('draft.help.stage')}
          options={wordOptions(t, 'stage', stages)}
          empty={t('form.none')}
        />
        <Field {...field(`${item}.on`)} label={t('draft.on')} hint={t('draft.onHint')} />
        <Field
          {...field(`${item}.certainty`)}
          label={t('draft.certainty')}
          hint={t('draft.help.certainty')}
          {...wordsBeside(t, 'certainty', certainties, {
            usual: 'said',
            stored: field(`${item}.certainty`).value,
          })}
        />
      </div>
      <QuoteFields item={item} form={form} />
      <TextFields form={form} name={`${item}.note`} label={t('form.note')} rows={2} />
    </>
  )
}

function PositionFields({ item, form, changes, actors }: ItemProps & { changes: Option[]; actors: Option[] }) {
  const { field, t } = form
  const choose = t('form.choose')
  return (
    <>
      <div className="grid">
        <Field {...field(`${item}.actor`)} label={t('form.actor')} options={actors} empty={choose} />
        <Field
          {...field(`${item}.stance`)}
          label={t('draft.stance')}
          options={wordOptions(t, 'stance', stances)}
          empty={choose}
        />
        <Field {...field(`${item}.on`)} label={t('draft.on')} hint={t('draft.onHint')} />
      </div>
      <Field {...field(`${item}.change`)} label={t('form.change')} options={changes} empty={choose} />
      <QuoteFields item={item} form={form} />
      <TextFields form={form} name={`${item}.note`} label={t('form.note')} rows={2} />
    </>
  )
}

function ExpectationFields({ item, form, changes }: ItemProps & { changes: Option[] }) {
  const { field, t } = form
  return (
    <>
      <Field {...field(`${item}.change`)} label={t('form.change')} options={changes} empty={t('form.choose')} />
      <div className="grid">
        <Field
          {...field(`${item}.stage`)}
          label={t('form.stage')}
          hint={t('draft.stageHint')}
          options={wordOptions(t, 'stage', stages)}
          empty={t('form.choose')}
        />
        <Field {...field(`${item}.from`)} label={t('draft.notBefore')} />
        <Field {...field(`${item}.until`)} label={t('draft.notAfter')} />
      </div>
      <QuoteFields item={item} form={form} />
      <TextFields form={form} name={`${item}.note`} label={t('form.note')} rows={2} />
    </>
  )
}

function AttributionFields({ item, form, sources }: ItemProps & { sources: Option[] }) {
  const { t } = form
  const yesNo = [
    { value: 'true', label: t('draft.named') },
    { value: 'false', label: t('draft.unnamed') },
  ]
  return (
    <div className="grid">
      <TextFields form={form} name={`${item}.who`} label={t('draft.who')} />
      <Field {...form.field(`${item}.named`)} label={t('draft.byName')} options={yesNo} />
      <Field {...form.field(`${item}.source`)} label={t('draft.isPublisher')} options={sources} empty={t('draft.no')} />
    </div>
  )
}
