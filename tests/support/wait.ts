import { vi } from 'vitest'
import { far } from './far'

/** Waits until a check passes, and says what it said last when it never does. */
export const until = <T>(check: () => T | Promise<T>): Promise<T> => vi.waitFor(check, { timeout: far, interval: 10 })
