import { expect, test } from 'vitest'
import { faultsOf } from '../support/html-check'

const page = (body: string) =>
  `<!doctype html><html lang="en"><head><title>A</title></head><body><main><h1>A</h1>${body}</main></body></html>`

test('the checker sees what the Nu checker sees', async () => {
  expect(await faultsOf(page('<p>fine</p>'))).toEqual([])
  for (const fault of [
    '<span><ul><li>a</li></ul></span>',
    '<h3>too deep</h3>',
    '<p id="a"></p><p id="a"></p>',
    '<p><div>a</div></p>',
    '<ul><p>a</p></ul>',
    '<a href="/"><a href="/">b</a></a>',
    '<label for="none">a</label>',
  ])
    expect((await faultsOf(page(fault))).length, fault).toBeGreaterThan(0)
})
