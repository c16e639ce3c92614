import { deskWords } from '@/app/_server/desk-words'
import { Moved } from '../_components/Moved'
import { MovedDossier } from '../records/MovedDossier'
import { WholeDossier } from '../records/remove/WholeDossier'
import type { Publication } from './publication'

/** The answers that a publication moves, dossier by dossier. */
export async function AnswersMoved({ checks, moves }: Pick<Publication, 'checks' | 'moves'>) {
  const t = await deskWords()
  return (
    <section className="desk-section">
      <h2>{t('publish.moved')}</h2>
      {checks.map(({ after, compiled, moved, today, goes }) =>
        compiled && moves.some(({ from }) => from === compiled.dossier.id) ? (
          <MovedDossier key={compiled.dossier.id} id={compiled.dossier.id} />
        ) : after && moves.some(({ to }) => to === after.dossier.id) ? null : goes && compiled ? (
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
