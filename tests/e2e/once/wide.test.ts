import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { writeContent } from '@/lib/content'
import { rulewire } from '../../support/command-line'
import { writeFiles } from '../../support/folders'
import { watchedRequest } from '../../support/requests/watched-request'
import { contentWith, wideCases, wideDossier, wideDossierMoved } from '../../support/wide-dossier'
import { ownSite } from '../support/serve'
import { expect, test } from '../support/test'

/** How many times the processor time of a miss of the first dossier's timeline a miss may cost, and bytes a page may have. */
const mostTimes = 20
const mostBytes = 400_000
/** Seconds of processor time after which a request is given up. */
const most = 30

const api = '/api/v1/dossiers/wide'
const pages = [
  '/en',
  '/en/wide',
  '/ja/wide',
  '/en/wide/ask',
  '/en/wide/ask?thing=thing-0',
  '/en/wide/ask?thing=thing-0-0',
  '/en/wide/ask?place=place-1&purpose=export',
  '/en/wide/ask?thing=thing-0-0-0&place=place-1&purpose=export',
  '/en/wide/ask?words=Name+of+thing-0-0',
  '/en/wide/matrix',
  '/en/wide/matrix?purpose=',
  '/en/wide/matrix?purpose=&on=2022-06-01',
  '/en/wide/matrix?rowsFrom=thing-1-1&columnsFrom=place-40',
  '/en/wide/matrix?thing=thing-2&place=place-3',
  '/en/wide/matrix?rows=place&columns=thing&purpose=',
  '/en/wide/matrix?rows=purpose&columns=place&thing=',
  '/en/wide/matrix?on=2024-01-01&known=2022-01-01',
  '/en/wide/compare',
  '/en/wide/compare?from=2017-01-01&to=2026-10-01',
  '/en/wide/compare?from=2019-01-01&to=2026-10-01&thing=thing-1',
  '/en/wide/compare?from=2026-10-01&fromEdition=2&to=2026-10-01&toEdition=3',
  '/en/wide/rules',
  '/en/wide/rules/rule-0',
  '/en/wide/rules/rule-12',
  '/en/wide/changes',
  '/en/wide/changes/change-0',
  '/en/wide/changes/change-3',
  '/en/wide/reports/report-403',
  '/en/wide/timeline',
  '/en/wide/calendar',
  '/en/wide/contradictions',
  '/en/wide/scorecard',
  '/en/wide/sources',
  '/en/wide/actors',
  '/en/wide/silences',
  '/en/editions',
  '/en/editions/3',
  '/en/search?q=rule',
  '/en/search?q=thing-0-0',
  `${api}/verdict?thing=thing-0`,
  `${api}/verdict?thing=thing-0-0`,
  `${api}/verdict?thing=thing-0-0-0&place=place-1&purpose=export`,
  `${api}/matrix`,
  `${api}/matrix.csv?purpose=`,
  `${api}/matrix?rows=place&columns=thing&columnsFrom=thing-2`,
  `${api}/compare?from=2017-01-01&to=2026-10-01`,
  `${api}/compare.csv?from=2017-01-01&to=2026-10-01`,
  `${api}/compare?from=2019-01-01&to=2026-10-01&thing=thing-1-1`,
  '/en/wide/feed.xml',
]

test('300,000 cases can be browsed: no page costs many times what another does, and none is long', async ({
  browserName: _,
}, info) => {
  const site = await ownSite(info.project.name)
  try {
    for (const [name, dossier] of [
      ['first', wideDossier()],
      ['second', wideDossierMoved()],
    ] as const) {
      const folder = join(site.folder, name)
      mkdirSync(folder)
      writeFiles(folder, writeContent(contentWith(dossier)))
      const { code, stderr } = await rulewire(['import', folder, '--publish'], site.env)
      expect(code, stderr).toBe(0)
    }
    const ask = (path: string) => watchedRequest(site, { path, most, headers: { 'accept-encoding': 'identity' } })
    const misses = async (days: readonly number[]) => {
      let sum = 0
      for (const day of days) sum += (await ask(`/en/japan-defence-transfers/timeline?on=2026-03-${day}`)).seconds
      return sum / days.length
    }
    await misses([10, 11, 12, 13, 14, 15, 16, 17])
    const usual = await misses([20, 21, 22, 23, 24, 25, 26, 27])
    const told: string[] = []
    for (const path of pages) {
      const { status, body, seconds } = await ask(path)
      told.push(`${(seconds / usual).toFixed(1)} ${Math.round(body.length / 1000)} kB ${status} ${path}`)
      const isAnswered = status === 200 || (status === 400 && path === `${api}/verdict?thing=thing-0`)
      expect.soft(isAnswered, `${status} ${path}`).toBe(true)
      expect.soft(seconds / usual, path).toBeLessThanOrEqual(mostTimes)
      expect.soft(body.length, path).toBeLessThanOrEqual(mostBytes)
    }
    info.annotations.push({ type: 'a usual miss, in milliseconds', description: String(Math.round(usual * 1000)) })
    for (const line of told) info.annotations.push({ type: 'times, size', description: line })

    const { body } = await ask('/en/wide/ask')
    expect(body.toString()).toContain(`${wideCases.toLocaleString('en')} combinations`)
    expect(body.toString()).toContain('/en/wide/ask?thing=thing-0"')
  } finally {
    await site.end()
  }
})
