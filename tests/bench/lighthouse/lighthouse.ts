import { execFile, execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { chromium } from '@playwright/test'

/** Too heavy to be installed with the rest: the bench has it brought into its own folder. The last line that runs on Node 20. */
export const version = '12.8.2'

/** Points from 0 to 100, and what performance is made of: milliseconds, and the share of the window that moved. */
export interface Scores {
  paint: number
  blocked: number
  moved: number
  performance: number
  accessibility: number
  'best-practices': number
  seo: number
}

/** What is read of Lighthouse's own answer. */
interface Told {
  categories: Record<string, { score: number | null }>
  audits: Record<string, { numericValue?: number }>
}

/** Installs Lighthouse into a folder, from the registry that npm uses; returns how a page is looked at with it. */
export function installLighthouse(folder: string): (url: string) => Promise<Scores> {
  writeFileSync(join(folder, 'package.json'), '{"private": true}')
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--no-save', `lighthouse@${version}`], {
    ...{ cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' },
  })
  const command = join(folder, 'node_modules', 'lighthouse', 'cli', 'index.js')
  const browser = [process.env.CHROMIUM, '/usr/bin/chromium', chromium.executablePath()].find(
    (path) => path && existsSync(path),
  )
  if (!browser) throw new Error('No Chromium could be found: set CHROMIUM to the path of one.')
  return async (url) => {
    const file = join(folder, 'told.json')
    const flags = '--chrome-flags=--headless=new --no-sandbox --disable-background-networking'
    const look = () =>
      promisify(execFile)(
        process.execPath,
        [command, url, '--quiet', '--output=json', `--output-path=${file}`, flags],
        { env: { ...process.env, CHROME_PATH: browser } },
      )
    // Now and then the browser misses the beginning of its own record; Lighthouse then asks to be run again.
    await look().catch((error: Error) => (error.message.includes('NO_NAVSTART') ? look() : Promise.reject(error)))
    const { categories, audits }: Told = JSON.parse(readFileSync(file, 'utf8'))
    const points = (name: string): number => Math.round(100 * (categories[name]?.score ?? Number.NaN))
    const measured = (name: string): number => audits[name]?.numericValue ?? Number.NaN
    return {
      paint: measured('largest-contentful-paint'),
      blocked: measured('total-blocking-time'),
      moved: measured('cumulative-layout-shift'),
      performance: points('performance'),
      accessibility: points('accessibility'),
      'best-practices': points('best-practices'),
      seo: points('seo'),
    }
  }
}
