import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Tx } from '@/db/dialect'
import { parseSettings, type Settings } from '@/lib/settings'
import { type SigningKey, signingKeyIn } from '@/lib/signing/key'
import { DataFolderError, SigningKeyError } from './errors'
import { makeFolder, makePrivate, ownerOnly, writePrivateOnce } from './files'

/**
 * The key that signs editions: from the settings, else made once and kept in the data folder, readable by its owner only. Throws
 * `SigningKeyError` when the kept one is none, and `DataFolderError`.
 */
export function signingKey({ signingKey: given, dataDir }: Pick<Settings, 'signingKey' | 'dataDir'>): SigningKey {
  const own = given === undefined ? null : signingKeyIn(given)
  if (own) return own
  const file = join(dataDir, 'signing-key')
  try {
    makeFolder(dataDir, ownerOnly)
    if (!existsSync(file)) writePrivateOnce(file, randomBytes(32).toString('base64url'))
    makePrivate(file)
  } catch (error) {
    throw new DataFolderError(dataDir, error)
  }
  const kept = signingKeyIn(readFileSync(file, 'utf8'))
  if (!kept) throw new SigningKeyError(file)
  return kept
}

// The server and the pages it serves are two bundles of one process: they meet on globalThis.
const key = Symbol.for('rulewire.signing')
const shared = globalThis as typeof globalThis & { [key]?: WeakMap<object, () => SigningKey> }
shared[key] ??= new WeakMap()
const givers = shared[key]

/** Notes with which key a write signs what it publishes; it is looked for when it is needed. */
export const signsWith = (tx: Tx, give: () => SigningKey): void => void givers.set(tx, give)

/** The key of a write. Throws as `signingKey`. */
export const signingKeyFor = (tx: Tx): SigningKey => givers.get(tx)?.() ?? signingKey(parseSettings(process.env))
