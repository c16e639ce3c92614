import { deskReading, deskWords } from '@/app/_server/desk-words'
import { requireRole } from '@/app/_server/session'
import { keysOfWire } from '@/app/_server/wire/keys'
import { database } from '@/db/client'
import { takeSecret } from '@/db/commands/wire/subscription'
import { listWebhooks } from '@/db/queries/wire/subscription'
import { findFollowed } from '@/db/wire/followed'
import { locales } from '@/lib/model'
import { rhythms } from '@/lib/wire/rhythm'
import { hookForms } from '@/lib/wire/words'
import type { DeskWords } from '@/lib/words/desk-messages'
import { DeskForm } from '../_components/DeskForm'
import { Field } from '../_components/Field'
import { TabTitle } from '../_components/TabTitle'
import { makeWebhook } from './action'
import { WebhookEntry } from './WebhookEntry'

/** Webhooks: other programs that are told what happens. */
export default async function WebhooksPage({
  searchParams,
}: {
  searchParams: Promise<{ made?: string; said?: string }>
}) {
  const { user } = await requireRole('admin', '')
  const [t, { locale }] = await Promise.all([deskWords(), deskReading()])
  const { made, said } = await searchParams
  const { db } = await database()
  const secret = made === undefined ? null : await secretOf(made, user.id)
  const act = (['test', 'pause', 'resume', 'remove'] as const).find((one) => one === said)
  const hooks = await Promise.all(
    (await listWebhooks(db)).map(async (hook) => ({
      hook,
      title: (await findFollowed(db, hook.what, locale))?.title ?? hook.what,
      host: hostOf(hook) ?? t('webhooks.otherSecret'),
    })),
  )
  return (
    <main id="main">
      <TabTitle of={t('webhooks.title')} />
      <header className="desk-head">
        <h1>{t('webhooks.title')}</h1>
        <p className="hint">{t.rich('webhooks.lead', { link: (text) => <a href="/admin/deliveries">{text}</a> })}</p>
      </header>
      {act ? (
        <p className="notice" role="status">
          {t(`webhooks.said.${act}`)}
        </p>
      ) : null}
      {secret === null ? null : (
        <div className="notice" role="status">
          <p>{t('webhooks.secret')}</p>
          <p>
            <code id="secret">{secret}</code>
          </p>
        </div>
      )}
      {hooks.length === 0 ? <p className="hint">{t('webhooks.none')}</p> : null}
      {hooks.map((entry) => (
        <WebhookEntry key={entry.hook.id} {...entry} t={t} locale={locale} />
      ))}
      <NewWebhook t={t} locale={locale} />
    </main>
  )
}

function NewWebhook({ t, locale }: { t: DeskWords; locale: string }) {
  return (
    <section className="desk-section">
      <h2>{t('webhooks.new')}</h2>
      <DeskForm action={makeWebhook} page="/admin/webhooks">
        <Field name="address" type="url" label={t('webhooks.address')} hint={t('webhooks.addressHint')} size="long" />
        <Field name="what" label={t('webhooks.what')} hint={t('webhooks.whatHint')} size="long" />
        <div className="grid">
          <Field
            name="form"
            label={t('webhooks.form')}
            value="standard"
            options={hookForms.map((one) => ({ value: one, label: t(`webhooks.forms.${one}`) }))}
          />
          <Field
            name="language"
            label={t('webhooks.language')}
            value={locale}
            options={locales.map((one) => ({ value: one, label: languageName(one, locale) }))}
          />
          <Field
            name="rhythm"
            label={t('webhooks.rhythm')}
            value="instant"
            options={rhythms.map((one) => ({ value: one, label: t(`webhooks.rhythms.${one}`) }))}
          />
        </div>
        <button type="submit">{t('webhooks.make')}</button>
      </DeskForm>
    </section>
  )
}

const languageName = (language: string, locale: string): string =>
  new Intl.DisplayNames(locale, { type: 'language' }).of(language) ?? language

/** The secret of a webhook, the first time that who made it asks. */
async function secretOf(id: string, by: string): Promise<string | null> {
  const { write } = await database()
  const taken = await write((tx) => takeSecret(tx, { id, by }))
  if (!taken?.secret || taken.form !== 'standard') return null
  return keysOfWire().open({ sealed: taken.secret, sealedBy: taken.sealedBy }, `${id} secret`)
}

/** Of its address the desk shows the host: what stands behind it may be a secret of the receiver. Null where it cannot be opened. */
function hostOf({ id, sealed, sealedBy }: { id: string; sealed: string; sealedBy: string }): string | null {
  try {
    return new URL(keysOfWire().open({ sealed, sealedBy }, id)).host
  } catch {
    return null
  }
}
