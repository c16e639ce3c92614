import { deskLocale, deskWords } from '@/app/_server/desk-words'
import { type Dossier, say } from '@/lib/model'
import { countsInWords } from '../_components/event-counts'
import { Moment } from '../_components/Moment'
import type { Happened } from './happened'

/** Per dossier what has happened while the person was away, each with the list of it. */
export async function WhatHappened({
  happened: { since, counts },
  dossiers,
}: {
  happened: Happened
  dossiers: Dossier[]
}) {
  const [t, locale] = [await deskWords(), await deskLocale()]
  const told = dossiers.flatMap(({ id, title }) => {
    const words = countsInWords(t, counts.get(id) ?? {})
    return words ? [{ id, title: say(title, locale).text, words }] : []
  })
  return (
    <section className="desk-section">
      <h2>{t('events.title')}</h2>
      <p className="hint">
        {t.rich(since.isVisit ? 'events.sinceVisit' : 'events.sinceWeek', { when: () => <Moment at={since.at} /> })}
      </p>
      {told.length === 0 ? (
        <p className="hint">{t('events.nothing')}</p>
      ) : (
        <ul>
          {told.map(({ id, title, words }) => (
            <li key={id}>
              {t.rich('events.of', { words, dossier: () => <a href={`/admin/events?dossier=${id}`}>{title}</a> })}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
