import type { Change, Report, Resolution } from '../records'
import { standingReports } from '../records'
import type { Stage } from '../words'
import type { Doubting } from './doubt'

interface ToldBy {
  /** Stages of a change that a report tells or denies. */
  stages: (report: string, change: string) => ReadonlySet<Stage>
  /** Whether a report says anything of a change that a resolution can set aside. */
  speaks: (report: string, change: string) => boolean
}

/** Whether reports that stand say more of a change than what may be. */
export function speaking(reports: readonly Report[]): ToldBy['speaks'] {
  const said = new Set(
    standingReports(reports).flatMap(({ id, effects }) =>
      effects.flatMap(({ change, certainty }) => (certainty === 'possible' ? [] : `${id} ${change}`)),
    ),
  )
  return (report, change) => said.has(`${report} ${change}`)
}

export function doubtResolutions({ id, resolutions = [] }: Change, told: ToldBy, doubting: Doubting): void {
  const pairs = new Set(resolutions.map(({ holds, against }) => `${holds} ${against}`))
  resolutions.forEach((resolution, at) => {
    const { holds, against } = resolution
    const found = (doubt: Parameters<Doubting>[0], message: string) =>
      doubting(doubt, 'change', id, ['resolutions', at, 'against'], message)
    if (against === undefined)
      found('resolution-against-none', 'is left out, so that nothing is set aside: name the report that does not hold')
    else if (pairs.has(`${against} ${holds}`))
      found(
        'resolutions-against-each-other',
        against === holds
          ? `names the report that holds (“${holds}”): name the one that does not`
          : `is “${against}”, which another resolution holds to, against “${holds}”: each sets the other aside. Take one of them out`,
      )
    else if (!setsAside(id, resolution, against, told))
      found(
        'resolution-without-effect',
        `is “${against}”, and nothing that it tells of “${id}” is set aside by that${resolution.about === 'dates' ? ': about dates these are only the stages that both reports tell' : ''}. Name another report, or take the resolution out`,
      )
  })
}

function setsAside(change: string, { about, holds }: Resolution, against: string, { stages, speaks }: ToldBy): boolean {
  if (!speaks(holds, change)) return false
  if (about !== 'dates') return speaks(against, change)
  const held = stages(holds, change)
  return [...stages(against, change)].some((stage) => held.has(stage))
}
