import { deskLocale, deskWords } from '@/app/_server/desk-words'
import type { OpenDraft } from '@/db/queries/draft'
import type { Schedule } from '@/db/queries/newsroom/schedule'
import type { User } from '@/db/queries/user'
import { mayActSomewhere } from '@/lib/auth/roles'
import { say } from '@/lib/model'
import { DeskForm } from '../_components/DeskForm'
import { Moment, Timed } from '../_components/Moment'
import { cancel } from '../publish/action'
import { heldInWords } from './held-words'

interface Props {
  waiting: Schedule[]
  settled: Schedule[]
  drafts: OpenDraft[]
  names: Map<string, string>
  user: User
}

/** Publications at a set time: those that wait, and what became of the last ones. */
export async function Scheduled({ waiting, settled, drafts, names, user }: Props) {
  if (waiting.length === 0 && settled.length === 0) return null
  const [t, locale] = [await deskWords(), await deskLocale()]
  const titles = (schedule: Schedule) =>
    schedule.drafts
      .flatMap(({ id }) => drafts.find((draft) => draft.id === id) ?? [])
      .map((draft) => say(draft.titles, locale).text)
      .join(t('draft.between'))
  return (
    <section className="desk-section" aria-labelledby="scheduled">
      <h2 id="scheduled">{t('home.setTime')}</h2>
      {waiting.length === 0 ? <p className="hint">{t('home.nothingWaits')}</p> : null}
      <ul className="revisions">
        {waiting.map((schedule) => (
          <li key={schedule.id}>
            {t.rich('home.waiting', {
              by: names.get(schedule.by) ?? schedule.by,
              what: titles(schedule) || schedule.reason,
              time: () => (
                <strong>
                  {schedule.localTime.replace('T', ' ')} {schedule.zone}
                </strong>
              ),
              when: () => <Moment at={schedule.due} />,
            })}
            {mayActSomewhere(user, 'editor') ? (
              <DeskForm action={cancel} page="/admin">
                <input type="hidden" name="schedule" value={schedule.id} />
                <button type="submit" className="quiet">
                  {t('home.callOff')}
                </button>
              </DeskForm>
            ) : null}
          </li>
        ))}
      </ul>
      {settled.length > 0 ? (
        <details>
          <summary>{t('home.lastOnes')}</summary>
          <ul className="revisions">
            {settled.map((schedule) => (
              <li key={schedule.id}>
                {t('home.settled', {
                  time: schedule.localTime.replace('T', ' '),
                  zone: schedule.zone,
                  reason: schedule.reason,
                })}{' '}
                {schedule.state === 'published'
                  ? t('home.became.published', { edition: schedule.edition ?? '' })
                  : null}
                {schedule.state === 'cancelled' ? t('home.became.cancelled') : null}
                {schedule.state === 'held' ? (
                  <span className="said">
                    <Timed text={t('home.held', { why: heldInWords(t, locale, schedule.held ?? '') })} />
                  </span>
                ) : null}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  )
}
