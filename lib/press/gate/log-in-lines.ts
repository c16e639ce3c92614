import { type LogSettings, logConsole, openLog } from '@/lib/log/log'
import { runningAnswer } from '../answer'

/**
 * Whatever is logged from now on, also by Next, is a line each: nobody can write more of them than he sends requests. Where nobody reads
 * what is said any more it is lost, and that is all: to log that it could not be written would never end.
 */
export function logInLines(log: LogSettings): void {
  process.stdout.on('error', () => undefined)
  logConsole(
    openLog(log, process.stderr, () => {
      const { request, method, path } = runningAnswer() ?? {}
      return { request, method, path }
    }),
  )
}
