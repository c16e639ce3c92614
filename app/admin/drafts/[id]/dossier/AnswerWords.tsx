import { valueAt } from '@/lib/forms/shown'
import { dispositions, stages } from '@/lib/model'
import { translator } from '@/lib/words/messages'
import { type RecordFields, TextFields } from '../fields'

/** How the dossier words its answers and stages, where it does so otherwise than the site. */
export function AnswerWords({ form, data }: { form: RecordFields; data: unknown }) {
  const { t, locale } = form
  const site = translator(locale)
  return (
    <section className="form-list" id="f-words">
      <h2>{t('dossier.answers')}</h2>
      <details open={valueAt(data, ['words']) !== undefined}>
        <summary>{t('dossier.answersHint')}</summary>
        {dispositions.map((word) => (
          <div key={word} className="grid">
            <TextFields
              form={form}
              name={`words.${word}.label`}
              label={t('dossier.label', { word: site(`disposition.${word}`) })}
            />
            <TextFields
              form={form}
              name={`words.${word}.answer`}
              label={t('dossier.answer', { word: site(`disposition.${word}`) })}
            />
          </div>
        ))}
        {stages.map((stage) => (
          <div key={stage} className="grid">
            <TextFields form={form} name={`words.stages.${stage}`} label={site(`stage.${stage}`)} />
          </div>
        ))}
      </details>
    </section>
  )
}
