import { rewrites } from './lib/addresses/names.js'

/** @type {import('next').NextConfig} */
const config = {
  // A new build goes beside one that is in use (`start.mjs`).
  distDir: process.env.RULEWIRE_BUILD || '.next',
  // Pages are documents: head tags belong in the head and a missing page answers 404, never a streamed 200.
  htmlLimitedBots: /.*/,
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are checked by `npm test` (both engines); a second check here would only slow the first start.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    'better-sqlite3',
    'pg',
    '@node-rs/argon2',
    'pino',
    'temporal-polyfill',
    '@simplewebauthn/server',
  ],
  compress: false,
  // A missing page is a 404 with the site's own frame, and a role that does not suffice a true 403.
  // A form of the desk may be as long as `lib/press/gate/body.ts` lets through.
  // The code of a page is read when it is first asked for: that of the others holds up no start and takes no memory.
  experimental: {
    globalNotFound: true,
    authInterrupts: true,
    serverActions: { bodySizeLimit: '2mb' },
    preloadEntriesOnStart: false,
  },
  rewrites: async () => rewrites,
}

export default config
