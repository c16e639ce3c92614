import { defineConfig } from '@playwright/test'
import { far } from '../support/far'
import { freePorts } from '../support/free-port'

process.env.RULEWIRE_TEST_PORT ??= String(await freePorts(2))
// Read only now: the ports of the sites follow from the one that was just chosen.
const { engines } = await import('./support/sites')

const executablePath = process.env.CHROMIUM || undefined

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/e2e',
  globalSetup: './support/start.ts',
  // Two sites, two cores: one worker each; tests of one site share its database and run in order.
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  // A slow machine only takes longer. A run in which much fails ends all the same.
  timeout: far,
  expect: { timeout: far / 2 },
  maxFailures: 8,
  reporter: [['list'], ['json', { outputFile: '../../test-results/playwright.json' }]],
  use: {
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        '--no-sandbox',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
    locale: 'en-GB',
    // A trace takes as long as the tests themselves; `TRACE=1` keeps one of what fails.
    trace: process.env.TRACE ? 'retain-on-failure' : 'off',
  },
  projects: engines.map(({ name, port }, at) => ({
    name,
    use: { baseURL: `http://localhost:${port}` },
    // What a page looks like does not depend on the engine.
    testIgnore: at === 0 ? [] : ['**/once/**'],
  })),
})
