import { expect, test } from 'vitest'
import { codeBelow, importKindsOf } from '../support/imports'
import { filesUnder, read } from '../support/tree'

/*
 * What the desk says stands in `content/messages/desk`, in each of its languages. Text between tags is looked for by the linter as well
 * (`noJsxLiterals` in biome.json), which sees where a tag ends.
 */

const views = filesUnder('app/admin', /\.tsx$/)
/** What a person reads that stands in an attribute, of an element or of a view. */
const said = ['aria-label', 'aria-description', 'title', 'placeholder', 'alt', 'label', 'hint', 'empty', 'many', 'add']
const attribute = new RegExp(`\\s(?:${said.join('|')}|says|summary|legend)=(?:"([^"]*)"|\\{['"]([^'"]*)['"]\\})`, 'g')
const between = /[>}]\s*([^<>{}()=;]*\p{L}{2,}[^<>{}()=;]*)<\//gu

test('the walk finds the views of the desk', () => expect(views.length).toBeGreaterThan(50))

test('no view of the desk says anything but by a message', () => {
  const literal = views.flatMap((file) => {
    const source = read(file).replace(/\/\*[\s\S]*?\*\//g, '')
    const attributes = [...source.matchAll(attribute)].map(([, plain, braced]) => plain ?? braced ?? '')
    const texts = [...source.matchAll(between)].map(([, text = '']) => text.trim())
    return [...attributes, ...texts].filter((text) => /\p{L}/u.test(text)).map((text) => `${file}: ${text}`)
  })
  expect(literal).toEqual([])
})

test('what an action of the desk answers is said by a message', () => {
  const actions = filesUnder('app/admin', /\.tsx?$/).filter((file) => /\brefused\(/.test(read(file)))
  expect(actions.length).toBeGreaterThan(10)
  const literal = actions.flatMap((file) =>
    [...read(file).matchAll(/refused\(\s*\[\s*[`'"][^`'"]*\p{L}/gu)].map(([text]) => `${file}: ${text}`),
  )
  expect(literal).toEqual([])
})

test('what runs in a browser draws on no schema and on no reader of messages: they are larger than all of the desk', () => {
  const drawn = importKindsOf(codeBelow('app', 'lib')).filter(({ isType }) => !isType)
  const starts = (file: string, word: string) => new RegExp(`^['"]use ${word}['"]`).test(read(file))
  const reached = new Set(filesUnder('app/admin', /\.tsx?$/).filter((file) => starts(file, 'client')))
  expect(reached.size).toBeGreaterThan(10)
  for (const at of reached) for (const { from, to } of drawn) if (from === at && !starts(to, 'server')) reached.add(to)
  expect([...reached].filter((file) => /^lib\/(?:model|words)\//.test(file))).toEqual([])
})
