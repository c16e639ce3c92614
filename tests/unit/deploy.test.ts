import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { settingNames } from '@/lib/settings'

const text = (...path: string[]) => readFileSync(join('deploy', ...path), 'utf8')
/** What others than Rulewire read. */
const foreign = new Set([
  'NODE_ENV',
  'NEXT_TELEMETRY_DISABLED',
  'POSTGRES_USER',
  'POSTGRES_DB',
  'POSTGRES_PASSWORD',
  'POSTGRES_INITDB_ARGS',
])
const known = (name: string) => foreign.has(name) || settingNames.includes(name)

describe('files of deploy/', () => {
  test('set nothing that there is not', () => {
    const compose = parse(text('compose', 'compose.yaml'), { merge: true })
    const units = readdirSync('deploy/systemd').map((name) => text('systemd', name))
    const set = [
      ...[...text('Dockerfile').matchAll(/^ENV (.*)$/gm)].flatMap(([, all = '']) => all.split(' ')),
      ...units.flatMap((unit) => [...unit.matchAll(/^Environment=(.*)$/gm)].flatMap(([, all = '']) => all.split(' '))),
    ].map((one) => one.split('=')[0] ?? '')
    const services: Record<string, { environment?: Record<string, string> }> = compose.services
    set.push(...Object.values(services).flatMap(({ environment = {} }) => Object.keys(environment)))
    expect(set.length).toBeGreaterThan(15)
    expect(set.filter((name) => !known(name))).toEqual([])
  })

  test('the nodes of the proxy are services, and have one database and one secret', () => {
    const { services } = parse(text('compose', 'compose.yaml'), { merge: true })
    const nodes = [...text('compose', 'upstream.conf').matchAll(/server ([\w-]+):(\d+)/g)]
    expect(nodes.length).toBe(2)
    for (const [, name = '', port] of nodes) {
      expect(services[name].environment).toMatchObject({ RULEWIRE_SECRET: expect.any(String), TRUST_PROXY: 'true' })
      expect(text('Dockerfile')).toContain(`PORT=${port}`)
    }
    const mounted: string[] = services.proxy.volumes
    for (const place of mounted.map((one) => one.split(':')[0] ?? '').filter((one) => one.endsWith('.conf')))
      expect(() => text('compose', place), place).not.toThrow()
  })

  test('whatever the docs for operators link is there', () => {
    for (const name of readdirSync('deploy/docs').filter((one) => one.endsWith('.md')))
      for (const [, to = ''] of text('docs', name).matchAll(/\]\(([^)#]+)[^)]*\)/g))
        expect(() => text('docs', to), `${name}: ${to}`).not.toThrow()
  })
})
