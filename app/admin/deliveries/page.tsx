import { deskReading, deskWords } from '@/app/_server/desk-words'
import { requireRole } from '@/app/_server/session'
import { hasMail } from '@/app/_server/wire/keys'
import { database } from '@/db/client'
import { listTroubled, type TroubledDelivery } from '@/db/queries/wire/delivery'
import { countSubscriptions } from '@/db/queries/wire/subscription'
import { findFollowed } from '@/db/wire/followed'
import type { DeskWords } from '@/lib/words/desk-messages'
import { DeskForm } from '../_components/DeskForm'
import { Moment } from '../_components/Moment'
import { TabTitle } from '../_components/TabTitle'
import { settleDelivery } from './action'

const mostShown = 100

/** Who is told of what happens, and what did not arrive. */
export default async function DeliveriesPage({ searchParams }: { searchParams: Promise<{ said?: string }> }) {
  await requireRole('admin', '')
  const [t, { locale }] = await Promise.all([deskWords(), deskReading()])
  const { said } = await searchParams
  const { db } = await database()
  const [counts, troubled] = await Promise.all([countSubscriptions(db), listTroubled(db, { limit: mostShown })])
  const named = await Promise.all(
    troubled.map(async (one) => ({
      ...one,
      title: (await findFollowed(db, one.subscription.what, locale))?.title ?? one.subscription.what,
    })),
  )
  return (
    <main id="main">
      <TabTitle of={t('deliveries.title')} />
      <header className="desk-head">
        <h1>{t('deliveries.title')}</h1>
        <p className="hint">{t.rich('deliveries.lead', { link: (text) => <a href="/admin/webhooks">{text}</a> })}</p>
        {hasMail() ? null : <p className="hint">{t('deliveries.noMail')}</p>}
      </header>
      {said === 'again' || said === 'drop' ? (
        <p className="notice" role="status">
          {t(`deliveries.said.${said}`)}
        </p>
      ) : null}
      <section className="desk-section">
        <h2>{t('deliveries.who')}</h2>
        {counts.length === 0 ? <p className="hint">{t('deliveries.nobody')}</p> : null}
        <ul>
          {counts.map(({ channel, rhythm, state, count }) => (
            <li key={`${channel} ${rhythm} ${state}`}>
              {t('deliveries.count', {
                count,
                channel: t(`deliveries.channels.${channel}`),
                rhythm: t(`webhooks.rhythms.${rhythm}`),
                state: t(`webhooks.states.${state}`),
              })}
            </li>
          ))}
        </ul>
      </section>
      <section className="desk-section">
        <h2>{t('deliveries.troubled')}</h2>
        {named.length === 0 ? <p className="hint">{t('deliveries.arrived')}</p> : <Troubled t={t} named={named} />}
      </section>
    </main>
  )
}

interface NamedDelivery extends TroubledDelivery {
  title: string
}

const Troubled = ({ t, named }: { t: DeskWords; named: readonly NamedDelivery[] }) => (
  <table className="plain stack">
    <thead>
      <tr>
        <th scope="col">{t('deliveries.to')}</th>
        <th scope="col">{t('deliveries.what')}</th>
        <th scope="col">{t('deliveries.stands')}</th>
        <th scope="col">{t('deliveries.answered')}</th>
        <th scope="col">{t('deliveries.now')}</th>
      </tr>
    </thead>
    <tbody>
      {named.map((one) => (
        <Row key={one.delivery.id} t={t} {...one} />
      ))}
    </tbody>
  </table>
)

function Row({ t, delivery, subscription, title }: NamedDelivery & { t: DeskWords }) {
  const { id, about, state, attempts, nextAt, lastError, createdAt } = delivery
  return (
    <tr>
      <td data-column={t('deliveries.to')}>
        {t('deliveries.toWhom', { channel: t(`deliveries.channels.${subscription.channel}`), title })}
      </td>
      <td data-column={t('deliveries.what')}>
        {t.rich('deliveries.when', {
          about: t(`deliveries.about.${about}`),
          moment: () => <Moment at={createdAt} />,
        })}
      </td>
      <td data-column={t('deliveries.stands')}>
        {state === 'dead'
          ? t('deliveries.dead', { attempts })
          : t.rich('deliveries.waits', { attempts, moment: () => <Moment at={nextAt} /> })}
      </td>
      <td data-column={t('deliveries.answered')}>{lastError}</td>
      <td data-column={t('deliveries.now')}>
        <DeskForm action={settleDelivery} page="/admin/deliveries">
          <input type="hidden" name="id" value={id} />
          <p className="buttons">
            {subscription.state === 'ended' ? null : (
              <button type="submit" name="act" value="again" className="quiet">
                {t('deliveries.again')}
              </button>
            )}
            <button type="submit" name="act" value="drop" className="quiet">
              {t('deliveries.drop')}
            </button>
          </p>
        </DeskForm>
      </td>
    </tr>
  )
}
