import { faultsOf } from '../../support/html-check'
import { expect, test } from '../support/test'

const dossier = 'japan-defence-transfers'
const pages = [
  '',
  '/about',
  '/method',
  '/data',
  '/feeds',
  '/corrections',
  '/editions',
  '/editions/1',
  '/search?q=lethal+arms',
  '/search?q=nothingofthesort',
  `/${dossier}`,
  `/${dossier}/timeline`,
  `/${dossier}/timeline?stage=agreed`,
  `/${dossier}/matrix`,
  `/${dossier}/matrix?known=2023-09-01`,
  `/${dossier}/compare`,
  `/${dossier}/compare?from=2014-01-01`,
  `/${dossier}/ask`,
  `/${dossier}/ask?equipment=warship&recipient=other-agreement-state&purpose=minesweeping`,
  `/${dossier}/ask?words=lethal+arms+to+Ukraine`,
  `/${dossier}/rules`,
  `/${dossier}/rules/weapons-five-purposes`,
  `/${dossier}/changes`,
  `/${dossier}/changes/weapons-within-five-purposes`,
  `/${dossier}/reports/2023-08-23-kyodo-lethal-weapons-non-combat`,
  `/${dossier}/calendar`,
  `/${dossier}/scorecard`,
  `/${dossier}/contradictions`,
  `/${dossier}/actors`,
  `/${dossier}/actors/komeito`,
  `/${dossier}/actors/komeito?from=2023&to=2023`,
  `/${dossier}/actors/meti`,
  `/${dossier}/silences`,
  '/us-chip-export-controls/silences',
  `/${dossier}/sources`,
  '/eu-ai-act/scorecard',
  '/us-chip-export-controls/contradictions',
  `/${dossier}/rules/none`,
  `/${dossier}/matrix?on=nonsense`,
]

test('one page of each kind is sound HTML, in both languages', async ({ request }) => {
  for (const locale of ['en', 'ja'])
    for (const path of pages) {
      const html = await (await request.get(`/${locale}${path}`)).text()
      expect.soft(await faultsOf(html), `/${locale}${path}`).toEqual([])
    }
})
