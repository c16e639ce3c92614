import { randomUUID } from 'node:crypto'
import type { Database } from '@/db/client'
import { writeEvents } from '@/db/commands/events/write-events'
import { lockHead } from '@/db/commands/publish/publish'
import { createWebhook } from '@/db/commands/wire/subscription'
import { writePlace } from '@/db/queries/cursor'
import { listEvents } from '@/db/queries/event'
import { lastPlace } from '@/db/queries/followed-events'
import { listEventsAt } from '@/db/queries/wire/delivery'
import { dispatch } from '@/db/wire/dispatch'
import type { Wire, WireSource } from '@/db/wire/wire'
import { wireKeys } from '@/lib/wire/keys'
import { postHook } from '@/lib/wire/post'
import type { Rhythm } from '@/lib/wire/rhythm'

export const keys = wireKeys('a secret of the tests that is long enough')
export const began = '2026-03-02T10:00:00.000Z'
export const later = (at: string, minutes: number): string => new Date(Date.parse(at) + minutes * 60_000).toISOString()

/** Tells events by their kind and place, to whoever follows their dossier, or everything. */
const sourceOf = ({ db }: Pick<Database, 'db'>): WireSource => ({
  placesAfter: async (what, { after, limit }) => {
    const last = await lastPlace(db)
    const dossier = what === '' ? undefined : what.slice(1)
    const found = await listEvents(db, { dossier }, { after: writePlace(after), limit })
    const places = found.map(({ place }) => place)
    return { places, readTo: places.length < limit ? Math.max(after, last) : (places.at(-1) ?? after) }
  },
  tell: async (what, places, locale) => ({
    locale,
    site: 'Rulewire',
    followed: { title: what === '' ? 'Everything' : what.slice(1), url: `https://rules.example.org${what}` },
    items: (await listEventsAt(db, places)).map(({ id, kind, place, at, updatedAt }) => ({
      id: `tag:rules.example.org,2026:event:${id}`,
      title: `${kind} ${place}`,
      url: `https://rules.example.org/${place}`,
      html: `<p>What happened at <b>${place}</b></p>`,
      text: `What happened at ${place}`,
      published: at,
      updated: updatedAt,
      categories: [],
      data: { place },
    })),
  }),
})

/** A wire on a database whose clock is turned by hand. */
export function testWire(database: Database, over: Partial<Wire> = {}) {
  const clock = { at: began }
  const wire: Wire = {
    database,
    source: sourceOf(database),
    keys,
    origin: 'https://rules.example.org',
    post: (address, message) => postHook(address, message, ['127.0.0.1']),
    now: () => clock.at,
    node: randomUUID(),
    ...over,
  }
  return {
    wire,
    clock,
    /** Hands over until nothing is due any more. */
    run: async () => {
      while ((await dispatch(wire)) > 0);
    },
    /** As time goes by, looking every so many minutes. */
    pass: async (minutes: number, step = 1) => {
      for (let gone = 0; gone < minutes; gone += step) {
        clock.at = later(clock.at, step)
        while ((await dispatch(wire)) > 0);
      }
    },
  }
}

let told = 0

/** Writes events of a dossier; returns nothing, for they are known by their places. */
export const tellEvents = (database: Database, count: number, { dossier = 'test', at = began } = {}): Promise<void> =>
  database.write(async (tx) => {
    await lockHead(tx)
    const events = Array.from({ length: count }, () => ({
      kind: 'reported' as const,
      is: `report ${told++}`,
      dossier,
      data: { report: `report-${told}` },
      records: [],
    }))
    await writeEvents(tx, events, { edition: 1, day: null, at })
  })

/** The secret of the webhooks of the tests. */
export const secret = `whsec_${Buffer.from('a secret of thirty-two bytes....').toString('base64')}`

/** A webhook that is told of everything, or of a dossier. */
export async function makeWebhook(
  database: Database,
  address: string,
  over: { what?: string; rhythm?: Rhythm; form?: 'standard' | 'slack'; at?: string } = {},
): Promise<string> {
  const { what = '', rhythm = 'instant', form = 'standard', at = began } = over
  const id = await database.write((tx) =>
    createWebhook(tx, {
      keys,
      address,
      what,
      rhythm,
      form,
      secret,
      at,
      language: 'en',
      zone: 'Asia/Tokyo',
      by: 'tester',
    }),
  )
  if (id === null) throw new Error('there is such a webhook')
  return id
}
