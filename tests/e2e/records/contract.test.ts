import type { APIResponse } from '@playwright/test'
import { checkerOf } from '../../support/requests/described-api'
import { expect, test } from '../support/test'
import { type Asking, documentOf, leastOf, operationsOf, withSound } from './asked'

const queryOf = (query: Record<string, string>) => `?${new URLSearchParams(query)}`

test('every route answers as the document says, whatever of its parameters is given', async ({ request }) => {
  const document = await documentOf(request)
  const unlike = checkerOf(document)
  const check = async ({ responses }: Asking, url: string) => {
    const answer = await request.get(url)
    const text = await answer.text()
    expect(answer.status(), `${url} ${text.slice(0, 300)}`).toBe(200)
    const type = answer.headers()['content-type']?.split(';')[0] ?? ''
    const told = responses[200]?.content?.[type]
    expect(told, `${url} ${type}`).toBeDefined()
    if (type === 'application/json') expect(unlike(told?.schema ?? {}, JSON.parse(text)), url).toEqual([])
  }
  const operations = operationsOf(document)
  expect(operations).toHaveLength(23)
  for (const one of operations) {
    await check(one, one.path + queryOf(leastOf(one)))
    for (const { name } of one.parameters) {
      const query = withSound(one, name)
      if (query) await check(one, one.path + queryOf(query))
    }
  }
})

test('what makes no sense is a 400 of every route that names the parameter, in the form of the document', async ({
  request,
}) => {
  const document = await documentOf(request)
  const unlike = checkerOf(document)
  const refused = async (url: string, parameter: string, answer: APIResponse) => {
    expect(answer.status(), url).toBe(400)
    expect(answer.headers()['content-type'], url).toBe('application/problem+json')
    const problem = await answer.json()
    expect(problem, url).toMatchObject({ status: 400, parameter })
    expect(unlike({ $ref: '#/components/schemas/Problem' }, problem), url).toEqual([])
  }
  for (const one of operationsOf(document)) {
    const ask = async (name: string, given: string, parameter = name) => {
      const { [name]: _, ...rest } = withSound(one, name) ?? leastOf(one)
      const url = `${one.path}${queryOf(rest)}&${name}=${given}`
      await refused(url, parameter, await request.get(url))
    }
    await ask('nonsense', '1')
    for (const { name, schema } of one.parameters) {
      await ask(name, '%FF%FE')
      const isOpen = schema.type === 'string' && !schema.pattern && !schema.format && !schema.enum
      const isId = name === 'id'
      if (!isOpen && !isId) await ask(name, 'no-such-thing')
      if (schema.type === 'integer') for (const number of ['0', '-1', '1e3', '99999999999']) await ask(name, number)
      if (schema.format === 'date') for (const day of ['2023-02-30', '9999-12-31']) await ask(name, day)
      if (name === 'cursor') for (const text of ['x', 'cmVwb3J0cyAxICA']) await ask(name, text)
      if (name === 'fields') await ask(name, 'id,nonsense')
      if (name === 'limit') await ask(name, '201')
      if (name === 'edition' || name === 'since') await ask(name, '99999')
    }
  }
})

test('what is named by an id of a dossier needs the dossier, and what changed is told of no filter', async ({
  request,
}) => {
  for (const [url, parameter] of [
    ['/api/v1/reports?rule=weapons-five-purposes', 'dossier'],
    ['/api/v1/effects?change=x', 'dossier'],
    ['/api/v1/positions?actor=komeito', 'dossier'],
    ['/api/v1/events?report=x', 'dossier'],
    ['/api/v1/rules?change=x', 'dossier'],
    ['/api/v1/reports?since=1&stage=agreed', 'stage'],
    ['/api/v1/reports?since=1&order=newest', 'order'],
    ['/api/v1/changes?since=1&rule=x', 'rule'],
    ['/api/v1/reports?dossier=nowhere', 'dossier'],
    ['/api/v1/reports?from=2024&to=2023', 'to'],
  ]) {
    const answer = await request.get(url ?? '')
    expect(answer.status(), url).toBe(400)
    expect(await answer.json(), url).toMatchObject({ parameter })
  }
})
