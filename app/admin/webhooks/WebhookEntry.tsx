import type { Subscription } from '@/db/queries/wire/subscription'
import type { DeskWords } from '@/lib/words/desk-messages'
import { DeskForm } from '../_components/DeskForm'
import { Moment } from '../_components/Moment'
import { changeWebhook } from './action'

interface Props {
  t: DeskWords
  locale: string
  hook: Subscription
  /** What it follows. */
  title: string
  host: string
}

/** One webhook: where it goes, what it follows, how it stands, and what can be done with it. */
export function WebhookEntry({ t, locale, hook, title, host }: Props) {
  const { id, form, language, rhythm, state, because, createdAt } = hook
  const isPaused = state === 'paused'
  return (
    <section className="desk-section">
      <h2>{t('webhooks.heading', { host, title })}</h2>
      <p className="hint">
        {t.rich('webhooks.facts', {
          form: t(`webhooks.forms.${form ?? 'standard'}`),
          language: new Intl.DisplayNames(locale, { type: 'language' }).of(language) ?? language,
          rhythm: t(`webhooks.rhythms.${rhythm}`),
          state: t(`webhooks.states.${state}`),
          because: because === '' ? 'none' : 'some',
          why: because,
          moment: () => <Moment at={createdAt} />,
        })}
      </p>
      <div className="buttons">
        {isPaused ? null : <Act id={id} act="test" button={t('webhooks.acts.test')} />}
        {isPaused ? (
          <Act id={id} act="resume" button={t('webhooks.acts.resume')} />
        ) : (
          <Act id={id} act="pause" button={t('webhooks.acts.pause')} />
        )}
      </div>
      <details>
        <summary>{t('webhooks.removing')}</summary>
        <Act id={id} act="remove" button={t('webhooks.acts.remove')} />
      </details>
    </section>
  )
}

const Act = ({ id, act, button }: { id: string; act: string; button: string }) => (
  <DeskForm action={changeWebhook} page="/admin/webhooks">
    <input type="hidden" name="id" value={id} />
    <button type="submit" name="act" value={act} className="quiet">
      {button}
    </button>
  </DeskForm>
)
