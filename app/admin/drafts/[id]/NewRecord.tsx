import { deskWords } from '@/app/_server/desk-words'
import type { OpenDraft } from '@/db/queries/draft'
import { Field } from '../../_components/Field'

const mostNamed = 12

/** Makes a change, an actor or a publisher that is missing, inside the editor: it is a draft, and can be picked at once. */
export async function NewRecord({ inDrafts }: { inDrafts: readonly OpenDraft[] }) {
  const t = await deskWords()
  const made = inDrafts.filter(({ kind }) => kind === 'change' || kind === 'actor' || kind === 'source')
  return (
    <details className="form-list">
      <summary>{t('draft.missing')}</summary>
      {made.length > 0 ? (
        <>
          <p className="hint">{t('draft.madeAlready')}</p>
          <ul>
            {made.slice(0, mostNamed).map(({ id, title }) => (
              <li key={id}>
                <a href={`/admin/drafts/${id}`}>{title}</a>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <div className="grid">
        <Field
          name="new.record"
          label={t('draft.whatIsMissing')}
          options={[
            { value: 'change', label: t('draft.aChange') },
            { value: 'actor', label: t('draft.anActor') },
            { value: 'source', label: t('draft.aPublisher') },
          ]}
          empty={t('form.choose')}
        />
        <Field name="new.name" label={t('records.itsName')} hint={t('draft.makeHint')} />
      </div>
      <button type="submit" name="intent" value="make" className="quiet">
        {t('draft.make')}
      </button>
    </details>
  )
}
