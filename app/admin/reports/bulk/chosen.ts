import 'server-only'
import type { Db } from '@/db/client'
import { recordKey } from '@/db/key'
import { findRecord } from '@/db/queries/record'
import { mostChangedTogether } from '@/lib/forms/change-reports'
import { isId, type Report } from '@/lib/model'
import { askedNames, type SearchParams } from '../asked'
import { askReports, publicReports } from '../found'

/** The reports that are to be changed together: those ticked, or all that a list finds. */
export interface ChosenReports {
  dossier: string
  reports: Report[]
  /** The names and values by which an address says so. */
  carried: [string, string][]
  /** Ticked ones of other dossiers, which are left out. */
  others: number
}

/** Reads which reports are chosen; null where none is. Of several dossiers those of the first are taken. */
export async function readChosen(db: Db, parameters: SearchParams): Promise<ChosenReports | null> {
  return parameters.all === '1' ? readFound(db, parameters) : readTicked(db, parameters)
}

async function readFound(db: Db, parameters: SearchParams): Promise<ChosenReports | null> {
  // What a form below asks for is no filter.
  const carried = askedNames.flatMap((name): [string, string][] => {
    const value = parameters[name]
    return typeof value === 'string' && value !== '' ? [[name, value]] : []
  })
  const asked = await askReports(db, Object.fromEntries(carried))
  if (asked.dossier === null) return null
  const { reports } = await publicReports(db, asked, { cursor: undefined, limit: mostChangedTogether })
  if (reports.length === 0) return null
  return {
    dossier: asked.dossier,
    reports: reports.map(({ report }) => report),
    carried: [...carried, ['all', '1']],
    others: 0,
  }
}

async function readTicked(db: Db, { report: ticked }: SearchParams): Promise<ChosenReports | null> {
  const places = [ticked ?? []]
    .flat()
    .slice(0, mostChangedTogether)
    .map((text) => text.split('/'))
    .flatMap(([dossier = '', id = '']) => (isId(dossier) && isId(id) ? [{ dossier, id }] : []))
  const dossier = places[0]?.dossier
  if (dossier === undefined) return null
  const here = places.filter((place) => place.dossier === dossier)
  const found = await Promise.all(here.map(({ id }) => findRecord(db, recordKey('report', dossier, id))))
  const reports = found.flatMap((one) => one?.record ?? [])
  if (reports.length === 0) return null
  return {
    dossier,
    reports,
    carried: reports.map(({ id }) => ['report', `${dossier}/${id}`]),
    others: places.length - here.length,
  }
}
