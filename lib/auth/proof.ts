import { tokenMark } from './token'

/** Milliseconds for which a proof of who somebody is holds good for what does much: ten minutes. */
const holds = 10 * 60_000

/** Whether the user of a session has proved lately enough who they are. */
export const isProved = (
  { createdAt, provedAt }: { createdAt: string; provedAt: string | null },
  at: string,
): boolean => Date.parse(at) - Date.parse(provedAt ?? createdAt) < holds

/** What a page calls a session by: its own id would open the desk. */
export const sessionHandle = (id: string): string => tokenMark(id).slice(0, 22)
