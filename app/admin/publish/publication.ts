import 'server-only'
import { now } from '@/app/_server/clock'
import { checkDrafts } from '@/app/_server/drafts/draft-check'
import { type Following, followingOf, movesAmong } from '@/app/_server/drafts/following'
import { type DraftAlong, mostTogether, neededBy, withNeeded } from '@/app/_server/drafts/needed-drafts'
import { type Db, database } from '@/db/client'
import { withheldDrafts } from '@/db/commands/publish/withheld'
import { keyText, recordKey } from '@/db/key'
import { type Draft, findDraft, findDraftEntry, listDrafts, type OpenDraft } from '@/db/queries/draft'
import { findRecord, type Published } from '@/db/queries/record'
import { findRevision } from '@/db/queries/revision'
import { fitsForm } from '@/lib/forms/report'
import { type DossierMove, type Locale, mostBytes, type Problem, type RecordKind, say, type Text } from '@/lib/model'
import type { DeskWords } from '@/lib/words/desk-messages'

/** A draft beside what is public of its record; null where nothing is. */
export interface Pair {
  draft: Draft
  published: Published<RecordKind> | null
}

/** A draft that cannot go along, and why; the others can. */
export interface LeftOut {
  draft: OpenDraft
  problems: Problem[]
  /** In words, where it is no matter of its text. */
  why: string[]
}

/** What a publication of drafts would do. */
export interface Publication {
  /** Those that can be published. */
  pairs: Pair[]
  leftOut: LeftOut[]
  /** Those whose record was published again since they began, with the text that they were made from. */
  stale: (Pair & { base: unknown })[]
  /** Ids of those that were not asked for and go along, because others need them; with what one that does is called. */
  along: Map<string, Text>
  /** Other open drafts of the same dossiers. */
  others: OpenDraft[]
  /** Records without a draft that are rewritten with them. */
  following: Following[]
  /** The dossiers that get another id with them. */
  moves: DossierMove[]
  /** What each dossier that they touch says of them. */
  checks: Awaited<ReturnType<typeof checkDrafts>>[]
}

/**
 * Reads the drafts asked for with those that they need, and checks them together. One that is unsound, too large, based on
 * another text than what is public, or withheld is left out with those that need it, and keeps no other from being published.
 */
export async function readPublication(
  ids: string[],
  publisher: string,
  { t, locale }: { t: DeskWords; locale: Locale },
): Promise<Publication> {
  const { db } = await database()
  const open = await listDrafts(db)
  const asked = await entriesOf(db, ids)
  const entries = await withNeeded(db, asked, open)
  const along = new Map(entries.flatMap(({ entry, needer }) => (needer ? [[entry.id, needer] as const] : [])))
  const { pairs: all, leftOut } = await readTexts(db, entries, t)
  const stale = all.filter(({ draft, published }) => (published?.revision ?? null) !== draft.baseRevision)
  const withheld = await withheldDrafts(
    db,
    all.map(({ draft }) => draft),
    { by: publisher, at: now() },
  )
  const reasons = new Map(stale.map(({ draft }) => [draft.id, [t('publish.reason.stale')]]))
  for (const { id, embargo } of withheld)
    reasons.set(id, [
      ...(reasons.get(id) ?? []),
      embargo ? t('publish.reason.embargo', { until: embargo }) : t('publish.reason.second'),
    ])
  const records = new Map<string, string>()
  for (const { draft } of all) {
    const key = keyText(recordKey(draft.kind, draft.dossier, draft.recordId))
    const twin = records.get(key)
    if (twin) reasons.set(draft.id, [...(reasons.get(draft.id) ?? []), t('publish.reason.twin', { title: twin })])
    else records.set(key, say(draft.titles, locale).text)
  }
  const kept = all.filter(({ draft }) => !reasons.has(draft.id))
  leftOut.push(
    ...all.flatMap(({ draft }) => {
      const why = reasons.get(draft.id)
      return why ? [{ draft, problems: [], why }] : []
    }),
  )
  const sound = await soundOf(
    kept,
    entries.map(({ entry }) => entry),
    t,
  )
  const dossiers = new Set(entries.map(({ entry }) => entry.dossier))
  const listed = new Set(entries.map(({ entry }) => entry.id))
  return {
    ...sound,
    leftOut: [...leftOut, ...sound.leftOut],
    stale: await Promise.all(stale.map(async (pair) => ({ ...pair, base: await baseOf(db, pair.draft) }))),
    along,
    following: await followingOf(sound.pairs),
    moves: movesAmong(sound.pairs),
    others: open
      .filter(({ id, dossier }) => !listed.has(id) && (dossiers.has(dossier) || dossier === ''))
      .slice(0, mostTogether),
  }
}

