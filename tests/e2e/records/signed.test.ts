import { createPublicKey, verify } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rulewire } from '../../support/command-line'
import { expect, test } from '../support/test'

const dossier = 'japan-defence-transfers'
const id = '2023-08-23-kyodo-lethal-weapons-non-combat'

const folder = mkdtempSync(join(tmpdir(), 'rulewire-signed-'))
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

const prove = (...args: string[]) => rulewire(['prove', ...args], {})

test('what is signed of an edition can be checked with the key that the site names', async ({ request, page }) => {
  const { keys } = await (await request.get('/.well-known/rulewire-key.json')).json()
  expect(keys).toMatchObject([{ kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA', use: 'sig', since: 1 }])
  const [{ kid, pem }] = keys
  const signed = await (await request.get('/api/v1/statement?edition=1')).json()
  expect(signed.key).toBe(kid)
  const text = Buffer.from(signed.statement)
  expect(verify(null, text, createPublicKey(pem), Buffer.from(signed.signature, 'base64url'))).toBe(true)
  expect(JSON.parse(signed.statement)).toMatchObject({ edition: 1, previous: null, key: kid })
  const { items } = await (await request.get('/api/v1/editions')).json()
  expect(items.at(-1)).toMatchObject({ number: 1, signed })
  await page.goto('/en/editions/1')
  await expect(page.locator('main')).toContainText(kid)
  await page.goto('/ja/editions/1')
  await expect(page.locator('main')).toContainText(kid)
})

test('a citation in each form, and a record, are proven, and with one byte changed they are not', async ({
  request,
}) => {
  const key = join(folder, 'key.json')
  writeFileSync(key, await (await request.get('/.well-known/rulewire-key.json')).body())
  const answer = await request.get(`/api/v1/proof?kind=report&dossier=${dossier}&id=${id}&edition=1`)
  expect(answer.status()).toBe(200)
  expect(answer.headers()['access-control-allow-origin']).toBe('*')
  const proof = join(folder, 'proof.json')
  writeFileSync(proof, await answer.body())
  const own = (await answer.json()).records.find((record: { id: string }) => record.id === id)
  const texts: [string, string][] = [['report.md', own.files[0].text]]
  for (const form of ['cite.bib', 'cite.ris', 'cite.json'])
    for (const locale of ['en', 'ja']) {
      const cited = await request.get(`/${locale}/${dossier}/reports/${id}/${form}?edition=1&on=2026-11-25`)
      texts.push([`${locale}-${form}`, await cited.text()])
    }
  for (const [name, text] of texts) {
    const file = join(folder, name)
    writeFileSync(file, text)
    const proven = await prove(file, '--proof', proof, '--key', key)
    expect([name, proven.code, proven.stderr]).toEqual([name, 0, ''])
    expect(proven.stdout).toContain('Edition 1')
    writeFileSync(file, text.replace('2023', '2024'))
    const refused = await prove(file, '--proof', proof, '--key', key)
    expect([name, refused.code]).toEqual([name, 1])
  }
})

test('what makes no sense is refused by its name', async ({ request }) => {
  for (const [query, parameter] of [
    ['kind=report', 'id'],
    [`kind=report&id=${id}`, 'dossier'],
    [`dossier=${dossier}&id=${id}`, 'kind'],
    [`kind=reports&dossier=${dossier}&id=${id}`, 'kind'],
    [`kind=report&dossier=${dossier}&id=none`, 'id'],
    [`kind=report&dossier=${dossier}&id=${id}&edition=99999`, 'edition'],
  ]) {
    const answer = await request.get(`/api/v1/proof?${query}`)
    expect([query, answer.status(), (await answer.json()).parameter]).toEqual([query, 400, parameter])
  }
})
