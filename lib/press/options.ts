import type { IncomingMessage } from 'node:http'
import type { Folder } from './copies/files'
import type { QueueLimits } from './queue'
import type { Render, WaitingHandler } from './render'
import type { StateSource } from './stamp'

export interface PressOptions {
  /**
   * Answers what the press has no part in: the desk, signing in. What a write has published is public before its answer leaves: for that
   * it is told what to wait for.
   */
  handler: WaitingHandler
  /** Prints public pages. */
  render: Render
  source: StateSource
  /** Milliseconds since the epoch. */
  now: () => number
  /** Address readers use; undefined: pages name the host that the request names. */
  publicUrl?: string | undefined
  folders?: readonly Folder[]
  limits?: Partial<PressLimits>
  /** Address of who sent a request; left out, the other end of its connection. */
  senderOf?: (request: IncomingMessage) => string
  /** Told of renders that fail. */
  onError?: (error: unknown, url: string) => void
}

export interface PressLimits extends QueueLimits {
  /** Bytes that copies may take in memory. */
  bytes: number
  /** How many pages are printed ahead after each new stamp. */
  warm: number
  /** How many of them, the busiest, before the stamp turns: until then their copies of before are handed out. */
  ahead: number
  /** Times that a copy has to have been handed out to be among these. */
  busy: number
  /** Milliseconds for which a stamp that is to come may wait for them. */
  aheadFor: number
  /** Of how many request targets is remembered what they led to. */
  spellings: number
  /** How many requests of one sender Next may have at a time past the queue: of the desk, signing in, probes. */
  passingEach: number
  /** Milliseconds that a reader waits for the edition to be looked up after a write. */
  lookUp: number
}

export const usualLimits: PressLimits = {
  bytes: 64 * 1024 * 1024,
  warm: 50,
  ahead: 8,
  busy: 10,
  aheadFor: 1000,
  spellings: 20_000,
  passingEach: 32,
  lookUp: 1000,
  running: 4,
  runningEach: 3,
  waiting: 200,
  waitingEach: 40,
  patience: 30_000,
}
