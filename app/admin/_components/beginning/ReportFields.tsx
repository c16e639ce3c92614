import { sourceKinds, stages } from '@/lib/model'
import { Field } from '../Field'
import { wordOptions, wordsBeside } from '../options'
import { type AnswerProps, fieldOf } from './fields'

/** The first report, and what it tells of the rule. */
export const ReportFields = (props: AnswerProps & { publishers: string[] }) => {
  const { t } = props
  return (
    <>
      <div className="grid">
        <Field
          {...fieldOf(props, 'source.name')}
          label={t('begin.field.source')}
          hint={t('begin.fieldHint.source')}
          among={props.publishers}
        />
        <Field
          {...fieldOf(props, 'source.kind')}
          label={t('begin.field.sourceKind')}
          {...wordsBeside(t, 'sourceKind', sourceKinds, { usual: 'other', stored: '' })}
        />
      </div>
      <Field {...fieldOf(props, 'report.headline')} label={t('begin.field.headline')} rows={2} />
      <div className="grid">
        <Field
          {...fieldOf(props, 'report.published')}
          label={t('begin.field.published')}
          hint={t('begin.fieldHint.date')}
        />
        <Field {...fieldOf(props, 'report.url')} label={t('begin.field.url')} type="url" />
        <Field
          {...fieldOf(props, 'report.language')}
          label={t('begin.field.reportLanguage')}
          hint={t('begin.fieldHint.reportLanguage')}
          size="short"
        />
      </div>
      <div className="grid">
        <Field
          {...fieldOf(props, 'report.stage')}
          label={t('begin.field.stage')}
          hint={t('begin.fieldHint.stage')}
          options={wordOptions(t, 'stage', stages)}
          empty={t('form.choose')}
        />
        <Field {...fieldOf(props, 'report.on')} label={t('begin.field.on')} hint={t('begin.fieldHint.on')} />
      </div>
      <Field
        {...fieldOf(props, 'report.quote')}
        label={t('begin.field.quote')}
        hint={t('begin.fieldHint.quote')}
        rows={2}
      />
      <Field
        {...fieldOf(props, 'report.summary')}
        label={t('begin.field.summary')}
        hint={t('begin.fieldHint.summary')}
        rows={4}
      />
    </>
  )
}
