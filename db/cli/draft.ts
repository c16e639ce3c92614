import { sayBytes } from '@/lib/model'
import { commandLine } from '@/lib/words/doers'
import type { Db } from '../client'
import { discardDraft, restoreDraft } from '../commands/draft-discard'
import { type DraftEntry, findDiscarded, findDraft, listDiscarded, listDrafts } from '../queries/draft'
import { findUserByLogin, listUsers } from '../queries/user'
import { plainLine } from './columns'
import { withDatabase } from './database'
import { readArgs, UsageError, type Verb, VerbRefusedError, type World } from './verb'

const by = commandLine

export const draftVerb: Verb = {
  usage: 'draft list [--author LOGIN] [--discarded] | draft show|discard|restore ID',
  summary: 'list drafts, show one as JSON, discard one, or undo that within 30 days',
  async run([action = '', ...args], world) {
    if (action === '') throw new UsageError('list, show, discard or restore is missing')
    if (action === 'list') return list(args, world)
    const act = actions[action]
    if (!act || !Object.hasOwn(actions, action))
      throw new UsageError(`“${action}” is none of list, show, discard, restore`)
    const [id = ''] = readArgs(args, ['ID'], {}).positionals
    return act(id, world)
  },
}

async function list(args: string[], { out, now }: World): Promise<number> {
  const { author, discarded } = readArgs(args, [], {
    author: { type: 'string' },
    discarded: { type: 'boolean', default: false },
  }).values
  return withDatabase(async ({ db }) => {
    const of = author === undefined ? {} : { author: await idOf(db, author) }
    const found: DraftEntry[] = discarded ? await listDiscarded(db, { ...of, at: now() }) : await listDrafts(db, of)
    const logins = new Map((await listUsers(db)).map(({ id, login }) => [id, login]))
    for (const draft of found) out(lineOf(draft, logins))
    return 0
  })
}

/** Fields are parted by tabs, for other programs; a title is one line. */
const lineOf = (draft: DraftEntry, logins: Map<string, string>): string =>
  [
    draft.id,
    draft.kind,
    draft.dossier,
    draft.recordId,
    logins.get(draft.author) ?? draft.author,
    draft.updatedAt,
    sayBytes(draft.bytes),
    draft.title,
  ]
    .map(plainLine)
    .join('\t')

async function idOf(db: Db, login: string): Promise<string> {
  const user = await findUserByLogin(db, login)
  if (!user) throw new VerbRefusedError(`There is no user “${login}”.`)
  return user.id
}

const actions: Record<string, (id: string, world: World) => Promise<number>> = {
  show: (id, { out, now }) =>
    withDatabase(async ({ db }) => {
      const draft = (await findDraft(db, id)) ?? (await findDiscarded(db, { id, at: now() }))
      if (!draft) throw new VerbRefusedError(`There is no draft ${id}. See draft list, and draft list --discarded.`)
      out(JSON.stringify(draft, null, 2))
      return 0
    }),
  discard: (id, { out, now }) =>
    withDatabase(async ({ write }) => {
      const gone = await write((tx) => discardDraft(tx, { id, by, at: now() }))
      if (!gone) throw new VerbRefusedError(`There is no draft ${id}. See draft list.`)
      out(`Discarded the draft of ${gone.kind} “${gone.recordId}”. For 30 days: draft restore ${id}`)
      return 0
    }),
  restore: (id, { out, now }) =>
    withDatabase(async ({ write }) => {
      const restored = await write((tx) => restoreDraft(tx, { id, by, at: now() }))
      if (!restored.ok)
        throw new VerbRefusedError(
          `Its author has another draft of that record by now, ${restored.conflict.id}: publish or discard that one first.`,
        )
      out(`Restored the draft of ${restored.draft.kind} “${restored.draft.recordId}”.`)
      return 0
    }),
}
