/*
 * `npm test`: does all its own set-up (dependencies, a browser, a real PostgreSQL by its npm package), runs every check
 * and test, and ends with the sum. Plain JavaScript, because it runs before anything is installed.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const results = join(root, 'test-results')
const sum = { passed: 0, failed: 0 }

const run = (command, args, env = {}) =>
  spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
  }).status === 0

const bin = (name) => join(root, 'node_modules', '.bin', name)

function install() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  const stamp = join(root, 'node_modules', '.rulewire-tests')
  const there = ['vitest', 'playwright', 'biome', 'next'].every((name) => existsSync(bin(name)))
  if (there && (!existsSync(stamp) || readFileSync(stamp, 'utf8') === lock)) return true
  console.log('Installing what the tests need…')
  if (!run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])) return false
  writeFileSync(stamp, lock)
  return true
}

/**
 * A Chromium to test with: one that is set, one on the machine, Playwright's own, or Debian's; says which it takes. Those
 * without windows of their own come first: they need half the time of a whole one without its windows shown.
 */
async function browser() {
  const { chromium } = await import('@playwright/test')
  const machine = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome']
  const candidates = [process.env.CHROMIUM, ...machine.map((name) => `/usr/bin/${name}`), chromium.executablePath()]
  const find = () => candidates.find((path) => path && existsSync(path))
  const ways = [
    ['Playwright’s own', () => run(bin('playwright'), ['install', 'chromium'])],
    [
      'the one of Debian’s packages',
      () =>
        run('apt-get', ['update', '-qq']) &&
        (run('apt-get', ['install', '-y', '-qq', 'chromium-headless-shell']) ||
          run('apt-get', ['install', '-y', '-qq', 'chromium'])),
    ],
  ]
  for (const [name, way] of ways) {
    if (find()) break
    console.log(`No Chromium on this machine: fetching ${name}…`)
    way()
  }
  const found = find()
  console.log(found ? `Browser: ${found}` : 'No Chromium could be had: set CHROMIUM to the path of one.')
  // Of its own, Playwright takes the one without windows by itself.
  return found === chromium.executablePath() ? '' : found
}

/** The nginx that the files of `deploy/` are tried with: one on the machine, or Debian's; without one their test is left out. */
function nginx() {
  const there = () => ['/usr/sbin/nginx', '/usr/bin/nginx', '/usr/local/bin/nginx'].some((path) => existsSync(path))
  if (there()) return
  console.log('No nginx on this machine: fetching the one of Debian’s packages…')
  run('apt-get', ['update', '-qq']) && run('apt-get', ['install', '-y', '-qq', 'nginx-light', 'openssl'])
  if (!there()) console.log('No nginx could be had: the test of deploy/nginx is left out.')
}

/** A check that passes or fails as a whole. */
function check(title, command, args, env) {
  const began = Date.now()
  console.log(`\n── ${title}`)
  const passed = run(command, args, env)
  sum[passed ? 'passed' : 'failed']++
  console.log(`${passed ? 'passed' : 'FAILED'}: ${title} (${Math.round((Date.now() - began) / 1000)} s)`)
  return passed
}

/** A runner whose JSON report tells how many of its tests passed. A report that is missing or empty is a failure. */
function runner(title, command, args, env, file, count) {
  console.log(`\n── ${title}`)
  const path = join(results, file)
  const passed = run(command, args, env)
  const counts = existsSync(path) ? count(JSON.parse(readFileSync(path, 'utf8'))) : { passed: 0, failed: 0 }
  sum.passed += counts.passed
  sum.failed += counts.failed
  if ((!passed && counts.failed === 0) || counts.passed + counts.failed === 0) sum.failed++
}

if (!install()) {
  console.error('The dependencies could not be installed; the messages above say why.')
  console.log('0 passed, 1 failed')
  process.exit(1)
}
rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })
const chromium = await browser()
nginx()

// The build comes first: it writes the types of the routes that the type checks look at.
const built = check('Build', process.execPath, ['start.mjs', '--build-only'])
check('Lint and format (Biome)', bin('biome'), ['check', '.'])
check('Types, SQLite', bin('tsc'), ['--noEmit'])
check('Types, PostgreSQL', bin('tsc'), ['--noEmit', '-p', 'db/tsconfig.postgres.json'])
runner(
  'Unit, contract and architecture tests (Vitest; SQLite and PostgreSQL)',
  bin('vitest'),
  ['run', '--reporter=default', '--reporter=json', '--outputFile.json=test-results/vitest.json'],
  {},
  'vitest.json',
  ({ numPassedTests, numFailedTests }) => ({ passed: numPassedTests, failed: numFailedTests }),
)
if (built)
  runner(
    'Tests in a browser (Playwright; SQLite and PostgreSQL)',
    bin('playwright'),
    ['test', '--config=tests/e2e/playwright.config.ts'],
    { CHROMIUM: chromium ?? '' },
    'playwright.json',
    ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky }),
  )

console.log(`\n${sum.passed} passed, ${sum.failed} failed`)
process.exit(sum.failed === 0 && sum.passed > 0 ? 0 : 1)
