import { resolve } from 'node:path'
import { z } from 'zod'
import type { Instructive } from './explain'

const blankAsMissing = (value: unknown) => (value === '' ? undefined : value)
const setting = <T extends z.ZodType>(schema: T) => z.preprocess(blankAsMissing, schema)

/** Characters of a key that signs sessions, at least. */
export const shortestSecret = 32

const settingsSchema = z.object({
  PORT: setting(z.coerce.number('is not a port number').int().min(0).max(65535).default(3000)),
  HOST: setting(z.string().default('localhost')),
  RULEWIRE_DATA: setting(z.string().default('data')),
  DATABASE_URL: setting(
    z
      .string()
      .regex(/^postgres(ql)?:\/\//, 'must start with postgres:// (leave it out to use the embedded database)')
      .optional(),
  ),
  PUBLIC_URL: setting(
    z.url({ protocol: /^https?$/, error: 'is not an address such as https://example.org' }).optional(),
  ),
  TRUST_PROXY: setting(z.stringbool({ error: 'must be true or false' }).default(false)),
  METRICS_PORT: setting(z.coerce.number('is not a port number').int().min(0).max(65535).optional()),
  RULEWIRE_SECRET: setting(
    z.string().min(shortestSecret, `must be at least ${shortestSecret} characters long`).optional(),
  ),
})

/** What the environment decides; every setting is optional on one machine (model, section 8). */
export interface Settings {
  port: number
  host: string
  /** Absolute path of the data folder: the embedded database, secrets. */
  dataDir: string
  /** PostgreSQL address; undefined: the embedded database. */
  databaseUrl: string | undefined
  /** Address readers use, without a slash at the end; undefined: whatever host the request names. */
  publicUrl: string | undefined
  /** Whether a proxy in front tells the reader's address in X-Forwarded-For. */
  trustProxy: boolean
  /** Port on this machine only where operators read figures; undefined: none. */
  metricsPort: number | undefined
  /** Signs sessions; undefined: made at first start and kept in the data folder. */
  secret: string | undefined
}

/** The environment variables that exist; the README names each of them. */
export const settingNames = Object.keys(settingsSchema.shape)

export class SettingsError extends Error implements Instructive {
  constructor(readonly problems: string[]) {
    super(problems.join('\n'))
    this.name = 'SettingsError'
  }

  get instruction(): string {
    return this.message
  }
}

/** Parses the environment once; throws `SettingsError` that lists everything wrong with it. */
export function parseSettings(env: Record<string, string | undefined>): Settings {
  const parsed = settingsSchema.safeParse(env)
  if (!parsed.success)
    throw new SettingsError(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`))
  const { PORT, HOST, RULEWIRE_DATA, DATABASE_URL, PUBLIC_URL, TRUST_PROXY, METRICS_PORT, RULEWIRE_SECRET } =
    parsed.data
  return {
    port: PORT,
    host: HOST,
    dataDir: resolve(RULEWIRE_DATA),
    databaseUrl: DATABASE_URL,
    publicUrl: PUBLIC_URL?.replace(/\/+$/, ''),
    trustProxy: TRUST_PROXY,
    metricsPort: METRICS_PORT,
    secret: RULEWIRE_SECRET,
  }
}
