import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { compileDossier } from '@/lib/policy'
import { largeDossier, sizes } from './dossier'

/*
 * Compiles the dossier of one size in a process of its own: `compiling.ts SIZE`. Prints milliseconds, and MiB by which the
 * heap (what stays) and the resident memory (its peak) grow.
 */

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')
const mebibytes = (bytes: number): number => bytes / 2 ** 20

const records = largeDossier(sizes[process.argv[2] === 'tenth' ? 'tenth' : 'full'])
collectGarbage()
const before = process.memoryUsage()
const began = performance.now()
const compiled = compileDossier(records)
const milliseconds = performance.now() - began
const peak = process.resourceUsage().maxRSS * 1024
collectGarbage()
const heap = process.memoryUsage().heapUsed - before.heapUsed
console.log(
  JSON.stringify({
    milliseconds,
    heap: mebibytes(heap),
    resident: mebibytes(peak - before.rss),
    whole: mebibytes(peak),
    rules: compiled.rules.length,
  }),
)
