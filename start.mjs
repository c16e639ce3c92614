/*
 * `npm start` and `npm run dev`: brings a fresh clone to a running site. Plain JavaScript without dependencies, because it
 * runs before anything is installed. `--build-only` stops before serving; `--empty` begins without the demonstration dossiers. Where a site
 * of this folder runs at the same address already, `npm start` builds and has it take the build up.
 */
import { spawn, spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(fileURLToPath(import.meta.url))
const dev = process.argv.includes('--dev')

const known = ['--dev', '--build-only', '--empty']
const stranger = process.argv.slice(2).find((argument) => !known.includes(argument))
if (stranger !== undefined) {
  console.error(`“${stranger}” is nothing that the start knows: it takes --empty, --dev and --build-only.`)
  process.exit(2)
}

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

const isDone = (stamp, wanted) => existsSync(join(root, stamp)) && readFileSync(join(root, stamp), 'utf8') === wanted

/** Runs a step unless its stamp says that it was already done for these very inputs. */
const once = (stamp, wanted, title, command, args, env = {}) => {
  if (isDone(stamp, wanted)) return
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
  mkdirSync(dirname(join(root, stamp)), { recursive: true })
  writeFileSync(join(root, stamp), wanted)
  console.log(`Done in ${Math.round((Date.now() - began) / 1000)} s.`)
}

const installed = ['next', 'tsx', 'better-sqlite3'].every((name) => existsSync(join(root, 'node_modules', name)))
if (!installed || existsSync(join(root, 'node_modules/.rulewire-install')))
  once(
    'node_modules/.rulewire-install',
    hashOf(['package.json', 'package-lock.json']),
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

/** What the two halves of a build are made of. */
function wantedBuild() {
  const sources = ['db', 'lib', 'package-lock.json', 'tsconfig.json'].flatMap(filesUnder)
  const pages = ['app', 'content/messages', 'content/pages', 'next.config.js', 'proxy.ts', 'instrumentation.ts']
  return {
    pages: hashOf([...pages.flatMap(filesUnder), ...sources]),
    server: hashOf(['deploy/bundle.mjs', 'server.ts', 'renderer.ts', ...sources]),
  }
}

/** Whether a site runs from the folder of a build. A number that another process has got since only costs a folder. */
function isInUse(build) {
  const marks = join(root, build, 'in-use')
  if (!existsSync(marks)) return false
  return readdirSync(marks).some((pid) => {
    try {
      process.kill(Number(pid), 0)
      return true
    } catch (error) {
      return error.code === 'EPERM'
    }
  })
}

const builds = ['.next', ...Array.from({ length: 8 }, (_, at) => `.next-${at + 2}`)]
const isBuilt = (build, { pages, server }) =>
  isDone(`${build}/rulewire-build`, pages) && isDone(`${build}/rulewire-server`, server)

/** The folder of the build that is wanted, made if need be: beside those that sites run from, never over one. */
function build() {
  const wanted = wantedBuild()
  const there = builds.find((one) => isBuilt(one, wanted))
  const folder = there ?? builds.find((one) => !isInUse(one))
  if (!folder) {
    console.error(`Sites run from ${builds.length} builds of this folder: end some of them.`)
    process.exit(1)
  }
  // Next notes its folder in these, and they are to name the one that is always there.
  const noted = folder === '.next' ? [] : ['tsconfig.json', 'next-env.d.ts'].map((name) => join(root, name))
  const before = noted.map((file) => (existsSync(file) ? readFileSync(file) : null))
  once(
    `${folder}/rulewire-build`,
    wanted.pages,
    'Building the site (about a minute)…',
    process.execPath,
    [join(root, 'node_modules/next/dist/bin/next'), 'build'],
    { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionsKey(), RULEWIRE_BUILD: folder },
  )
  for (const [at, bytes] of before.entries()) if (bytes) writeFileSync(noted[at], bytes)
  // Files of plain JavaScript start in a second; translating hundreds of files at every start takes three.
  once(`${folder}/rulewire-server`, wanted.server, 'Building the server…', process.execPath, [
    join(root, 'deploy/bundle.mjs'),
    folder,
  ])
  // React and Next look at NODE_ENV when they are loaded: however this file is started, a build is never served as in development.
  const entry = join(root, folder, 'server.mjs')
  const text = `process.env.NODE_ENV = 'production'\nprocess.env.RULEWIRE_BUILD = '${folder}'\nawait import('./site.mjs')\n`
  // Where the folder is read-only, as in a container, it stands there from the build.
  if (!(existsSync(entry) && readFileSync(entry, 'utf8') === text)) writeFileSync(entry, text)
  return folder
}

const passedOn = process.argv.includes('--empty') ? ['--empty'] : []
const environment = { ...process.env, NODE_ENV: dev ? 'development' : 'production', NEXT_TELEMETRY_DISABLED: '1' }

if (dev) {
  if (process.argv.includes('--build-only')) process.exit(0)
  const server = spawn(process.execPath, ['--import', 'tsx', 'dev.ts', ...passedOn], {
    cwd: root,
    stdio: 'inherit',
    env: environment,
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal))
  server.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
} else {
  const folder = build()
  if (process.argv.includes('--build-only')) process.exit(0)
  const { askRunning, watchOver } = await import('./deploy/watch-over.mjs')
  const site = { root, environment, passedOn }
  // One that runs already at this address takes the build up, and nobody is refused meanwhile.
  const asked = await askRunning(site, folder)
  if (asked !== null) process.exit(asked)
  watchOver(site, {
    folder,
    // What is built is looked for, and never built: whoever sends a signal reads no answer.
    built: () => {
      const wanted = wantedBuild()
      return builds.find((one) => isBuilt(one, wanted)) ?? null
    },
  })
}