async function baseOf(db: Db, { kind, dossier, recordId, baseRevision }: Draft): Promise<unknown> {
  if (baseRevision === null) return null
  return (await findRevision(db, recordKey(kind, dossier, recordId), baseRevision))?.data ?? null
}

async function entriesOf(db: Db, ids: string[]): Promise<OpenDraft[]> {
  const found = await Promise.all([...new Set(ids)].slice(0, mostTogether).map((id) => findDraftEntry(db, id)))
  return found.flatMap((entry) => entry ?? [])
}

async function readTexts(db: Db, entries: DraftAlong[], t: DeskWords): Promise<{ pairs: Pair[]; leftOut: LeftOut[] }> {
  const pairs: Pair[] = []
  const leftOut: LeftOut[] = []
  for (const { entry } of entries) {
    const draft = entry.bytes > mostBytes(entry.kind) ? null : await findDraft(db, entry.id)
    if (draft && (draft.kind !== 'report' || fitsForm(draft.data)))
      pairs.push({ draft, published: await findRecord(db, recordKey(draft.kind, draft.dossier, draft.recordId)) })
    else
      leftOut.push({
        draft: entry,
        problems: [],
        why: [t('publish.reason.large', { kind: t(`kind.${entry.kind}`) })],
      })
  }
  return { pairs, leftOut }
}

/** Takes out the drafts that are unsound, and those that need them, until what is left is sound together. */
async function soundOf(
  given: Pair[],
  listed: readonly OpenDraft[],
  t: DeskWords,
): Promise<Pick<Publication, 'pairs' | 'leftOut' | 'checks'>> {
  let pairs = given
  const leftOut: LeftOut[] = []
  for (;;) {
    const checks = await checksOf(pairs.map(({ draft }) => draft))
    const problems = checks.flatMap((check) => check.problems)
    if (problems.length === 0) return { pairs, leftOut, checks }
    const blamed = pairs.filter(({ draft }) => problems.some(({ id }) => id === draft.recordId))
    // What nobody is to blame for alone keeps all of them from being published.
    const out = blamed.length > 0 ? blamed : pairs
    leftOut.push(
      ...out.map(({ draft }) => ({
        draft,
        problems: blamed.length > 0 ? problems.filter(({ id }) => id === draft.recordId) : problems,
        why: [],
      })),
    )
    pairs = pairs.filter((pair) => !out.includes(pair))
    const ids = new Set(out.map(({ draft }) => draft.id))
    const gone = listed.filter(({ id }) => ids.has(id))
    const needy = pairs.filter(({ draft }) => neededBy(draft, gone, []).length > 0)
    leftOut.push(...needy.map(({ draft }) => ({ draft, problems: [], why: [t('publish.reason.needs')] })))
    pairs = pairs.filter((pair) => !needy.includes(pair))
    if (pairs.length === 0) return { pairs, leftOut, checks }
  }
}

async function checksOf(drafts: Draft[]) {
  const dossiers = [...new Set(drafts.map(({ dossier }) => dossier).filter((id) => id !== ''))]
  return Promise.all(
    (dossiers.length > 0 ? dossiers : ['']).map((id) =>
      checkDrafts(
        id,
        drafts.filter(({ dossier }) => dossier === id || dossier === ''),
      ),
    ),
  )
}

/** The address at which these drafts are published. */
export const addressOf = (drafts: readonly { id: string }[]): string =>
  `/admin/publish?${drafts.map(({ id }) => `draft=${id}`).join('&')}`
