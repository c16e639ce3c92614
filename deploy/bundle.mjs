/*
 * Makes one file each of the front, the renderer and their threads, with the packages that they use, in the folder of a build: `start.mjs` calls
 * it. Finding hundreds of files at every start takes a second.
 */
import { buildSync } from 'esbuild'

const [outdir] = process.argv.slice(2)

/** Packages that stay files of their own: what Next has of them too must be the same, others are of machine code, or seldom needed. */
const external = ['next', 'react', 'better-sqlite3', 'pg', 'undici', 'nodemailer']
/** What packages that are no modules (CommonJS) ask for by name while they run. */
const banner = [
  "import { createRequire as makeRequire } from 'node:module'",
  'const require = makeRequire(import.meta.url)',
  'const { dirname: __dirname, filename: __filename } = import.meta',
].join('\n')

buildSync({
  entryPoints: { site: 'server.ts', renderer: 'renderer.ts', thread: 'lib/threads/thread.ts' },
  outdir,
  external,
  banner: { js: banner },
  bundle: true,
  platform: 'node',
  format: 'esm',
  outExtension: { '.js': '.mjs' },
  logLevel: 'warning',
})
