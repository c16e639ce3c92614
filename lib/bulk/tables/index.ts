import { type TableName, tableNames } from '../names'
import type { Table } from '../table'
import { contradictionTable, stateTable, statusTable } from './over-time'
import { alterationTable, dimensionTable, valueTable } from './parts'
import { correctionTable, editionTable, eventTable } from './publishing'
import { actorTable, changeTable, dossierTable, ruleTable, sourceTable } from './records'
import { effectTable, expectationTable, positionTable, reportTable } from './reports'

/** Every table, each with how its rows are made. */
export const madeTables = {
  dossiers: dossierTable,
  sources: sourceTable,
  dimensions: dimensionTable,
  values: valueTable,
  actors: actorTable,
  rules: ruleTable,
  changes: changeTable,
  alterations: alterationTable,
  reports: reportTable,
  effects: effectTable,
  positions: positionTable,
  expectations: expectationTable,
  contradictions: contradictionTable,
  corrections: correctionTable,
  states: stateTable,
  statuses: statusTable,
  events: eventTable,
  editions: editionTable,
} as const satisfies Record<TableName, Table>

/** Every table: what it holds, however it is written. */
export const tables: Readonly<Record<TableName, Table>> = madeTables
export const tableList: readonly Table[] = tableNames.map((name) => tables[name])
