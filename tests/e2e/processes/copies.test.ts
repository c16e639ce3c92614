import { freePorts } from '../../support/free-port'
import { ownSite, serve, stop } from '../support/serve'
import { expect, test } from '../support/test'

const page = '/en/japan-defence-transfers'

test('a site that ends and is started again hands out what it had, and prints nothing of it', async ({
  browserName: _,
}, { project }) => {
  const figures = await freePorts(1)
  const settings = { METRICS_PORT: String(figures) }
  const site = await ownSite(project.name, settings)
  const read = async () => {
    const answer = await fetch(site.address + page)
    return { status: answer.status, tag: answer.headers.get('etag'), text: await answer.text() }
  }
  const misses = async () =>
    /^rulewire_press_misses_total (\d+)/m.exec(await (await fetch(`http://127.0.0.1:${figures}/metrics`)).text())?.[1]
  try {
    const before = await read()
    expect(before.status).toBe(200)
    expect(await misses()).toBe('1')
    await site.stop()
    const { server } = await serve({ name: project.name, address: site.address, env: site.env })
    try {
      expect(await read()).toEqual(before)
      expect(await misses()).toBe('0')
    } finally {
      await stop(server)
    }
  } finally {
    await site.end()
  }
})
