import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Milliseconds after which a test gives up, as in `tests/support/far.ts`. */
const far = 600_000

/** What signs editions in the tests of the server. */
const signingKey = Buffer.alloc(32, 'rulewire').toString('base64')

const alias = { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') }

/*
 * The database tests are one set of files that runs twice: the engine is chosen by DATABASE_URL when a process starts.
 * Which server and which database a test file gets is settled by tests/support (one of its own, migrated, thrown away).
 */
export default defineConfig({
  resolve: { alias },
  test: {
    maxWorkers: 2,
    teardownTimeout: far,
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}', 'tests/architecture/**/*.test.ts'],
          testTimeout: far,
          hookTimeout: far,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'sqlite',
          include: ['tests/db/**/*.test.ts'],
          globalSetup: ['tests/support/sqlite-setup.ts'],
          env: { DATABASE_URL: '' },
          testTimeout: far,
          hookTimeout: far,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'postgres',
          include: ['tests/db/**/*.test.ts'],
          globalSetup: ['tests/support/postgres-setup.ts'],
          // Without it a key would be made in the data folder of whoever runs the tests.
          env: { DATABASE_URL: 'postgres://set-by-tests-support', RULEWIRE_SIGNING_KEY: signingKey },
          testTimeout: far,
          hookTimeout: far,
        },
      },
    ],
  },
})
