import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AskedDraft } from '@/db/asked-draft'
import { rebaseDraft, type SavedDraft, saveDraft } from '@/db/commands/draft'
import { discardDraft, restoreDraft } from '@/db/commands/draft-discard'
import { DraftGoneError, DraftsInTheWayError } from '@/db/commands/errors'
import { moveDraft } from '@/db/commands/newsroom/draft-author'
import { publish } from '@/db/commands/publish/publish'
import { undoEdition } from '@/db/commands/undo-edition'
import { type RecordKey, recordKey } from '@/db/key'
import { findDiscarded, findDraft } from '@/db/queries/draft'
import { currentEditionNumber } from '@/db/queries/edition'
import { findRecord } from '@/db/queries/record'
import { listRevisions } from '@/db/queries/revision'
import { at, contentOf, publishContent } from '../support/content'
import { testDatabase } from '../support/database'
import { report } from '../support/dossiers'
import { makeUser } from '../support/users'

const { database, open } = await testDatabase()
const other = await open()
const users = [await makeUser(database, 'ann'), await makeUser(database, 'bob')]
await publishContent(database, contentOf())

interface Step {
  act: 'begin' | 'save' | 'again' | 'discard' | 'restore' | 'publish' | 'publish both' | 'rebase' | 'take over' | 'undo'
  author: number
  record: number
  /** Goes by an older version than the newest one that is known. */
  late: boolean
  /** At the same time as the step before it, by way of another connection. */
  meanwhile: boolean
}
const anyStep: fc.Arbitrary<Step> = fc.record({
  act: fc.constantFrom(
    'begin',
    'save',
    'save',
    'save',
    'again',
    'discard',
    'restore',
    'publish',
    'publish both',
    'rebase',
    'take over',
    'undo',
  ),
  author: fc.nat(1),
  record: fc.nat(1),
  late: fc.nat(4).map((chance) => chance === 0),
  meanwhile: fc.boolean(),
})

const methods = {
  begin: 'begin',
  save: 'save',
  again: 'again',
  discard: 'discard',
  restore: 'restore',
  publish: 'publish',
  'publish both': 'publishBoth',
  rebase: 'rebase',
  'take over': 'takeOver',
  undo: 'undo',
} as const

/** What has been acknowledged to editors: per draft the text of every version, and what was sent last. */
class Desk {
  readonly texts = new Map<string, Map<number, string>>()
  readonly keys = new Map<string, RecordKey>()
  private readonly ids = new Map<string, string>()
  private readonly sent = new Map<string, Parameters<typeof saveDraft>[1]>()
  private count = 0

  constructor(private readonly run: number) {}

  async take(step: Step, through: typeof database): Promise<void> {
    try {
      await this[methods[step.act]](step, through)
    } catch (error) {
      if (!(error instanceof DraftGoneError)) throw error
      this.ids.delete(this.place(step))
    }
  }

  private keyOf = ({ record }: Step) => recordKey('report', 'test', `r${this.run}-${record}`)
  private place = ({ author, record }: Step) => `${author} ${record}`
  private idOf = (step: Step) => this.ids.get(this.place(step))
  private newText = () => `text ${this.run}-${++this.count}`
  private versionOf(id: string, late: boolean): number {
    const newest = Math.max(0, ...(this.texts.get(id)?.keys() ?? []))
    return late ? newest - 1 : newest
  }

  private async store(step: Step, through: typeof database, given: Parameters<typeof saveDraft>[1]): Promise<void> {
    const isNew = this.sent.get(this.place(step)) !== given
    this.sent.set(this.place(step), given)
    const saved = await through.write((tx) => saveDraft(tx, given))
    if (saved.ok && given.id !== undefined) {
      // Acknowledged is what was sent, and only on top of what its sender had seen.
      expect(textOf(saved.draft.data)).toBe(textOf(given.data))
      if (isNew) expect(saved.draft.version).toBe((given.version ?? 0) + 1)
    }
    const draft = saved.ok ? saved.draft : saved.conflict
    if (draft.author === given.author) this.ids.set(this.place(step), draft.id)
    else if (this.idOf(step) === draft.id) this.ids.delete(this.place(step))
    if (saved.ok) this.acknowledge(draft.id, draft.version, draft.data, given.key)
    else if (!this.texts.has(draft.id)) this.acknowledge(draft.id, draft.version, draft.data, given.key)
  }

  private acknowledge(id: string, version: number, data: unknown, key: RecordKey): void {
    const known = this.texts.get(id) ?? new Map<number, string>()
    this.texts.set(id, known.set(version, textOf(data)))
    this.keys.set(id, key)
  }

  private dataOf = (step: Step) => ({ ...report(this.keyOf(step).id, '2024-01-01'), headline: this.newText() })
  private given = (step: Step) => ({
    key: this.keyOf(step),
    data: this.dataOf(step),
    author: users[step.author]?.id ?? '',
    at,
    attempt: `attempt ${this.run}-${++this.count}`,
  })

  private begin = (step: Step, through: typeof database) => this.store(step, through, this.given(step))

  private async save(step: Step, through: typeof database): Promise<void> {
    const id = this.idOf(step)
    const based = id === undefined ? {} : { id, version: this.versionOf(id, step.late) }
    await this.store(step, through, { ...this.given(step), ...based })
  }

