import { deskLanguage } from '@/lib/addresses/names'
import { type Dossier, say } from '@/lib/model'
import { countsInWords } from '../_components/event-counts'
import { Moment } from '../_components/Moment'
import type { Happened } from './happened'

/** Per dossier what has happened while the person was away, each with the list of it. */
export function WhatHappened({ happened: { since, counts }, dossiers }: { happened: Happened; dossiers: Dossier[] }) {
  const told = dossiers.flatMap(({ id, title }) => {
    const words = countsInWords(counts.get(id) ?? {})
    return words ? [{ id, title: say(title, deskLanguage).text, words }] : []
  })
  return (
    <section className="desk-section">
      <h2>What has happened</h2>
      <p className="hint">
        {since.isVisit ? 'Since your last visit, ' : 'Within a week, since '}
        <Moment at={since.at} />.
      </p>
      {told.length === 0 ? (
        <p className="hint">Nothing.</p>
      ) : (
        <ul>
          {told.map(({ id, title, words }) => (
            <li key={id}>
              <a href={`/admin/events?dossier=${id}`}>{title}</a>: {words}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
