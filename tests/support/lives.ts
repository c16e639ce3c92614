import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import {
  type Change,
  changeSchema,
  type Disposition,
  type DossierRecords,
  dossierSchema,
  type Report,
  type Rule,
  reportSchema,
  ruleSchema,
} from '@/lib/model'

/** One question of a life and its right answer; what is left out is not asked. */
export interface LifeAsk {
  text: string
  on: string
  known: string | undefined
  disposition: Disposition
  since: string | undefined
  /** The day and the disposition of what comes next; null: nothing does. */
  next: { on: string; disposition: string } | null | undefined
  stage: string | undefined
  conflict: true | undefined
  duties: string[] | undefined
}

export interface LifeExample {
  id: string
  title: string
  records: DossierRecords
  case: Record<string, string>
  asks: LifeAsk[]
}

interface ShortForm {
  id: string
  title: string
  reports: string[]
  asks: string[]
  changes?: string
  rules?: string
  dimensions?: string
  dossier?: string
  zone?: string
  case?: Record<string, string>
}

const plainChange = '- {id: act, title: Act, alterations: [{rule: lamp-rule, to: required}]}'
const plainRule = '- {id: lamp-rule, title: Lamps, scope: {item: [lamp]}}'
const plainDimensions = '[{id: item, values: [lamp, chair]}, {id: place, values: [home, shop]}]'

function groupsOf(text: string, pattern: RegExp): Record<string, string | undefined> {
  const groups = pattern.exec(text)?.groups
  if (!groups) throw new Error(`tests/fixtures/lives.yaml: cannot read “${text}”`)
  return groups
}

function readEffect(text: string, changes: readonly Change[]) {
  const found = groupsOf(text, /^((?<change>[\w-]+):)?(?<stage>\w+)(@(?<on>[\d-]+))?(!(?<certainty>\w+))?$/)
  const { change = changes[0]?.id, stage, on, certainty = 'said' } = found
  return { change, kind: 'moves', stage, on, certainty }
}

function readReport(text: string, changes: readonly Change[]): Report {
  const { published, id, effects, retracted } = groupsOf(
    text,
    /^(?<published>\S+) (?<id>\S+): (?<effects>.*?)(?<retracted> RETRACTED)?$/,
  )
  return reportSchema.parse({
    ...{ id, published, source: 'gazette', headline: id },
    effects: effects?.split('; ').map((effect) => readEffect(effect, changes)),
    retracted: retracted ? { on: '2030-01-01', note: 'Withdrawn' } : undefined,
  })
}

function readAsk(text: string): LifeAsk {
  const found = groupsOf(
    text,
    new RegExp(
      '^(?<on>[\\d-]+)(/(?<known>[\\d-]+))? -> (?<disposition>\\w+)( since (?<since>[\\d-]+))?' +
        '( next (?<next>-|(?<nextOn>[\\d-]+) (?<then>\\w+)))?( stage (?<stage>\\w+))?(?<conflict> conflict)?' +
        '( duties (?<duties>[\\w,-]+))?$',
    ),
  )
  const { on = '', known, disposition, since, next, nextOn = '', then = '', stage, conflict, duties } = found
  return {
    ...{ text, on, known, since, stage, disposition: disposition as Disposition },
    next: next === undefined ? undefined : next === '-' ? null : { on: nextOn, disposition: then },
    conflict: conflict === undefined ? undefined : true,
    duties: duties === undefined ? undefined : duties === '-' ? [] : duties.split(','),
  }
}

function readLife(short: ShortForm): LifeExample {
  const changes = parse(short.changes ?? plainChange).map((change: unknown) => changeSchema.parse(change)) as Change[]
  const rules = parse(short.rules ?? plainRule).map((rule: unknown) => ruleSchema.parse(rule)) as Rule[]
  const dossier = dossierSchema.parse({
    ...{ id: short.id, title: short.title, timeZone: short.zone ?? 'UTC' },
    dimensions: parse(short.dimensions ?? plainDimensions),
    ...(short.dossier && parse(short.dossier)),
  })
  return {
    ...{ id: short.id, title: short.title, case: short.case ?? { item: 'lamp', place: 'home' } },
    records: { dossier, rules, changes, actors: [], reports: short.reports.map((text) => readReport(text, changes)) },
    asks: short.asks.map(readAsk),
  }
}

/** The lives of tests/fixtures/lives.yaml with their right answers. */
export const readLives = (): LifeExample[] =>
  (parse(readFileSync('tests/fixtures/lives.yaml', 'utf8')) as ShortForm[]).map(readLife)
