export const dossier = 'japan-defence-transfers'
export const seed = '2023-08-23-kyodo-lethal-weapons-non-combat'
export const seedCase =
  'equipment=warship&recipient=other-agreement-state&purpose=minesweeping&on=2023-08-23&known=2023-08-23'

/** One page of every kind. */
export const pages = [
  '',
  `/${dossier}`,
  `/${dossier}/timeline`,
  `/${dossier}/reports/${seed}`,
  `/${dossier}/rules`,
  `/${dossier}/rules/weapons-five-purposes`,
  `/${dossier}/changes`,
  `/${dossier}/changes/co-developed-to-third-countries`,
  `/${dossier}/matrix`,
  `/${dossier}/ask?${seedCase}`,
  `/${dossier}/compare?from=2023-12-21&to=2023-12-22`,
  `/${dossier}/contradictions`,
  `/${dossier}/calendar`,
  `/${dossier}/scorecard`,
  `/${dossier}/actors`,
  `/${dossier}/actors/komeito`,
  `/${dossier}/silences`,
  '/search',
  '/search?q=lethal+arms',
  '/search?q=nothing-at-all',
  '/editions',
  '/editions/1',
  '/corrections',
  '/feeds',
  '/about',
  '/data',
  '/data/api',
  '/method',
]
