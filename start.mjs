/*
 * `npm start` and `npm run dev`: brings a fresh clone to a running site. Plain JavaScript without dependencies, because it
 * runs before anything is installed. `--build-only` stops before serving.
 */
import { spawn, spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(fileURLToPath(import.meta.url))
const dev = process.argv.includes('--dev')

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Rulewire needs Node.js 20.19 or newer; this is ${process.versions.node}.`)
  console.error('Install a current version from https://nodejs.org and start again.')
  process.exit(1)
}

const hashOf = (files) => {
  const hash = createHash('sha256').update(process.version)
  for (const file of files) hash.update(file).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

const filesUnder = (path) => {
  const full = join(root, path)
  if (!existsSync(full)) return []
  if (statSync(full).isFile()) return [path]
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)))
}

/** Runs a step unless its stamp says that it was already done for these very inputs. */
const once = (stamp, inputs, title, command, args, env = {}) => {
  const path = join(root, stamp)
  const wanted = hashOf(inputs)
  if (existsSync(path) && readFileSync(path, 'utf8') === wanted) return
  console.log(title)
  const began = Date.now()
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
  })
  if (status !== 0) {
    console.error(`${title.replace(/ \(.*/, '').replace(/…$/, '')}: failed. The messages above say why.`)
    process.exit(1)
  }
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, wanted)
  console.log(`Done in ${Math.round((Date.now() - began) / 1000)} s.`)
}

const installed = ['next', 'tsx', 'better-sqlite3'].every((name) => existsSync(join(root, 'node_modules', name)))
if (!installed || existsSync(join(root, 'node_modules/.rulewire-install')))
  once(
    'node_modules/.rulewire-install',
    ['package.json', 'package-lock.json'],
    'Installing what the project needs (one to three minutes; the database driver may have to be compiled)…',
    'npm',
    ['ci', '--omit=dev', '--no-audit', '--no-fund', '--loglevel=error'],
  )
/**
 * The key behind the ids of the desk's actions. Next makes a new one with each build, and then knows no form of the build before:
 * what someone was typing in it could not be saved. Nodes that share a RULEWIRE_SECRET share it; else it is kept in the data folder.
 */
function actionsKey() {
  const { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: given, RULEWIRE_SECRET: secret, RULEWIRE_DATA } = process.env
  if (given) return given
  if (secret) return createHash('sha256').update(`actions ${secret}`).digest('base64')
  const folder = resolve(root, RULEWIRE_DATA || 'data')
  const file = join(folder, 'actions-key')
  try {
    if (existsSync(file)) return readFileSync(file, 'utf8').trim()
    const key = randomBytes(32).toString('base64')
    // Folders above it are made, or refused with the reason, when the site starts.
    if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 })
    writeFileSync(file, key, { mode: 0o600, flag: 'wx', flush: true })
    return key
  } catch {
    return undefined
  }
}

const sources = ['db', 'lib', 'package-lock.json', 'tsconfig.json'].flatMap(filesUnder)
if (!dev) {
  once(
    '.next/rulewire-build',
    [
      ...['app', 'content/messages', 'content/pages', 'next.config.js', 'proxy.ts', 'instrumentation.ts'].flatMap(
        filesUnder,
      ),
      ...sources,
    ],
    'Building the site (about a minute)…',
    process.execPath,
    [join(root, 'node_modules/next/dist/bin/next'), 'build'],
    { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionsKey() },
  )
  // One file of plain JavaScript starts in a second; translating a hundred files at every start takes three.
  once(
    '.next/rulewire-server',
    ['server.ts', ...sources],
    'Building the server…',
    join(root, 'node_modules/.bin/esbuild'),
    [
      'server.ts',
      '--bundle',
      '--platform=node',
      '--format=esm',
      '--packages=external',
      '--outfile=.next/site.mjs',
      '--log-level=warning',
    ],
  )
}
// React and Next look at NODE_ENV when they are loaded: however this file is started, a build is never served as in development.
if (!dev)
  writeFileSync(join(root, '.next/server.mjs'), "process.env.NODE_ENV = 'production'\nawait import('./site.mjs')\n")
if (process.argv.includes('--build-only')) process.exit(0)

const server = spawn(process.execPath, dev ? ['--import', 'tsx', 'server.ts'] : ['.next/server.mjs'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, NODE_ENV: dev ? 'development' : 'production', NEXT_TELEMETRY_DISABLED: '1' },
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal))
server.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
