import { readFileSync } from 'node:fs'
import { get } from 'node:http'
import { stateFile } from '../support/sites'
import { expect, test } from '../support/test'

/** The cookies of someone who is signed in, as a header. */
function cookiesOf(engine: string): string {
  const { cookies }: { cookies: { name: string; value: string }[] } = JSON.parse(
    readFileSync(stateFile(engine, 'admin'), 'utf8'),
  )
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
}

test('a file of tens of megabytes passes to who reads it, and what it is not is said', async ({ deskOf }) => {
  const page = await deskOf('admin')
  const answer = await page.request.post('/admin/porting/upload', {
    multipart: { file: { name: 'large.zip', mimeType: 'application/zip', buffer: Buffer.alloc(40 * 1024 * 1024, 7) } },
    headers: { 'sec-fetch-site': 'same-origin' },
    maxRedirects: 0,
  })
  expect(answer.status()).toBeLessThan(500)
  expect(answer.status()).not.toBe(413)
  expect((await page.request.get('/en')).status()).toBe(200)
})

test('who takes a download slowly gets all of it', async ({ baseURL, deskOf }, { project }) => {
  const address = `${baseURL}/admin/porting/export?dossier=japan-defence-transfers`
  const whole = await (await (await deskOf('admin')).request.get(address)).body()
  const slow = await new Promise<Buffer>((resolve, reject) => {
    get(address, { headers: { cookie: cookiesOf(project.name) }, agent: false }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => {
        parts.push(part)
        answer.pause()
        setImmediate(() => answer.resume())
      })
      answer.on('end', () => resolve(Buffer.concat(parts)))
      answer.on('close', () => reject(new Error('It was cut short.')))
    }).on('error', reject)
  })
  expect(slow.length).toBe(whole.length)
})
