import { describe, expect, test } from 'vitest'
import { filesUnder, read } from '../support/tree'

/*
 * Every page, action and handler of the desk asks for a role itself, as its first act (a layout does not run again on
 * navigation, a proxy can be passed by). The one door without a role is the sign-in.
 */

const door = 'app/admin/sign-in/'
const desk = filesUnder('app/admin', /\.tsx?$/)
const pages = desk.filter((file) => file.endsWith('/page.tsx'))
const serverFiles = desk.filter((file) => /^['"]use server['"]/.test(read(file)))
const handlers = desk.filter((file) => file.endsWith('/route.ts'))

test('the walk finds the desk', () => {
  expect(pages.length).toBeGreaterThan(5)
  expect(serverFiles.length).toBeGreaterThan(3)
})

describe.each(pages.filter((file) => !file.startsWith(door)))('%s', (file) => {
  test('requires a role before anything else', () => {
    const source = read(file)
    const body = /export default async function \w+\([\s\S]*?\) \{\n\s*([^\n]+)/.exec(source)?.[1]
    expect(body, 'first statement of the page').toMatch(
      /^(const \w+ = |const \{[^}]*\} = )?await requireRole\('(author|reviewer|editor|admin)'/,
    )
  })

  test('does not run its queries in metadata, which asks no role', () => {
    expect(read(file)).not.toMatch(/generateMetadata|generateStaticParams/)
  })
})

describe.each(serverFiles.filter((file) => !file.startsWith(door)))('%s', (file) => {
  test('every action that it exports is a deskAction with a role', () => {
    const exported = [
      ...read(file).matchAll(/^export (?:async )?(?:const|function|default)\s*(\w*)[^\n]*(?:\n[^\n]*){0,3}/gm),
    ]
    expect(exported.length).toBeGreaterThan(0)
    for (const [text, name] of exported) expect(text, name).toMatch(/^export const \w+ = deskAction\(/)
  })

  test('names the role of each', () => {
    const calls = read(file)
      .split('deskAction(')
      .slice(1)
      .filter((call) => !call.startsWith('\n}'))
    for (const call of calls) expect(call).toMatch(/'(author|reviewer|editor|admin)'/)
  })
})

test('no inline server actions hide in pages', () => {
  for (const file of filesUnder('app', /\.tsx$/)) expect(read(file), file).not.toMatch(/^\s+['"]use server['"]/m)
})

test('handlers of the desk require a role', () => {
  for (const file of handlers) {
    for (const method of read(file).matchAll(
      /export async function (GET|POST|PUT|PATCH|DELETE)[\s\S]*?\{\n\s*([^\n]+)/g,
    ))
      expect(method[2], `${file} ${method[1]}`).toMatch(/await requireRole\(/)
    expect(read(file), file).not.toMatch(/export const (GET|POST|PUT|PATCH|DELETE)/)
  }
})
