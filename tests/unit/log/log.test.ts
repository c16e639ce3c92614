import { PassThrough } from 'node:stream'
import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { type LogSettings, openLog } from '@/lib/log/log'
import { requestIdOf } from '@/lib/log/request-id'
import { withoutSecrets } from '@/lib/log/secrets'

let said: string[]
const plain: LogSettings = { format: 'json', level: 'info', addresses: false }

beforeEach(() => {
  said = []
})

function logTo(settings: Partial<LogSettings> = {}, context?: () => Record<string, string | undefined>) {
  const stream = new PassThrough()
  stream.setEncoding('utf8').on('data', (line: string) => said.push(line))
  return { log: openLog({ ...plain, ...settings }, stream, context), stream }
}
const entries = () => said.map((line) => JSON.parse(line))

test('an entry is a line of JSON with its level, its time, and the request that it belongs to', () => {
  const { log } = logTo({}, () => ({ request: 'r1', method: 'GET', path: '/en', other: undefined }))
  log.warn('Something is odd', { count: 3, level: 'none' })
  const [entry] = entries()
  expect(entry).toMatchObject({
    level: 'warn',
    msg: 'Something is odd',
    count: 3,
    level_: 'none',
    request: 'r1',
    path: '/en',
  })
  expect(new Date(entry.time).toISOString()).toBe(entry.time)
  expect(entry).not.toHaveProperty('other')
})

test('an error stands by itself, with what caused it, one line each', () => {
  const { log } = logTo()
  log.error(
    'It failed:',
    new TypeError('first\nsecond', { cause: Object.assign(new Error('below'), { code: 'EPIPE' }) }),
  )
  const [{ msg, err }] = entries()
  expect(msg).toBe('It failed:')
  expect(err).toMatchObject({ type: 'TypeError', message: 'first second', cause: { message: 'below', code: 'EPIPE' } })
  expect(err.stack).toMatch(/^at /)
  expect(err.stack).not.toContain('second')
})

test('what a query was given is in no entry, in either form', () => {
  const failed = Object.assign(
    new Error('Failed query: select 1 where token = $1\nparams: s3cret-token\n    at home'),
    {
      query: 'select 1 where token = $1',
      params: ['s3cret-token'],
    },
  )
  for (const format of ['json', 'text'] as const) logTo({ format }).log.error('No answer', failed)
  expect(said).toHaveLength(2)
  expect(said.join('')).not.toContain('s3cret-token')
  expect(JSON.parse(said[0] ?? '').err.message).toBe('Failed query: select 1 where token = $1')
})

test('secrets of addresses are left out', () => {
  expect(withoutSecrets('GET /admin/link?token=abc&name=x from postgres://u:p@db.example/x')).toBe(
    'GET /admin/link?token=…&name=x from postgres://…@db.example/x',
  )
  expect(withoutSecrets('/en/search?q=a%20b')).toBe('/en/search?q=a%20b')
})

test('no address of anybody is logged, unless the operator says so', () => {
  logTo().log.warn('Refused', { network: '192.0.2.1' })
  logTo({ addresses: true }).log.warn('Refused', { network: '192.0.2.1' })
  expect(entries().map(({ network }) => network)).toEqual([undefined, '192.0.2.1'])
})

test('what is of less weight is left out', () => {
  const { log } = logTo({ level: 'warn' })
  log.info('Ready')
  log.debug('Answered')
  expect(said).toEqual([])
})

test('a person reads one line of text', () => {
  logTo({ format: 'text' }, () => ({ request: 'r1' })).log.error(
    'It failed',
    { failure: 'f1' },
    new Error('since\nthen'),
  )
  expect(said).toHaveLength(1)
  expect(said[0]).toMatch(/^It failed failure=f1 request=r1 Error: since then at .*\n$/)
})

test('whatever is logged is one line each', () => {
  for (const format of ['json', 'text'] as const)
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.anything())), (parts) => {
        said = []
        logTo({ format }).log.error(...parts)
        expect(said).toHaveLength(1)
        expect(said[0]).toMatch(/^[^\n]*\n$/)
        expect(said[0]?.length).toBeLessThan(50_000)
      }),
    )
})

test('a stream that nobody reads any more costs nothing', () => {
  const { log, stream } = logTo()
  stream.destroy(new Error('closed'))
  expect(() => log.error('into the void')).not.toThrow()
})

test('a request is named by a proxy that is trusted, and by nobody else', () => {
  const headers = { 'x-request-id': 'abc-123' }
  expect(requestIdOf({ headers }, true)).toBe('abc-123')
  expect(requestIdOf({ headers }, false)).toMatch(/^[\da-f-]{36}$/)
  for (const given of ['', 'a b', 'x'.repeat(65), '"}']) {
    expect(requestIdOf({ headers: { 'x-request-id': given } }, true)).toMatch(/^[\da-f-]{36}$/)
  }
})
