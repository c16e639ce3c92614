import 'server-only'
import { planDossierId } from './dossier-plan'
import { type AskedThing, type IdPlan, type Planning, planNewId } from './id-plan'

/** Works out what giving something another id changes, a dossier with all that stands in it. */
export const planOf = (planning: Planning, { what, dossier }: AskedThing, to: string): Promise<IdPlan> =>
  what.kind === 'dossier' ? planDossierId(planning, what.id, to) : planNewId(planning, { what, dossier }, to)
