import { deskWords } from '@/app/_server/desk-words'
import { Moved } from '../_components/Moved'
import { WholeDossier } from '../records/remove/WholeDossier'
import type { Publication } from './publication'

/** The answers that a publication moves, dossier by dossier. */
export async function AnswersMoved({ checks }: Pick<Publication, 'checks'>) {
  const t = await deskWords()
  return (
    <section className="desk-section">
      <h2>{t('publish.moved')}</h2>
      {checks.map(({ after, compiled, moved, today, goes }) =>
        goes && compiled ? (
          <WholeDossier key={compiled.dossier.id} id={compiled.dossier.id} />
        ) : after && !compiled ? (
          <p key={after.dossier.id} className="hint">
            {t('publish.movedNew')}
          </p>
        ) : after && compiled ? (
          <Moved key={compiled.dossier.id} dossier={after.dossier} moved={moved} />
        ) : (
          <p key={today} className="hint">
            {t('publish.movedLater')}
          </p>
        ),
      )}
    </section>
  )
}
