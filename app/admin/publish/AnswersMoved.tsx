import { Moved } from '../_components/Moved'
import type { Publication } from './publication'

/** The answers that a publication moves, dossier by dossier. */
export const AnswersMoved = ({ checks }: Pick<Publication, 'checks'>) => (
  <section className="desk-section">
    <h2>Answers that move</h2>
    {checks.map(({ after, compiled, moved, today }) =>
      after && compiled ? (
        <Moved key={compiled.dossier.id} dossier={after.dossier} moved={moved} />
      ) : (
        <p key={today} className="hint">
          Said as soon as nothing is wrong.
        </p>
      ),
    )}
  </section>
)