  private async again(step: Step, through: typeof database): Promise<void> {
    const sent = this.sent.get(this.place(step))
    if (sent) await this.store(step, through, sent)
  }

  private async discard(step: Step, through: typeof database): Promise<void> {
    const id = this.idOf(step)
    if (id) await through.write((tx) => discardDraft(tx, { id, by: 'someone', at }))
  }

  private async restore(step: Step, through: typeof database): Promise<void> {
    for (const [id, key] of this.keys)
      if (key.id === this.keyOf(step).id && (await findDiscarded(through.db, { id, at })))
        return this.putBack(step, await through.write((tx) => restoreDraft(tx, { id, by: 'someone', at })))
  }

  private putBack(step: Step, { ok, ...restored }: SavedDraft): void {
    if (!ok || !('draft' in restored)) return
    const author = users.findIndex(({ id }) => id === restored.draft.author)
    this.ids.set(this.place({ ...step, author }), restored.draft.id)
  }

  private async rebase(step: Step, through: typeof database): Promise<void> {
    const id = this.idOf(step)
    if (!id) return
    const onto = (await findRecord(through.db, this.keyOf(step)))?.revision ?? null
    const draft = await through.write((tx) => rebaseDraft(tx, { id, by: 'someone', at, onto }))
    this.acknowledge(id, draft.version, draft.data, this.keyOf(step))
  }

  private async takeOver(step: Step, through: typeof database): Promise<void> {
    const theirs = { ...step, author: 1 - step.author }
    const id = this.idOf(theirs)
    const by = users[step.author]?.id ?? ''
    if (!id) return
    const moved = await through.write((tx) => moveDraft(tx, { id, to: by, by, at }))
    if (!moved.ok) return
    if (this.idOf(theirs) === id) this.ids.delete(this.place(theirs))
    this.ids.set(this.place(step), id)
  }

  private async undo(step: Step, through: typeof database): Promise<void> {
    const edition = await currentEditionNumber(through.db)
    const by = users[step.author]?.id ?? ''
    if (edition < 2) return
    try {
      const { drafts } = await through.write((tx) => undoEdition(tx, { edition, by, at }))
      for (const id of drafts) {
        const draft = await findDraft(through.db, id)
        // Of one that is only found to say the same already nothing new is acknowledged.
        if (!draft || this.texts.has(id)) continue
        this.acknowledge(id, draft.version, draft.data, recordKey('report', 'test', draft.recordId))
        const record = [0, 1].find((one) => this.keyOf({ ...step, record: one }).id === draft.recordId)
        if (record !== undefined) this.ids.set(this.place({ ...step, record }), id)
      }
    } catch (error) {
      if (!(error instanceof DraftsInTheWayError)) throw error
    }
  }

  private publish = (step: Step, through: typeof database) => this.publishAll([step], through)
  private publishBoth = (step: Step, through: typeof database) =>
    this.publishAll([step, { ...step, record: 1 - step.record }], through)

  private async publishAll(steps: Step[], through: typeof database): Promise<void> {
    const drafts = steps.flatMap((step): AskedDraft[] => {
      const id = this.idOf(step)
      return id ? [{ id, version: this.versionOf(id, step.late) }] : []
    })
    if (drafts.length === 0) return
    const done = await publish(through, { drafts, by: 'someone', at, reason: 'test' })
    if (!done.ok) return
    for (const { id, version } of drafts) {
      const key = this.keys.get(id)
      const seen = this.texts.get(id)?.get(version)
      // What went public is what the publisher had seen, and nothing else.
      expect(seen).toBeDefined()
      if (key) expect(await publicTexts(key)).toContain(seen)
    }
  }
}

const textOf = (data: unknown): string => String(Object(data).headline)
const publicTexts = async (key: RecordKey) => (await listRevisions(database.db, key)).map(({ data }) => textOf(data))

async function isKept(id: string, text: string, key: RecordKey): Promise<boolean> {
  const draft = (await findDraft(database.db, id)) ?? (await findDiscarded(database.db, { id, at }))
  return (draft !== null && textOf(draft.data) === text) || (await publicTexts(key)).includes(text)
}

/** By hand many more. */
const numRuns = Math.min(2000, Number(process.env.RULEWIRE_RUNS ?? 40))
let runs = 0

test('no sequence of saves, discards, restores, take-overs, publishes and undos loses a text that was acknowledged', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 10, maxLength: 40 }), async (steps) => {
      const desk = new Desk(++runs)
      for (let place = 0; place < steps.length; ) {
        let end = place + 1
        while (steps[end]?.meanwhile && end < place + 3) end++
        const group = steps.slice(place, end)
        await Promise.all(group.map((step, at) => desk.take(step, at % 2 === 0 ? database : other)))
        place = end
      }
      for (const [id, versions] of desk.texts) {
        const newest = Math.max(...versions.keys())
        const key = desk.keys.get(id)
        if (key) expect({ id, kept: await isKept(id, versions.get(newest) ?? '', key) }).toEqual({ id, kept: true })
      }
    }),
    { numRuns },
  )
})
