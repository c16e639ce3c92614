/*
 * Starts the front of a site and stays with it. When a new build is to be taken up (`SIGHUP`, or a second `npm start`), a second front is
 * started on the same listening socket, and the first ends once the second answers. Plain JavaScript, as `start.mjs`, which calls it.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { lstatSync, mkdirSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isatty } from 'node:tty'

/**
 * What Node.js is told of a front: the place for new objects, in MiB. Few of its objects last, so that it is as quick with four as with
 * sixteen, and takes 20 MiB less.
 */
export const frontFlags = ['--max-semi-space-size=4']

/** Bytes that a request to the running site may have. */
const longest = 1000

/**
 * Where the running site of a folder and an address hears from a second start; null where there is no such place. Only its owner may
 * come near.
 */
function placeOf({ root, environment: { HOST = '', PORT = '' } }) {
  // A port that the system chooses is nobody's address.
  if (PORT === '0') return null
  const name = createHash('sha256').update(`${root}\n${HOST}\n${PORT}`).digest('hex').slice(0, 16)
  if (process.platform === 'win32') return `\\\\.\\pipe\\rulewire-${name}`
  const folder = join(tmpdir(), `rulewire-${process.getuid()}`)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const { uid, mode } = lstatSync(folder)
    return uid === process.getuid() && (mode & 0o077) === 0 ? join(folder, name) : null
  } catch {
    return null
  }
}

/**
 * Asks a site that runs already to take up a build, and prints what it says. The exit code: 0 when it has; null when none runs.
 */
export function askRunning(site, folder) {
  const place = placeOf(site)
  return new Promise((resolve) => {
    if (place === null) return resolve(null)
    const asked = connect(place)
    let said = ''
    // Nobody listens, and a promise that is kept stays so.
    asked.on('error', () => resolve(null))
    asked.on('connect', () => {
      console.log('The site runs already at this address: it takes up this build…')
      asked.write(`${folder}\n`)
    })
    asked.on('data', (part) => (said += part))
    asked.on('close', (isBroken) => {
      if (isBroken) return
      const { isDone, words } = answerIn(said)
      console.log(words)
      resolve(isDone ? 0 : 1)
    })
  })
}

function answerIn(said) {
  try {
    return JSON.parse(said)
  } catch {
    return { isDone: false, words: 'It ended before it had answered.' }
  }
}

/** Starts the front of a build and stays with it; the process ends as the front does. `built()` is the folder of the newest build. */
export function watchOver(site, { folder, built }) {
  const { root, environment, passedOn } = site
  const launch = (build, given = []) =>
    spawn(process.execPath, [...frontFlags, join(build, 'server.mjs'), ...passedOn, ...given], {
      cwd: root,
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      env: { ...environment, RULEWIRE_BUILD: build },
    })
  const children = new Set()
  let serving
  let serves = folder
  let taking = null

  const begin = (build, given) => {
    const child = launch(build, given)
    children.add(child)
    child.once('exit', (code, signal) => {
      children.delete(child)
      if (child === serving) leave(signal ? 1 : (code ?? 1))
    })
    return child
  }
  const closing = listenTo(site, (asked) => takeUp(asked))
  const leave = (code) => {
    closing()
    process.exit(code)
  }
  /** Resolves with whether a build was taken up, and what is to be said about it. */
  const takeUp = (build) => {
    if (build === null)
      return { isDone: false, words: 'What stands in this folder is not built: run npm start, which builds it first.' }
    taking ??= takeTurns(build).finally(() => {
      taking = null
    })
    return taking
  }
  const takeTurns = async (build) => {
    const [before, next] = [serving, begin(build, ['--takes-over'])]
    const isThere = await handOver(before, next)
    if (!isThere) {
      next.kill('SIGKILL')
      return { isDone: false, words: `${build} could not be taken up, the site’s log says why. It goes on as it was.` }
    }
    serving = next
    serves = build
    before.send({ kind: 'retire' }, () => undefined)
    return { isDone: true, words: `The site runs from ${build} now.` }
  }

  serving = begin(folder)
  // A front that is not ready yet has nothing to hand over.
  const isReady = new Promise((resolve) => serving.on('message', ({ kind }) => kind === 'ready' && resolve()))
  const hadTerminal = isatty(1)
  process.on('SIGHUP', async () => {
    // The terminal was closed, and the site with it.
    if (hadTerminal && !isatty(1)) return end('SIGTERM')
    await isReady
    const { words } = await takeUp(built())
    console.log(words)
  })
  const end = (signal) => {
    for (const child of children) child.kill(signal)
  }
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => end(signal))

  /** Listens for second starts; what it returns ends that. */
  function listenTo(from, take) {
    const place = placeOf(from)
    if (place === null) return () => undefined
    if (process.platform !== 'win32') rmSync(place, { force: true })
    const server = createServer((asking) => {
      let said = ''
      asking.on('error', () => undefined)
      asking.on('data', async (part) => {
        said += part
        if (said.length > longest) return asking.destroy()
        if (!said.endsWith('\n')) return
        const build = said.trim()
        if (!/^\.next(?:-\d+)?$/.test(build)) return asking.destroy()
        await isReady
        // Nothing is new: no need to trouble anybody.
        const isNews = build !== serves
        const answer = isNews
          ? await take(build)
          : { isDone: true, words: `It runs from ${build} already: nothing is new.` }
        asking.end(JSON.stringify(answer))
      })
    })
    server.on('error', () => undefined)
    server.listen(place)
    server.unref()
    return () => {
      server.close()
      if (process.platform !== 'win32') rmSync(place, { force: true })
    }
  }
}

/** Passes the listening socket from one front to the other; resolves with whether the other answers on it. */
function handOver(before, next) {
  return new Promise((resolve) => {
    next.once('exit', () => resolve(false))
    next.on('message', ({ kind }) => kind === 'ready' && resolve(true))
    before.once('message', (said, socket) => {
      if (said.kind !== 'socket' || !socket) return resolve(false)
      next.send(said, socket, () => socket.close())
    })
    before.send({ kind: 'hand over' }, (error) => error && resolve(false))
  })
}
