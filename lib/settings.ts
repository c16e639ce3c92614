import { resolve } from 'node:path'
import { z } from 'zod'
import { type LogSettings, logFormats, logLevels } from '@/lib/log/log'
import { program } from '@/lib/program'
import type { Instructive } from './explain'
import { signingKeyIn } from './signing/key'

const blankAsMissing = (value: unknown) => (value === '' ? undefined : value)
const setting = <T extends z.ZodType>(schema: T) => z.preprocess(blankAsMissing, schema)

/** Characters of a key that signs sessions, at least. */
export const shortestSecret = 32

const settingsSchema = z.object({
  PORT: setting(z.coerce.number('is not a port number').int().min(0).max(65535).default(3000)),
  HOST: setting(z.string().default('localhost')),
  RULEWIRE_DATA: setting(z.string().default('data')),
  RULEWIRE_CONTENT: setting(z.string().optional()),
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
  LOG_FORMAT: setting(z.enum(logFormats, `must be ${logFormats.join(' or ')}`).optional()),
  LOG_LEVEL: setting(z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info')),
  LOG_ADDRESSES: setting(z.stringbool({ error: 'must be true or false' }).default(false)),
  WEBSUB_HUB: setting(
    z.url({ protocol: /^https?$/, error: 'is not an address such as https://hub.example.org/' }).optional(),
  ),
  RULEWIRE_SECRET: setting(
    z.string().min(shortestSecret, `must be at least ${shortestSecret} characters long`).optional(),
  ),
  RULEWIRE_SIGNING_KEY: setting(
    z
      .string()
      .refine((text) => signingKeyIn(text) !== null, 'must be 32 bytes as base64, as `openssl rand -base64 32` prints')
      .optional(),
  ),
  SMTP_URL: setting(
    z
      .url({ protocol: /^smtps?$/, error: 'is not the address of a mail server, such as smtp://mail.example.org' })
      .optional(),
  ),
  MAIL_FROM: setting(
    z
      .string()
      .regex(/^[^\p{Cc}@]+@[^\p{Cc}@]+$/u, `is not a mail address, such as ${program} <news@example.org>`)
      .optional(),
  ),
  RULEWIRE_HOOKS_TO: setting(z.string().default('')),
  RENDERERS: setting(z.coerce.number('is not a number').int().min(1).max(64).default(1)),
  RENDERER_PATIENCE: setting(z.coerce.number('is not a number of seconds').int().min(2).max(3600).default(60)),
  OIDC_ISSUER: setting(
    z.url({ protocol: /^https?$/, error: 'is not an address such as https://login.example.org' }).optional(),
  ),
  OIDC_CLIENT_ID: setting(z.string().optional()),
  OIDC_CLIENT_SECRET: setting(z.string().optional()),
  OIDC_NAME: setting(z.string().optional()),
})

/** What the environment decides; every setting is optional on one machine (model, section 8). */
export interface Settings {
  port: number
  host: string
  /** Absolute path of the data folder: the embedded database, secrets. */
  dataDir: string
  /** Absolute path of the content folder that the first start loads; undefined: the `content/` of the program. */
  contentDir: string | undefined
  /** PostgreSQL address; undefined: the embedded database. */
  databaseUrl: string | undefined
  /** Address readers use, without a slash at the end; undefined: whatever host the request names. */
  publicUrl: string | undefined
  /** Whether a proxy in front tells the reader's address in X-Forwarded-For. */
  trustProxy: boolean
  /** Port on this machine only where operators read figures; undefined: none. */
  metricsPort: number | undefined
  log: LogSettings
  /** The WebSub hub that feeds name and that is told of new events; undefined: none. */
  hub: string | undefined
  /** Signs sessions; undefined: made at first start and kept in the data folder. */
  secret: string | undefined
  /** Signs editions, 32 bytes as base64; undefined: made at first start and kept in the data folder. */
  signingKey: string | undefined
  /** The mail server, and who mail comes from; undefined: nobody can follow by mail. */
  mail: MailSettings | undefined
  /** Hosts, also `host:port`, to which webhooks may go though their addresses are not of the open internet. */
  hooksTo: string[]
  /** The identity provider by which people sign in; undefined: none. */
  oidc: OidcSettings | undefined
  /** How many processes make pages. */
  renderers: number
  /** Seconds that such a process may be silent before it is ended and another is started. */
  rendererPatience: number
}

/** An identity provider (OpenID Connect), and how it knows this site. */
export interface OidcSettings {
  /** Without a slash at the end, whether or not the provider writes one. */
  issuer: string
  clientId: string
  clientSecret: string
  /** What the button calls it. */
  name: string
}

/** How mail leaves. */
export interface MailSettings {
  /** `smtp://user:password@host:port` or `smtps://`. */
  url: string
  /** A mail address, with or without a name before it. */
  from: string
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
  const {
    PORT,
    HOST,
    RULEWIRE_DATA,
    RULEWIRE_CONTENT,
    DATABASE_URL,
    PUBLIC_URL,
    TRUST_PROXY,
    METRICS_PORT,
    LOG_FORMAT,
    LOG_LEVEL,
    LOG_ADDRESSES,
    WEBSUB_HUB,
    RULEWIRE_SECRET,
    RULEWIRE_SIGNING_KEY,
    SMTP_URL,
    MAIL_FROM,
    RULEWIRE_HOOKS_TO,
    OIDC_ISSUER,
    OIDC_CLIENT_ID,
    OIDC_CLIENT_SECRET,
    OIDC_NAME,
    RENDERERS,
    RENDERER_PATIENCE,
  } = parsed.data
  if ((SMTP_URL === undefined) !== (MAIL_FROM === undefined))
    throw new SettingsError(['SMTP_URL and MAIL_FROM belong together: set both, or neither'])
  const provider = [OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET]
  if (provider.some((one) => one === undefined) && provider.some((one) => one !== undefined))
    throw new SettingsError([
      'OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET belong together: set all three, or none',
    ])
  return {
    port: PORT,
    host: HOST,
    dataDir: resolve(RULEWIRE_DATA),
    contentDir: RULEWIRE_CONTENT === undefined ? undefined : resolve(RULEWIRE_CONTENT),
    databaseUrl: DATABASE_URL,
    publicUrl: PUBLIC_URL?.replace(/\/+$/, ''),
    trustProxy: TRUST_PROXY,
    metricsPort: METRICS_PORT,
    log: { format: LOG_FORMAT, level: LOG_LEVEL, addresses: LOG_ADDRESSES },
    hub: WEBSUB_HUB,
    secret: RULEWIRE_SECRET,
    signingKey: RULEWIRE_SIGNING_KEY,
    mail: SMTP_URL !== undefined && MAIL_FROM !== undefined ? { url: SMTP_URL, from: MAIL_FROM } : undefined,
    renderers: RENDERERS,
    rendererPatience: RENDERER_PATIENCE,
    hooksTo: RULEWIRE_HOOKS_TO.split(/[\s,]+/).filter((host) => host !== ''),
    oidc:
      OIDC_ISSUER !== undefined && OIDC_CLIENT_ID !== undefined && OIDC_CLIENT_SECRET !== undefined
        ? {
            issuer: OIDC_ISSUER.replace(/\/+$/, ''),
            clientId: OIDC_CLIENT_ID,
            clientSecret: OIDC_CLIENT_SECRET,
            name: OIDC_NAME ?? new URL(OIDC_ISSUER).host,
          }
        : undefined,
  }
}

/** Absolute path of the folder that becomes edition 1 where nothing is published; null: nothing does. Throws `SettingsError`. */
export function firstContent({ contentDir }: Settings, given: readonly string[]): string | null {
  if (!given.includes('--empty')) return contentDir ?? resolve('content')
  if (contentDir === undefined) return null
  throw new SettingsError([
    'RULEWIRE_CONTENT names a folder to begin with, and --empty begins with none: give one of them',
  ])
}
