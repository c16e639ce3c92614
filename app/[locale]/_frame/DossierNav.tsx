import { usualAxes } from '@/app/_reader/matrix-plan'
import { hrefTo, type Reading } from '@/app/_reader/reading'

const places = [
  'overview',
  'timeline',
  'matrix',
  'compare',
  'ask',
  'rules',
  'changes',
  'calendar',
  'scorecard',
  'contradictions',
  'actors',
  'sources',
] as const

/** The pages of a dossier; the one that is read, or that it belongs to, is marked. One dimension alone has no matrix. */
export function DossierNav({ reading }: { reading: Reading }) {
  const { t, path } = reading
  const [, , here = 'overview', below] = path.split('/')
  const shown = places.filter((place) => place !== 'matrix' || usualAxes(reading))
  return (
    <nav className="dossier-nav" aria-label={t('nav.label')}>
      <ul>
        {shown.map((place) => (
          <li key={place}>
            <a
              href={place === 'overview' ? hrefTo(reading) : hrefTo(reading, place)}
              aria-current={place === here ? (below ? 'true' : 'page') : undefined}
            >
              {t(`nav.${place}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
