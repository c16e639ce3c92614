import 'server-only'
import type { OpenDossier } from '@/app/_server/site'
import type { Db } from '@/db/client'
import { freeId } from '@/db/queries/newsroom/free-id'
import { type Answers, answered, nextRuleFields, scopeName } from '@/lib/forms/beginning/answers'
import { type BegunRule, nextRuleOf } from '@/lib/forms/beginning/next-rule'
import { reportIdOf } from '@/lib/forms/beginning/told'
import { applyEdits, type DossierRecords, parseRecord, type RecordEdit, type Source, wordings } from '@/lib/model'
import { compileDossier } from '@/lib/policy'
import { slugOf } from '@/lib/words/slug'
import type { Drawn } from '../../_components/beginning/Picture'

/** What is asked of a rule that comes to this dossier. */
export const fieldsFor = ({ dossier }: Pick<OpenDossier, 'dossier'>) => [
  ...nextRuleFields,
  ...dossier.dimensions.map(({ id }) => scopeName(id)),
]

/** Works out what the answers come to beside what is public and what is in drafts. */
export async function openNextRule(db: Db, open: OpenDossier, answers: Answers): Promise<BegunRule> {
  const { dossier, compiled, sources } = open
  const named = <R extends Pick<Source, 'name'>>(all: Iterable<R>, name: string): R | undefined =>
    name === '' ? undefined : [...all].find((one) => wordings(one.name).includes(name))
  const actor = named(compiled.records.actors, answered(answers, 'actor.name'))
  const source = named(sources.values(), answered(answers, 'source.name'))
  const sourceId =
    source?.id ?? (await freeId(db, 'source', '', slugOf(answered(answers, 'source.name')) || 'publisher'))
  const ids = {
    rule: await freeForBoth(db, dossier.id, slugOf(answered(answers, 'rule.title')) || 'rule'),
    actor: actor?.id ?? (await freeId(db, 'actor', dossier.id, slugOf(answered(answers, 'actor.name')) || 'actor')),
    source: sourceId,
    report: await freeId(db, 'report', dossier.id, reportIdOf(answers, sourceId)),
  }
  return nextRuleOf(answers, {
    dossier,
    ids,
    isKnown: { actor: actor !== undefined, source: source !== undefined },
  })
}

/** An id that neither a rule nor a change of the dossier has. */
async function freeForBoth(db: Db, dossier: string, wanted: string): Promise<string> {
  const ofRule = await freeId(db, 'rule', dossier, wanted)
  const ofBoth = await freeId(db, 'change', dossier, ofRule)
  return ofBoth === ofRule ? ofRule : freeForBoth(db, dossier, ofBoth)
}

/** The dossier with the rule, as far as it can be drawn already: with its report, without, or as it is public. */
export function drawnWith(open: OpenDossier, { records }: BegunRule): Drawn {
  const { compiled, dossier } = open
  const edits = records.flatMap(({ kind, id, data }): RecordEdit[] => {
    const filled = kind === 'rule' || kind === 'change' ? { title: '…', ...data } : data
    const parsed = parseRecord(kind, filled)
    return parsed.ok ? [{ kind, id, record: parsed.record }] : []
  })
  const kinds = new Set(edits.map(({ kind }) => kind))
  const isSaid = kinds.has('rule') && kinds.has('change')
  const isTold = isSaid && kinds.has('report') && records.every(({ kind }) => kinds.has(kind))
  const own = !isSaid ? [] : isTold ? edits : edits.filter(({ kind }) => kind === 'rule' || kind === 'change')
  const sources = new Map(open.sources)
  for (const { kind, id, record } of own) if (kind === 'source') sources.set(id, record as Source)
  const after: DossierRecords = applyEdits(compiled.records, own)
  const rule = records.find(({ kind }) => kind === 'rule')
  const first = Object.entries(Object(rule?.data.scope) as Record<string, string[]>).map(([id, [value]]) => [id, value])
  return {
    compiled: own.length === 0 ? compiled : compileDossier(after, sources.values(), compiled),
    sources,
    change: isSaid ? rule?.id : undefined,
    question: { ...dossier.featured?.[0], ...Object.fromEntries(first) },
  }
}
