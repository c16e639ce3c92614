import { mark, median, sayMarks } from './marks'
import { type Size, sizes } from './policy/dossier'
import { pinned, runOnLoadCore } from './press/processes'

/*
 * The engine over a dossier of 1,000 rules, 20,000 changes and 200,000 effects, and over one of a tenth of that:
 * `tsx tests/bench/policy.ts`. Each measure runs in processes of its own on one core; each mark stands beside its value.
 */

const rounds = 5

type SizeName = keyof typeof sizes
type Figures<Name extends string> = Record<Name, number>

async function measure<Name extends string>(script: string, size: SizeName): Promise<Figures<Name>> {
  return JSON.parse(await runOnLoadCore(`tests/bench/policy/${script}.ts`, [size]))
}

/** Medians, figure by figure, of several processes. */
async function medians<Name extends string>(script: string, size: SizeName): Promise<Figures<Name>> {
  const runs: Figures<Name>[] = []
  for (let round = 0; round < rounds; round++) runs.push(await measure(script, size))
  const names = Object.keys(runs[0] ?? {}) as Name[]
  return Object.fromEntries(names.map((name) => [name, median(runs.map((run) => run[name]))])) as Figures<Name>
}

const sayMilliseconds = (name: string, value: number): void => console.log(`       ${name}: ${value.toFixed(1)} ms`)
const say = ({ rules, changes, effects }: Size): string => `${rules} rules, ${changes} changes, ${effects} effects`

async function measureCompiling(): Promise<void> {
  type Compiling = 'milliseconds' | 'heap' | 'resident' | 'whole'
  const large = await medians<Compiling>('compiling', 'full')
  const small = await medians<Compiling>('compiling', 'tenth')
  console.log(`Compiling: ${say(sizes.full)}`)
  mark('seconds', large.milliseconds / 1000, 'under 3', large.milliseconds < 3000)
  mark('MiB that stay in the heap', large.heap, 'under 400', large.heap < 400)
  mark('MiB of resident memory at the peak, above the records', large.resident, 'under 400', large.resident < 400)
  mark('MiB of the whole process at the peak', large.whole, 'under 400', large.whole < 400)
  const times = large.milliseconds / small.milliseconds
  mark('times a tenth of it', times, 'at most 10: no worse than linear', times <= 10)
}

async function measureAsking(): Promise<void> {
  type Asking =
    | 'firstVerdict'
    | 'verdictOneDay'
    | 'verdictAnyDay'
    | 'verdictAnyKnown'
    | 'matrix'
    | 'around'
    | 'aroundKnown'
    | 'turningDays'
    | 'caseHistory'
    | 'compare'
    | 'comingDates'
  const large = await medians<Asking>('asking', 'full')
  const small = await medians<Asking>('asking', 'tenth')
  console.log('A verdict, with its evidence, what it overrode and what is pending')
  for (const [name, figure] of [
    ['microseconds on one day', 'verdictOneDay'],
    ['microseconds on any day', 'verdictAnyDay'],
  ] as const) {
    const times = large[figure] / small[figure]
    mark(name, large[figure] * 1000, 'under 50', large[figure] < 0.05)
    mark('times a tenth of the dossier', times, 'at most 2: flat', times <= 2)
  }
  console.log(`       on a day and known on a day never asked before: ${(large.verdictAnyKnown * 1000).toFixed(1)} µs`)
  sayMilliseconds('the very first one', large.firstVerdict)
  console.log('A matrix of 50 x 50')
  mark('ms', large.matrix, 'under 50', large.matrix < 50)
  console.log('What pages ask of it')
  for (const [name, figure] of [
    ['the turning days next to a day, the first time', 'around'],
    ['the same as known on a day', 'aroundKnown'],
    ['the history of a case', 'caseHistory'],
    ['a comparison of all cases on two days', 'compare'],
    ['the coming dates', 'comingDates'],
  ] as const)
    mark(`ms, ${name}`, large[figure], 'under 1000', large[figure] < 1000)
  sayMilliseconds('all turning days', large.turningDays)
}

async function measureFiles(): Promise<void> {
  const said = await measure<'check' | 'verdict'>('files', 'full')
  console.log('The command line over it as a folder')
  mark('seconds to check it', said.check, 'under 60', said.check < 60)
  mark('seconds to answer 10,000 cases from it', said.verdict, 'under 60', said.verdict < 60)
}

console.log(`${pinned.replace(/.*, load on/, 'all on')}; medians of ${rounds} processes`)
await measureCompiling()
await measureAsking()
await measureFiles()
sayMarks()
