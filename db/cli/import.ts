import { commandLine } from '@/lib/words/doers'
import type { Db } from '../client'
import { importContent, importDrafts } from '../commands/import'
import { listCorrections } from '../queries/correction'
import { findUserByLogin, listUsers, type User } from '../queries/user'
import { checkedContent, countWarnings } from './content'
import { withDatabase } from './database'
import { readArgs, UsageError, type Verb, VerbRefusedError } from './verb'

const usualReason = 'Import of files'

export const importVerb: Verb = {
  usage: 'import DIR [--publish | --replace-drafts] [--author LOGIN] [--reason TEXT]',
  summary: `take a content folder in: as drafts, or with --publish as one edition; deletes nothing.
      --replace-drafts discards drafts of the author's that say something else; they can be restored for 30 days.
      TEXT is the reason that readers are given with the edition, and as the note of correction on each published report
      that says something else now; left out, it is “${usualReason}”`,
  async run(args, world) {
    const { out, now } = world
    const { positionals, values } = readArgs(args, ['DIR'], {
      publish: { type: 'boolean', default: false },
      'replace-drafts': { type: 'boolean', default: false },
      author: { type: 'string' },
      reason: { type: 'string' },
    })
    const [dir = ''] = positionals
    const { publish, 'replace-drafts': replace } = values
    if (publish && replace) throw new UsageError('--replace-drafts makes drafts, --publish does not: give one of them')
    const { content, doubts } = await checkedContent(dir, world)
    if (doubts > 0) world.err(`${dir} is sound, with${countWarnings(doubts)}`)
    const given = values.reason?.trim() || undefined
    const reason = given ?? usualReason
    return withDatabase(async ({ db, write }) => {
      const author = await findAuthor(db, values.author)
      if (publish) {
        const by = author?.id ?? commandLine
        const done = await write((tx) => importContent(tx, { content, by, at: now(), reason }))
        out(
          done.changed
            ? `Published edition ${done.edition}.`
            : `Nothing to publish: edition ${done.edition} says the same.`,
        )
        const silent = done.changed && given === undefined ? await countExplained(db, done.edition, reason) : 0
        if (silent > 0)
          out(`Published reports that say something else now: ${silent}. Readers are told why with --reason TEXT.`)
        return 0
      }
      if (!author) throw new VerbRefusedError('Drafts need an author: make a user first (user add LOGIN --role admin).')
      const { made, replaced } = await write((tx) =>
        importDrafts(tx, { content, author: author.id, at: now(), note: reason, replace }),
      )
      out(made === 1 ? `1 draft for ${author.login}.` : `${made} drafts for ${author.login}.`)
      if (replaced > 0) out(`In the place of older ones: ${replaced}. For 30 days see draft list --discarded.`)
      return 0
    })
  },
}

/** How many published reports an edition corrected for this reason. */
async function countExplained(db: Db, edition: number, reason: string): Promise<number> {
  const newest = await listCorrections(db, { limit: 1000 })
  return newest.filter((entry) => entry.edition === edition && entry.note.note === reason).length
}

/** The user of that login, else the first administrator there was; null when there is none. */
async function findAuthor(db: Db, login: string | undefined): Promise<User | null> {
  if (login !== undefined) {
    const user = await findUserByLogin(db, login)
    if (!user || user.disabledAt !== null) throw new VerbRefusedError(`There is no active user “${login}”.`)
    return user
  }
  const admins = (await listUsers(db)).filter((user) => user.role === 'admin' && user.disabledAt === null)
  return admins.sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1))[0] ?? null
}
