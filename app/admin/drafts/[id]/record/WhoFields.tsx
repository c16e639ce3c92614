import type { OneDraftCheck } from '@/app/_server/drafts/draft-check'
import { actorKinds, sourceKinds, tiers } from '@/lib/model'
import { Field } from '../../../_components/Field'
import { actorOptions, withDrafts, wordOptions } from '../../../_components/options'
import { FormList } from '../FormList'
import { type RecordFields, TextFields } from '../fields'

/** The fields of a publisher. */
export function SourceFields({ form }: { form: RecordFields }) {
  const { field, t } = form
  return (
    <>
      <TextFields form={form} name="name" label={t('form.name')} />
      <div className="grid">
        <Field
          {...field('kind')}
          label={t('form.kind')}
          options={wordOptions(t, 'sourceKind', sourceKinds)}
          empty={t('form.choose')}
        />
        <Field
          {...field('tier')}
          label={t('who.tier')}
          hint={t('who.tierHint')}
          options={wordOptions(t, 'tier', tiers)}
          empty={t('who.tierNone')}
        />
        <Field {...field('language')} label={t('form.language')} hint={t('form.languageHint')} size="short" />
        <Field {...field('country')} label={t('who.country')} hint={t('who.countryHint')} size="short" />
      </div>
      <Field {...field('url')} label={t('who.site')} type="url" />
    </>
  )
}

interface ActorProps {
  form: RecordFields
  version: number
  check: OneDraftCheck
  recordId: string
}

/** The fields of an actor. */
export function ActorFields({ form, version, check, recordId }: ActorProps) {
  const { field, t, locale } = form
  const all = actorOptions(locale, check.compiled?.records.actors ?? [])
  const actors = withDrafts(t, all, check.inDrafts, 'actor').filter(({ value }) => value !== recordId)
  return (
    <>
      <TextFields form={form} name="name" label={t('form.name')} />
      <Field
        {...field('kind')}
        label={t('form.kind')}
        options={wordOptions(t, 'actorKind', actorKinds)}
        empty={t('form.choose')}
      />
      <Field {...field('url')} label={t('form.address')} type="url" />
      <TextFields form={form} name="note" label={t('form.note')} rows={2} />
      <FormList
        form={form}
        version={version}
        path="of"
        many={t('who.belongs')}
        title={t('who.membership')}
        add={t('who.addMembership')}
      >
        {(item) => (
          <div key="fields" className="grid">
            <Field {...field(`${item}.actor`)} label={t('who.of')} options={actors} empty={t('form.choose')} />
            <Field {...field(`${item}.from`)} label={t('who.from')} />
            <Field {...field(`${item}.until`)} label={t('who.until')} />
          </div>
        )}
      </FormList>
    </>
  )
}
