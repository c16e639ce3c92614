import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from '@playwright/test'
import { Webhook } from 'standardwebhooks'
import { expect, onOwnSite } from '../support/test'

/** What a receiver on this machine got, and the status with which it answers. */
const got: { headers: Record<string, string>; body: string }[] = []
let answer = 200
const receiver = createServer((request, response) => {
  const parts: Buffer[] = []
  request.on('data', (part) => parts.push(part))
  request.on('end', () => {
    const headers = Object.fromEntries(
      Object.entries(request.headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
    )
    got.push({ headers, body: Buffer.concat(parts).toString('utf8') })
    response.writeHead(answer).end()
  })
})
await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
receiver.unref()
const host = `127.0.0.1:${(receiver.address() as AddressInfo).port}`

const test = onOwnSite({ RULEWIRE_HOOKS_TO: host })
test.describe.configure({ mode: 'serial' })

async function make(page: Page, address: string, what = ''): Promise<void> {
  await page.goto('/admin/webhooks')
  await page.getByLabel('Address').fill(address)
  await page.getByLabel('What it follows').fill(what)
  await page.getByRole('button', { name: 'Make it' }).click()
}

test('an administrator makes a webhook, sees its secret once, and tests it', async ({ deskOf }) => {
  const page = await deskOf('admin')
  await make(page, 'https://192.168.0.1/hook')
  await expect(page.locator('.notice.wrong')).toContainText('not of the open internet')
  await make(page, `http://${host}/hook`, 'https://elsewhere.example/en/nowhere')
  await expect(page.locator('.notice.wrong')).toContainText('is no feed of this site')
  await expect(page.getByLabel('Address')).toHaveValue(`http://${host}/hook`)
  await page.getByLabel('What it follows').fill('/en/japan-defence-transfers/rules/weapons-five-purposes/feed.xml')
  await page.getByRole('button', { name: 'Make it' }).click()
  const secret = (await page.locator('#secret').textContent()) ?? ''
  expect(secret).toMatch(/^whsec_/)
  await page.reload()
  await expect(page.locator('#secret')).toHaveCount(0)

  await page.getByRole('button', { name: 'Send a test' }).click()
  await expect(page.getByRole('status')).toContainText('A test is on its way')
  await expect.poll(() => got.length).toBe(1)
  const [message = { headers: {}, body: '' }] = got
  expect(new Webhook(secret).verify(message.body, message.headers)).toMatchObject({ type: 'test', data: { items: [] } })
})

test('what did not arrive is shown, and can be given up', async ({ deskOf }) => {
  const page = await deskOf('admin')
  answer = 500
  const before = got.length
  await page.goto('/admin/webhooks')
  await page.getByRole('button', { name: 'Send a test' }).click()
  await expect.poll(() => got.length).toBe(before + 1)
  await expect(async () => {
    await page.goto('/admin/deliveries')
    await expect(page.getByRole('row').nth(1)).toContainText('it answered 500', { timeout: 0 })
  }).toPass()
  await page.getByRole('button', { name: 'Give up' }).click()
  await expect(page.getByRole('status')).toContainText('Given up')
  await expect(page.locator('main')).toContainText('Everything has arrived')
})

test('it is paused, goes on, and is removed; only administrators come here', async ({ deskOf }) => {
  const page = await deskOf('admin')
  await page.goto('/admin/webhooks')
  await page.getByRole('button', { name: 'Pause' }).click()
  await expect(page.getByRole('status')).toContainText('Paused')
  await page.getByRole('button', { name: 'Let it go on' }).click()
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
  await page.getByText('Remove…').click()
  await page.getByRole('button', { name: 'Remove it for good' }).click()
  await expect(page.locator('main')).toContainText('There are none yet')
  const author = await deskOf('author')
  for (const path of ['/admin/webhooks', '/admin/deliveries']) expect((await author.goto(path))?.status()).toBe(403)
})
