import type { Problem, RecordKind } from '@/lib/model'
import type { AnswerName } from './answers'
import type { AnswerProblem } from './dimensions'

const fieldsOf: Partial<Record<RecordKind, readonly (readonly [start: string, name: AnswerName])[]>> = {
  site: [
    ['line', 'site.line'],
    ['', 'site.name'],
  ],
  source: [
    ['kind', 'source.kind'],
    ['', 'source.name'],
  ],
  dossier: [
    ['title', 'title'],
    ['id', 'id'],
    ['timeZone', 'zone'],
    ['default', 'default'],
    ['', 'question'],
  ],
  actor: [
    ['kind', 'actor.kind'],
    ['', 'actor.name'],
  ],
  rule: [['', 'rule.title']],
  change: [
    ['alterations.0.to', 'rule.to'],
    ['alterations.0.conditions', 'rule.conditions'],
    ['alterations.0.from', 'rule.from'],
    ['', 'rule.title'],
  ],
  report: [
    ['url', 'report.url'],
    ['language', 'report.language'],
    ['published', 'report.published'],
    ['effects.0.stage', 'report.stage'],
    ['effects.0.on', 'report.on'],
    ['effects.0.quote', 'report.quote'],
    ['summary', 'report.summary'],
    ['', 'report.headline'],
  ],
}

/** A fault of a record that answers make, at the answer that it comes from. */
export function atField({ kind, path, message }: Problem): AnswerProblem {
  const place = path.join('.')
  return { name: fieldsOf[kind]?.find(([start]) => place.startsWith(start))?.[1] ?? 'title', message }
}

/** One fault tells enough of a field. */
export const firstOfEach = (problems: readonly AnswerProblem[]): AnswerProblem[] =>
  [...new Map(problems.toReversed().map((one) => [one.name, one])).values()].toReversed()
