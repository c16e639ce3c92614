import { type Dossier, parseRecord, type Value } from '@/lib/model'
import { type Answers, answered, scopeName } from './answers'
import { atField, firstOfEach } from './at-field'
import type { AnswerProblem } from './dimensions'
import { type BegunRecord, toldRecords } from './told'

/** Where a rule comes to, and what the answers cannot say themselves. */
export interface NextRulePlace {
  dossier: Pick<Dossier, 'dimensions'>
  /** The ids of the rule and its change, of who decides, of the report and of its publisher. */
  ids: { rule: string; actor: string; report: string; source: string }
  /** Whether they are public already. */
  isKnown: { actor: boolean; source: boolean }
}

export interface BegunRule {
  records: BegunRecord[]
  /** What keeps them from being published, by field. */
  problems: AnswerProblem[]
}

const idsIn = (values: readonly Value[]): string[] => values.flatMap(({ id, values: inside }) => [id, ...idsIn(inside)])

/** The scope that is ticked, as far as the dossier still has it. */
export function tickedScope(answers: Answers, dossier: NextRulePlace['dossier']): Record<string, string[]> {
  const ticked = dossier.dimensions.map(({ id, values, groups = [] }): [string, string[]] => {
    const there = new Set([...idsIn(values), ...groups.map((group) => group.id)])
    return [
      id,
      answered(answers, scopeName(id))
        .split(/\s+/)
        .filter((one) => there.has(one)),
    ]
  })
  return Object.fromEntries(ticked.filter(([, values]) => values.length > 0))
}

/** Makes the records of a rule that comes to a dossier, with the report that tells of it. */
export function nextRuleOf(answers: Answers, { dossier, ids, isKnown }: NextRulePlace): BegunRule {
  const { records, problems } = toldRecords(answers, { scope: tickedScope(answers, dossier), ids, isKnown })
  const faults = records.flatMap(({ kind, id, data }) => {
    const parsed = parseRecord(kind, data)
    return parsed.ok ? [] : parsed.problems.map((problem) => atField({ ...problem, id }))
  })
  return { records, problems: firstOfEach([...problems, ...faults]) }
}
