import { deskLocale, deskWords } from '@/app/_server/desk-words'
import type { ImportPreview } from '@/db/queries/porting/differences'
import type { ContentTree } from '@/lib/content'
import { daysBetween, say } from '@/lib/model'
import { Moved } from '../../_components/Moved'
import { movesOf } from './moves'

/** Most dossiers whose answers are compared, and most days of one that are shown. */
const [mostDossiers, mostDays] = [10, 20]

/** The answers that an import would move, dossier by dossier, beside what is public. */
export async function WouldMove({ content, preview }: { content: ContentTree; preview: ImportPreview }) {
  const [t, locale] = [await deskWords(), await deskLocale()]
  const changed = new Set(preview.changes.map(({ key }) => key.dossier))
  const dossiers = content.dossiers.filter(({ dossier }) => changed.has(dossier.id))
  if (dossiers.length === 0) return null
  const all = await movesOf(dossiers.slice(0, mostDossiers), content.sources)
  return (
    <section className="desk-section" id="moves">
      <h2>{t('publish.moved')}</h2>
      {all.map((one) => (
        <section key={one.dossier.id} aria-label={say(one.dossier.title, locale).text}>
          {dossiers.length > 1 ? <h3>{say(one.dossier.title, locale).text}</h3> : null}
          {one.known === 'new' ? (
            <p className="hint">{t('publish.movedNew')}</p>
          ) : one.known === 'unsound' ? (
            <p className="notice doubtful">{t('porting.movedUnsound', { count: one.problems })}</p>
          ) : (
            <>
              <Moved dossier={one.dossier} moved={near(one.moved, one.today)} />
              {one.moved.length > mostDays ? (
                <p className="hint">{t('porting.movedDays', { count: one.moved.length - mostDays })}</p>
              ) : null}
              {one.leftOut > 0 ? <p className="hint">{t('porting.movedUnseen', { count: one.leftOut })}</p> : null}
            </>
          )}
        </section>
      ))}
      {dossiers.length > mostDossiers ? (
        <p className="hint">{t('porting.movedDossiers', { count: dossiers.length - mostDossiers })}</p>
      ) : null}
    </section>
  )
}

/** The days nearest to today, in order. */
function near<Of extends { day: string }>(moved: readonly Of[], today: string): Of[] {
  const far = ({ day }: Of) => Math.abs(daysBetween(today, day))
  return [...moved]
    .sort((a, b) => far(a) - far(b))
    .slice(0, mostDays)
    .sort((a, b) => (a.day < b.day ? -1 : 1))
}
