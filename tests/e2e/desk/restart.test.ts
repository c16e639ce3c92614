import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { serve, stop } from '../support/serve'
import { expect, onOwnSite } from '../support/test'
import { draftOf } from './drafts'

const test = onOwnSite()
const clock = pathToFileURL(join(import.meta.dirname, '..', 'support', 'turned-clock.mjs'))

/** Asks the process to end, and waits until it has: nothing answers any more. */
async function endOf(pid: number, address: string): Promise<void> {
  process.kill(pid, 'SIGTERM')
  const answers = () =>
    fetch(`${address}/livez`).then(
      () => true,
      () => false,
    )
  while (await answers()) await new Promise((resolve) => setTimeout(resolve, 100))
}

test('a publication that was set for a time comes once, at that time on the clocks of Brussels, though the site was down and the clocks were changed', async ({
  deskOf,
  site,
}, { project }) => {
  const editor = await deskOf('editor')
  const draft = await draftOf(editor, 'report', 'eu-ai-act', '2026-06-eu-matrix-council-statements')
  await editor.locator('[name="headline.en"], [name="headline"]').first().fill('Told after the clocks were changed')
  await editor.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(editor.getByText('version 2.')).toBeVisible()
  await editor.goto(`/admin/publish?draft=${new URL(draft).pathname.split('/').at(-1)}`)
  await editor.getByLabel('Why').fill('In the morning after')
  await editor.getByText('At a set time…').click()
  // The clocks go from 02:00 to 03:00 that night.
  await editor.locator('[name=time]').fill('2031-03-30T03:15')
  await editor.getByRole('button', { name: 'Publish at that time' }).click()
  await editor.waitForURL('**/admin?notice=scheduled')
  await expect(editor.getByText('2031-03-30 01:15 UTC')).toBeVisible()
  await endOf(site.pid, site.address)

  const editionsAt = async (now: string): Promise<string[]> => {
    const env = { ...site.env, NODE_OPTIONS: `--import ${clock}?now=${now}` }
    const { server } = await serve({ name: project.name, address: site.address, env })
    const feed = await (await fetch(`${site.address}/en/feed.json`)).json()
    await stop(server)
    return (feed.items as { title: string }[])
      .map(({ title }) => title)
      .filter((title) => title.includes('In the morning after'))
  }
  expect(await editionsAt('2031-03-30T01:13:00Z')).toEqual([])
  expect(await editionsAt('2031-03-30T06:00:00Z')).toEqual(['Edition 2: In the morning after'])
  expect(await editionsAt('2031-03-31T06:00:00Z')).toEqual(['Edition 2: In the morning after'])
})
