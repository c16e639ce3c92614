import { z } from 'zod'
import { siteSchema } from '@/lib/model'

/*
 * What the front and a renderer tell each other over the channel between the two processes. Each side checks what it hears: it may be
 * of another build.
 */

const counts = z.number()
const figuresSchema = z.object({
  signIns: z.record(z.string(), counts),
  writes: z.object({ done: counts, failed: counts, waiting: counts, seconds: counts }),
  /** Bytes in memory, all and those of the heap. */
  memory: z.object({ resident: counts, heap: counts }),
  /** Seconds by which the event loop was late since it was last asked. */
  delay: z.object({ p99: counts, max: counts }),
  /** Seconds of processor time so far. */
  processor: counts,
})
/** What a renderer counts of itself. */
export type RendererFigures = z.infer<typeof figuresSchema>

const { name, zone, languages } = siteSchema.shape
const stateSchema = z.object({
  kind: z.literal('state'),
  edition: z.int().min(0),
  publishedAt: z.string(),
  site: z.object({ name, zone, languages }),
  dossiers: z.array(z.object({ id: z.string(), timeZone: z.string(), dimensions: z.array(z.string()) })),
  formerly: z.array(z.tuple([z.string(), z.string()])),
})
/** Records that were ever public, of one dossier or of none: so many at a time that neither side is held up. They come before the state. */
const recordsSchema = z.object({ kind: z.literal('records'), within: z.string(), ids: z.array(z.string()) })

const fromRenderer = z.discriminatedUnion('kind', [
  recordsSchema,
  stateSchema,
  /** It answers requests from now on. */
  z.object({ kind: z.literal('ready'), notices: z.array(z.string()) }),
  /** What was asked under this number is done, or cannot be done. */
  z.object({ kind: z.literal('done'), ask: z.int(), isDone: z.boolean() }),
  z.object({ kind: z.literal('alive'), ask: z.int(), figures: figuresSchema }),
])
export type FromRenderer = z.infer<typeof fromRenderer>

const beginSchema = z.object({
  kind: z.literal('begin'),
  /** Where it is to listen for the front. */
  socket: z.string(),
  /** The port that readers use, and the address of the site in the links that it prints. */
  port: z.int(),
  origin: z.string(),
  /** Whether the site starts with it: then it says what whoever starts the site is to know. */
  isFirst: z.boolean(),
  /** The folder that becomes edition 1 where nothing is published; null: nothing does. */
  contentDir: z.string().nullable(),
})
export type BeginRenderer = z.infer<typeof beginSchema>

const toRenderer = z.discriminatedUnion('kind', [
  beginSchema,
  z.object({ kind: z.literal('ping'), ask: z.int() }),
  /** Look up what is public; what it tells of that comes before its answer. */
  z.object({ kind: z.literal('look'), ask: z.int() }),
  /** Write what the day of this instant brought. */
  z.object({ kind: z.literal('turn'), ask: z.int(), instant: z.string() }),
  /** Begin no more of what is done without being asked: the site is about to end. */
  z.object({ kind: z.literal('stop') }),
  z.object({ kind: z.literal('end') }),
])
export type ToRenderer = z.infer<typeof toRenderer>

/** What a renderer has said; null where it makes no sense. */
export const heardFromRenderer = (said: unknown): FromRenderer | null => fromRenderer.safeParse(said).data ?? null

/** What the front has said; null where it makes no sense. */
export const heardFromFront = (said: unknown): ToRenderer | null => toRenderer.safeParse(said).data ?? null
