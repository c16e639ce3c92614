import type { DraftEntry } from '@/db/queries/draft'
import { deskLanguage } from '@/lib/addresses/names'
import { type Actor, type Change, type RecordKind, type Rule, type Source, say, type Text } from '@/lib/model'
import { type Compiled, lifeOf, momentAt } from '@/lib/policy'
import type { Option } from './Field'

const named = (id: string, text: Text): Option => ({ value: id, label: say(text, deskLanguage).text })
const byLabel = (a: Option, b: Option): number => a.label.localeCompare(b.label, deskLanguage)

export const sourceOptions = (sources: Map<string, Source>): Option[] =>
  [...sources.values()].map(({ id, name }) => named(id, name)).sort(byLabel)

export const actorOptions = (actors: readonly Actor[]): Option[] =>
  actors.map(({ id, name }) => named(id, name)).sort(byLabel)

export const ruleOptions = (rules: readonly Rule[]): Option[] =>
  rules.map(({ id, title }) => named(id, title)).sort(byLabel)

/** Changes to pick from, those in motion first. */
export function changeOptions(compiled: Compiled, today: string): Option[] {
  const moment = momentAt(compiled, { on: today })
  const group = ({ id }: Change) => {
    const stage = lifeOf(moment, id)?.stage
    if (!stage) return 'Not yet reported'
    if (stage === 'in_force') return 'In force'
    return ['floated', 'proposed', 'agreed', 'decided'].includes(stage) ? 'In motion' : 'Ended'
  }
  const order = ['In motion', 'Not yet reported', 'In force', 'Ended']
  return compiled.records.changes
    .map((change) => ({ ...named(change.id, change.title), group: group(change) }))
    .sort((a, b) => order.indexOf(a.group) - order.indexOf(b.group) || byLabel(a, b))
}

/** The options with the records of a kind that are only drafts yet. */
export const withDrafts = (options: Option[], drafts: readonly DraftEntry[], kind: RecordKind): Option[] => [
  ...options,
  ...drafts
    .filter((draft) => draft.kind === kind && !options.some(({ value }) => value === draft.recordId))
    .map(({ recordId, title }) => ({ value: recordId, label: `${title} (draft)`, group: 'In drafts' })),
]

export const words = (list: readonly string[]): Option[] =>
  list.map((word) => ({ value: word, label: word.replaceAll('_', ' ') }))
