import {
  type Attribution,
  type Change,
  type DossierRecords,
  type Effect,
  fieldName,
  findDoubts,
  type Member,
  type Report,
} from '@/lib/model'
import { change, emptyDossier, moves, report, rule } from './dossiers'

/** What is doubtful in a dossier of two rules with these records. */
export const found = (over: Partial<DossierRecords>) =>
  findDoubts(emptyDossier({ rules: [rule('r'), rule('s')], ...over })).map(
    ({ doubt, kind, id, path }) => `${doubt}: ${kind} ${id} ${fieldName(path)}`,
  )

export const law = (over: Partial<Change> = {}, ...alterations: Parameters<typeof change>[1][]): Change => ({
  ...change('c', ...alterations),
  ...over,
})
export const told = (...reports: Report[]): Partial<DossierRecords> => ({ changes: [law()], reports })
export const step = (stage: Effect['stage'], on?: string, over: Partial<Effect> = {}): Effect => ({
  ...moves('c', stage, on),
  ...over,
})
export const unnamed: Attribution[] = [{ who: 'party members', named: false }]
export const start = report('start', '2024-03-01', step('in_force', '2024-03-01'))
export const resolved = (resolutions: Change['resolutions'], ...reports: Report[]): Partial<DossierRecords> => ({
  changes: [law({ resolutions })],
  reports,
})
export const fifth = report('fifth', '2024-01-05', step('agreed', '2024-01-05'))
export const sixth = report('sixth', '2024-01-06', step('agreed', '2024-01-06'))
export const dates = { about: 'dates' as const, reason: 'because' }
export const withMember = (...times: Member['in']): Partial<DossierRecords> => {
  const { dossier } = emptyDossier()
  const [thing, place] = dossier.dimensions
  const member = { id: 'm', in: times }
  return {
    dossier: {
      ...dossier,
      dimensions: [
        { id: 'thing', ...thing, values: thing?.values ?? [], members: [member] },
        ...(place ? [place] : []),
      ],
    },
  }
}
