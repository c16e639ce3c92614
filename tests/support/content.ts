import type { Database } from '@/db/client'
import { importContent } from '@/db/commands/import'
import type { ContentTree } from '@/lib/content'
import type { Actor, DossierRecords, Position, Source } from '@/lib/model'
import { change, emptyDossier, rule } from './dossiers'

export const at = '2026-01-01T00:00:00.000Z'

export const source = (id: string, over: Partial<Source> = {}): Source => ({ id, name: id, kind: 'agency', ...over })

export const actor = (id: string, over: Partial<Actor> = {}): Actor => ({ id, name: id, kind: 'party', ...over })

export const position = (actorId: string, changeId: string, over: Partial<Position> = {}): Position => ({
  actor: actorId,
  change: changeId,
  stance: 'wary',
  ...over,
})

/** One dossier with a rule, a change that alters it and an actor; its reports are given. */
export const contentOf = (over: Partial<DossierRecords> = {}): ContentTree => ({
  sources: [source('kyodo-news', { name: 'Kyodo News' })],
  dossiers: [
    emptyDossier({
      rules: [rule('arms')],
      changes: [change('open', { rule: 'arms' })],
      actors: [actor('komeito')],
      ...over,
    }),
  ],
})

/** Publishes a content tree as one edition. */
export const publishContent = (database: Database, content: ContentTree, by = 'tester') =>
  database.write((tx) => importContent(tx, { content, by, at, reason: 'test' }))
