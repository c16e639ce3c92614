import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

/** Clock ticks a second in /proc: the same on every Linux that Node runs on. */
const ticks = 100

/**
 * Seconds of processor time that a process and those it has started have taken, as the system counts them: it tells of a
 * process too that answers nobody any more.
 */
export function processorSeconds(pid: number): number {
  if (!existsSync('/proc/self/stat')) return byListing(pid)
  // The name of a process may hold spaces and brackets: fields are counted behind it (proc(5)).
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
  const own = (Number(fields[11]) + Number(fields[12])) / ticks
  return childrenOf(pid).reduce((sum, child) => sum + processorSeconds(child), own)
}

/** The processes that a process has started and that still run. */
export function childrenOf(pid: number): number[] {
  if (!existsSync('/proc/self/stat'))
    return listing().flatMap(([id, parent]) => (Number(parent) === pid ? [Number(id)] : []))
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number)
}

/** Ends a process and those it has started, also where they hear no signal any more. */
export function endAll(pid: number): void {
  const children = childrenOf(pid)
  process.kill(pid, 'SIGKILL')
  for (const child of children) endAll(child)
}

const listing = (): string[][] =>
  execFileSync('ps', ['-A', '-o', 'pid=,ppid=,time='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))

/** Where there is no /proc, `ps` tells in whole seconds. */
function byListing(pid: number): number {
  const rows = listing()
  const timeOf = (text = ''): number => text.split(/[:-]/).reduce((sum, part) => sum * 60 + Number(part), 0)
  const sumOf = (one: number): number =>
    rows.reduce(
      (sum, [id, parent, time]) =>
        sum + (Number(id) === one ? timeOf(time) : 0) + (Number(parent) === one ? sumOf(Number(id)) : 0),
      0,
    )
  return sumOf(pid)
}
