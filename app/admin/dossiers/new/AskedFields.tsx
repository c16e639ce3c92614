import { locales } from '@/lib/model'
import { deskLanguages } from '@/lib/words/desk-messages'
import { fieldOf } from '../../_components/beginning/fields'
import { Field } from '../../_components/Field'
import { presetQuestion, type StepProps } from './beginning'

const languages = deskLanguages
  .filter(({ locale }) => locales.includes(locale))
  .map(({ locale, name }) => ({ value: locale, label: name }))

/** What the dossier is called, and the sentence that it answers. */
export const AskedFields = (props: StepProps) => {
  const { t } = props
  return (
    <>
      <Field {...fieldOf(props, 'title')} label={t('begin.field.title')} hint={t('begin.fieldHint.title')} />
      <Field
        {...fieldOf(props, 'question')}
        label={t('begin.field.question')}
        hint={t('begin.fieldHint.question', { example: presetQuestion('permission', t) })}
        rows={2}
      />
      {props.isUnnamed ? (
        <div className="grid">
          <Field
            {...fieldOf(props, 'site.name')}
            label={t('begin.field.siteName')}
            hint={t('begin.fieldHint.siteName')}
          />
          <Field
            {...fieldOf(props, 'site.line')}
            label={t('begin.field.siteLine')}
            hint={t('begin.fieldHint.siteLine')}
          />
        </div>
      ) : null}
      <div className="grid">
        <Field {...fieldOf(props, 'language')} label={t('begin.field.language')} options={languages} />
        <Field {...fieldOf(props, 'zone')} label={t('dossier.zone')} hint={t('dossier.zoneHint')} />
        <Field {...fieldOf(props, 'id')} label={t('begin.field.id')} hint={t('begin.fieldHint.id')} />
      </div>
    </>
  )
}
