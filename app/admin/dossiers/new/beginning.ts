import 'server-only'
import { todayIn } from '@/app/_server/clock'
import type { Db } from '@/db/client'
import { recordKey, siteKey } from '@/db/key'
import { draftsOfRecord } from '@/db/queries/draft'
import { freeId } from '@/db/queries/newsroom/free-id'
import { findRecord, listSources } from '@/db/queries/record'
import { findSite } from '@/db/queries/site/site'
import type { User } from '@/db/queries/user'
import { addresses } from '@/lib/addresses'
import { mayAct, publishingRole } from '@/lib/auth/roles'
import { type Answers, answered, type BeginningStep } from '@/lib/forms/beginning/answers'
import { type Begun, recordsOf, soundRecords } from '@/lib/forms/beginning/records'
import { isId, isTimeZone, type Locale, type Source, wordings } from '@/lib/model'
import { compileDossier } from '@/lib/policy'
import type { DeskWords } from '@/lib/words/desk-messages'
import { slugOf } from '@/lib/words/slug'
import type { AnswerProps } from '../../_components/beginning/fields'
import type { Drawn } from '../../_components/beginning/Picture'

/** What the answers come to: the records, under which id the dossier will stand, and the publishers that there are. */
export interface OpenBeginning {
  begun: Begun
  dossier: string
  sources: Map<string, Source>
  /** Whether the tracker has no name of its own yet, and this person may give it one. */
  isUnnamed: boolean
}

/** What stands directly below a language is a page of the site: a dossier of that id would have no address. */
const pageNames = new Set(addresses.map(({ path }) => path.split('/')[2] ?? ''))

/** Works out what the answers come to beside what is public and what is in drafts; `user` may be one who names the site. */
export async function openBeginning(db: Db, answers: Answers, user: User): Promise<OpenBeginning> {
  const given = answered(answers, 'id')
  const wanted = given || slugOf(answered(answers, 'title')) || 'dossier'
  const isTaken = isId(wanted) && (await isInUse(db, wanted))
  const free = isTaken || pageNames.has(wanted) ? await nextFree(db, wanted) : wanted
  const dossier = given === '' ? free : given
  const all = await listSources(db)
  const name = answered(answers, 'source.name')
  const known = all.find((one) => name !== '' && wordings(one.name).includes(name))
  const source = known?.id ?? (await freeId(db, 'source', '', slugOf(name) || 'publisher'))
  const unnamed = mayAct(user, publishingRole('site')) && !(await isNamed(db)) ? await findSite(db) : null
  const begun = recordsOf(answers, { dossier, source, hasSource: known !== undefined, unnamed })
  if (given !== '' && (isTaken || pageNames.has(given)))
    begun.problems.push({ name: 'id', message: 'is used by another dossier too: ids are unique' })
  return { begun, dossier, sources: new Map(all.map((one) => [one.id, one])), isUnnamed: unnamed !== null }
}

/** Whether somebody has said what the site is, in public or in a draft. */
const isNamed = async (db: Db): Promise<boolean> =>
  (await findRecord(db, siteKey)) !== null || (await draftsOfRecord(db, siteKey)).length > 0

async function isInUse(db: Db, id: string): Promise<boolean> {
  const key = recordKey('dossier', id, id)
  return (await findRecord(db, key)) !== null || (await draftsOfRecord(db, key)).length > 0
}

async function nextFree(db: Db, wanted: string): Promise<string> {
  for (let next = 2; ; next++) if (!(await isInUse(db, `${wanted}-${next}`))) return `${wanted}-${next}`
}

/** The dossier as far as it can be drawn already. */
export function drawnOf(begun: Begun, known: ReadonlyMap<string, Source>): Drawn | null {
  const sound = soundRecords(begun)
  if (!sound) return null
  const sources = new Map([...known, ...sound.sources.map((one) => [one.id, one] as const)])
  const { dossier, changes } = sound.records
  return {
    compiled: compileDossier(sound.records, sources.values()),
    sources,
    change: changes[0]?.id,
    question: dossier.featured?.[0] ?? {},
  }
}

/** What is wrong with the answers to one question, by field. */
export function problemsAt({ problems }: Begun, names: readonly string[]): Record<string, string[]> {
  const own = problems.filter(({ name }) => names.includes(name))
  return Object.fromEntries(own.map(({ name, message }) => [name, [message]]))
}

/** Ready-made beginnings: the shapes that rules have most often. */
export const presets = ['permission', 'duties', 'bill', 'blank'] as const
export type Preset = (typeof presets)[number]

/** The sentence of a ready-made beginning, with the names of its dimensions in braces. */
export const presetQuestion = (preset: Exclude<Preset, 'blank'>, t: DeskWords): string =>
  t(`begin.preset.${preset}.question`, {
    first: `{${t(`begin.preset.${preset}.first`)}}`,
    second: `{${t(`begin.preset.${preset}.second`)}}`,
  })

/** The answers of a ready-made beginning, in the language of the desk; the report is always one's own. */
export function presetAnswers(preset: Preset, t: DeskWords, locale: Locale, zone: string): Answers {
  const timeZone = isTimeZone(zone) ? zone : 'UTC'
  const plain: Answers = { language: locale, zone: timeZone, 'report.published': todayIn(timeZone) }
  if (preset === 'blank') return plain
  const shape = {
    permission: { to: 'conditional', default: '', stage: 'in_force', actor: '' },
    duties: { to: 'required', default: 'not_required', stage: 'decided', actor: 'government' },
    bill: { to: 'prohibited', default: '', stage: 'proposed', actor: '' },
  }[preset]
  return {
    ...plain,
    title: t(`begin.preset.${preset}.title`),
    question: presetQuestion(preset, t),
    'dimension.0.name': t(`begin.preset.${preset}.first`),
    'dimension.0.values': t(`begin.preset.${preset}.firstValues`),
    'dimension.1.name': t(`begin.preset.${preset}.second`),
    'dimension.1.values': t(`begin.preset.${preset}.secondValues`),
    'actor.name': t(`begin.preset.${preset}.actor`),
    'actor.kind': shape.actor,
    'rule.title': t(`begin.preset.${preset}.rule`),
    'rule.to': shape.to,
    default: shape.default,
    'report.stage': shape.stage,
  }
}

/** What the parts of the form are given. */
export interface StepProps extends AnswerProps {
  begun: Begun
  /** The names of the publishers that there are. */
  publishers: string[]
  /** Whether the tracker has no name of its own yet, and this person may give it one. */
  isUnnamed: boolean
}

/** The address of a question; `faults`: it says what is wrong with its answers. */
export const addressOfStep = (step: BeginningStep, faults = false): string =>
  `/admin/dossiers/new?step=${step}${faults ? '&faults=shown' : ''}`
