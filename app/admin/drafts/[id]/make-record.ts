import 'server-only'
import { saveDraft } from '@/db/commands/draft'
import { recordKey } from '@/db/key'
import { type Draft, draftsOfRecord } from '@/db/queries/draft'
import { freeId } from '@/db/queries/newsroom/free-id'
import type { User } from '@/db/queries/user'

import { mayAct } from '@/lib/auth/roles'
import type { Applied } from '@/lib/forms/fields'
import { newRecord } from '@/lib/forms/new-record'
import type { Locale } from '@/lib/model'
import type { DeskWords } from '@/lib/words/desk-messages'
import { slugOf } from '@/lib/words/slug'

interface Making {
  draft: Draft
  fields: (readonly [string, string])[]
  user: User
  at: string
  /** The report’s own text as it was sent with it. */
  data: Record<string, unknown>
  t: DeskWords
  locale: Locale
}

/** Begins the draft of a record that a report misses, by its name, in the write that saves the report. */
export async function makeRecord(
  tx: Parameters<typeof saveDraft>[0],
  { draft, fields, user, at, data, t, locale }: Making,
): Promise<Applied> {
  const sent = new Map(fields)
  const name = (sent.get('new.name') ?? '').trim()
  const kind = (['change', 'actor', 'source'] as const).find((one) => one === sent.get('new.record'))
  if (!kind || name === '') return { ok: false, message: t('draft.makeNothing') }
  if (kind === 'source' && !mayAct(user, 'author')) return { ok: false, message: t('draft.makeSite') }
  const wanted = slugOf(name) || kind
  // Whoever presses twice wants one.
  if ((await draftsOfRecord(tx, recordKey(kind, draft.dossier, wanted))).length > 0)
    return { ok: false, message: t('draft.makeThere', { id: wanted }) }
  const id = await freeId(tx, kind, draft.dossier, wanted)
  const saved = await saveDraft(tx, {
    key: recordKey(kind, draft.dossier, id),
    data: newRecord(kind, id, name, locale),
    author: user.id,
    at,
  })
  if (!saved.ok) return { ok: false, message: t('draft.makeThere', { id }) }
  return { ok: true, data }
}
