import { type Change, type Effect, type Report, type Resolution, reportsNamed, standingReports } from './records'

/**
 * The reports that stand and of which nothing holds: a resolution of its change sets aside each of their effects (model, section 2,
 * contradictions). They are kept, and left out of lists unless asked for.
 */
export function discreditedReports({ changes, reports }: { changes: readonly Change[]; reports: readonly Report[] }) {
  const named = new Set(
    changes.flatMap(({ resolutions = [] }) => resolutions.flatMap(({ holds, against = holds }) => [holds, against])),
  )
  const concerned = reportsNamed(reports, named)
  const standing = new Map(standingReports(concerned).map((report) => [report.id, report]))
  const against = new Map<string, Settled[]>()
  for (const { id, resolutions = [] } of changes)
    for (const resolution of resolutions) {
      const holding = standing.get(resolution.holds)
      if (resolution.against === undefined || !holding || holding.id === resolution.against) continue
      const settled = against.get(resolution.against) ?? []
      against.set(resolution.against, [...settled, { change: id, about: resolution.about, holding }])
    }
  const discredited = new Set<string>()
  for (const [id, settled] of against) {
    const effects = standing.get(id)?.effects ?? []
    if (effects.length > 0 && effects.every((effect) => settled.some((one) => isSetAside(effect, one))))
      discredited.add(id)
  }
  return discredited
}

/** One resolution against a report, with the report that holds. */
interface Settled extends Pick<Resolution, 'about'> {
  change: string
  holding: Report
}

/** What is settled about dates touches only the stages that the report that holds tells too. */
const isSetAside = ({ change, stage }: Effect, { change: settled, about, holding }: Settled): boolean =>
  change === settled &&
  (about !== 'dates' ||
    holding.effects.some(
      (told) => told.change === settled && told.kind === 'moves' && told.certainty === 'said' && told.stage === stage,
    ))
