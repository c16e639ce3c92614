/** The first of the ports of a test run: `playwright.config.ts` chooses it, and its workers inherit it. */
const firstPort = Number(process.env.RULEWIRE_TEST_PORT)

/** The two sites that the browser tests visit: the same build on either engine. */
export const engines = [
  { name: 'sqlite', port: firstPort },
  { name: 'postgres', port: firstPort + 1 },
] as const

export type EngineName = (typeof engines)[number]['name']

export const password = 'correct horse battery staple'
/** Accounts that every site has: the first administrator, made by the link of the first start, and two that the command line made. */
export const accounts = ['admin', 'editor', 'author'] as const
export type Account = (typeof accounts)[number]

/** Where the signed-in state of an account on a site is kept. */
export const stateFile = (engine: string, account: Account): string => `test-results/state/${engine}-${account}.json`

/** Where the environment of a site is kept, for those who start another node of it or its command line. */
export const envFile = (engine: string): string => `test-results/state/${engine}-env.json`

/** Where the data folder of a site is kept as it was before the first test. */
export const templateFolder = (engine: string): string => `test-results/state/${engine}-data`

/** The one-time link in what a start has printed, or a page shows; '' where there is none. */
export const linkIn = (text: string): string =>
  /https?:\/\/\S+\/admin\/sign-in\/link\?token=[\w-]+/.exec(text)?.[0] ?? ''
