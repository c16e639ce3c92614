import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { writeContent } from '@/lib/content'
import { contentOfSize } from '../../bench/sized-content'
import { rulewire } from '../../support/command-line'
import { far } from '../../support/far'
import { writeFiles } from '../../support/folders'
import { watchedRequest } from '../../support/requests/watched-request'
import { ownSite } from '../support/serve'
import { expect, test } from '../support/test'

const reports = 12_000
const mostBytes = 400_000
/** Seconds of processor time after which a request is given up. */
const most = 30

const pages = [
  '/en/test',
  '/en/test/ask',
  '/ja/test/ask',
  '/en/test/ask?thing=radar',
  '/en/test/matrix',
  '/en/test/timeline',
  '/en/test/timeline?change=change-3',
  '/en/test/compare?from=2005-01-01&to=2026-01-01',
  '/en/test/rules',
  '/en/test/rules/arms',
  '/en/test/changes',
  '/en/test/changes/change-3',
  '/en/test/changes/change-5',
  '/en/test/reports/report-77',
  '/en/test/actors',
  '/en/test/actors/actor-1',
  '/en/test/sources',
  '/en/test/calendar',
  '/en/test/contradictions',
  '/en/test/scorecard',
  '/en/test/silences',
  '/en/search?q=equipment',
  '/en/test/feed.xml',
]

test('a rule that thousands of reports tell of can be read: no page is long, and what it leaves out is a timeline', async ({
  browserName: _,
}, info) => {
  const site = await ownSite(info.project.name)
  try {
    const folder = join(site.folder, 'long')
    mkdirSync(folder)
    writeFiles(folder, writeContent(contentOfSize(reports)))
    const { code, stderr } = await rulewire(['import', folder, '--publish'], site.env)
    expect(code, stderr).toBe(0)
    const ask = (path: string) => watchedRequest(site, { path, most, headers: { 'accept-encoding': 'identity' } })
    // The site hears of the edition that another process has published.
    await expect.poll(async () => (await ask('/en/test')).status, { timeout: far }).toBe(200)
    for (const path of pages) {
      const { status, body } = await ask(path)
      expect.soft(status, path).toBe(200)
      expect.soft(body.length, path).toBeLessThanOrEqual(mostBytes)
    }
    for (const path of ['/en/test/actors', '/en/test/changes/change-5'])
      expect.soft((await ask(path)).body.toString(), path).toMatch(/Only the latest 200 of [\d,]+ are listed/)
    const { body: steps } = await ask('/en/test/changes/change-3')
    expect(steps.toString()).toMatch(/\d+ earlier steps are not listed here: the timeline has all reports/)
    const { body } = await ask('/en/test/ask')
    expect(body.toString()).toMatch(/[\d,]+ more are not listed here; all of them are in the timeline/)
    expect(body.toString()).toContain('/en/test/timeline?change=change-')
  } finally {
    await site.end()
  }
})
