import { hrefTo, type Reading } from '@/app/_reader/reading'

const tabs = ['now', 'ask', 'timeline', 'rules', 'more'] as const

/** Under which tab a page stands, by the first piece of its address below the dossier; all others are under `more`. */
const tabOf: Record<string, (typeof tabs)[number]> = {
  '': 'now',
  ask: 'ask',
  timeline: 'timeline',
  reports: 'timeline',
  rules: 'rules',
}

/** The pages of a dossier; the one that is read, or under which it stands, is marked. */
export function DossierNav({ reading }: { reading: Reading }) {
  const { t, path } = reading
  const [, , here = '', below] = path.split('/')
  return (
    <nav className="dossier-nav" aria-label={t('nav.label')}>
      <ul>
        {tabs.map((tab) => {
          const isHere = (tabOf[here] ?? 'more') === tab
          const isItself = here === (tab === 'now' ? '' : tab) && below === undefined
          return (
            <li key={tab}>
              <a
                href={tab === 'now' ? hrefTo(reading) : hrefTo(reading, tab)}
                aria-current={isItself ? 'page' : isHere ? 'true' : undefined}
              >
                {t(`nav.${tab}`)}
                {tab === 'more' && <span className="unseen-text">{t('nav.moreOf')}</span>}
              </a>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
