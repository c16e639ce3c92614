/*
 * `npm run bench`: every benchmark in a process of its own, so that none warms up for another. Each measures its own
 * baseline in the same run; what it prints are medians and ratios.
 */
import { spawnSync } from 'node:child_process'

// By their names only: `lighthouse` installs what it needs from outside, and `against` asks for another build.
const benches = [
  'timeline',
  'search',
  'press',
  'pages',
  'policy',
  'intake',
  'desk-lists',
  'feeds',
  'publish',
  'records',
  'bulk',
  'stalls',
]

const asked = process.argv.slice(2)
for (const name of asked.length > 0 ? asked : benches) {
  console.log(`\n── ${name}`)
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', `tests/bench/${name}.ts`], { stdio: 'inherit' })
  if (status !== 0) process.exitCode = 1
}
