/**
 * The golden verdicts of the dossier japan-defence-transfers: [equipment, recipient, purpose, on, dispositions that are
 * right]. Where the sources can be read either way, both are listed.
 */
export const golden = [
  ['warship', 'other-agreement-state', 'minesweeping', '2023-08-23', ['prohibited']],
  ['warship', 'other-agreement-state', 'minesweeping', '2023-12-22', ['conditional']],
  ['warship', 'other-agreement-state', 'other-purpose', '2026-04-20', ['prohibited']],
  ['warship', 'other-agreement-state', 'other-purpose', '2026-04-21', ['conditional']],
  ['radar', 'other-agreement-state', 'surveillance', '2020-08-28', ['permitted', 'conditional']],
  ['radar', 'other-agreement-state', 'other-purpose', '2023-08-23', ['prohibited']],
  ['radar', 'other-agreement-state', 'other-purpose', '2026-04-21', ['permitted']],
  ['gcap-fighter', 'other-agreement-state', 'third-country-transfer', '2024-03-25', ['prohibited']],
  ['gcap-fighter', 'other-agreement-state', 'third-country-transfer', '2024-03-26', ['conditional']],
  ['gcap-fighter', 'gcap-partner', 'joint-development', '2023-08-23', ['permitted', 'conditional']],
  ['protective-gear', 'ukraine', 'invaded-support', '2022-03-08', ['permitted', 'conditional']],
  ['technology', 'united-states', 'technology-exchange', '1982-12-31', ['prohibited']],
  ['technology', 'united-states', 'technology-exchange', '1984-01-01', ['permitted', 'conditional']],
  ['ammunition', 'conflict-party', 'other-purpose', '2015-06-01', ['prohibited']],
] as const
