import { describe, expect, it } from 'vitest'
import en from '@/content/messages/en.json'
import ja from '@/content/messages/ja.json'

type Tree = { [key: string]: string | Tree }

const flatten = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : flatten(value, `${path}${key}.`),
  )

/** The outermost `{…}` groups of a message. */
function groupsOf(text: string): string[] {
  const groups: string[] = []
  let depth = 0
  let start = 0
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '{' && depth++ === 0) start = at + 1
    if (text[at] === '}' && --depth === 0) groups.push(text.slice(start, at))
  }
  return groups
}

/** What a message takes: its ICU arguments, those within the branches of a choice too, and its tags. */
function argumentsOf(message: string): string[] {
  const names = new Set<string>()
  const read = (text: string) => {
    for (const [, tag] of text.matchAll(/<(\w+)>/g)) names.add(`<${tag}>`)
    for (const group of groupsOf(text)) {
      const [name = '', kind = '', ...rest] = group.split(',').map((part) => part.trim())
      names.add(name)
      if (['plural', 'select', 'selectordinal'].includes(kind))
        for (const branch of groupsOf(rest.join(','))) read(branch)
    }
  }
  read(message)
  return [...names].sort()
}

const english = new Map(flatten(en))
const japanese = new Map(flatten(ja))

describe('messages', () => {
  it('have the same keys in both languages', () => {
    expect([...japanese.keys()].sort()).toEqual([...english.keys()].sort())
  })

  it.each([...english.keys()])('%s takes the same arguments in both languages', (key) => {
    expect(argumentsOf(japanese.get(key) ?? '')).toEqual(argumentsOf(english.get(key) ?? ''))
  })

  it('never fix “on” before a date that may be a month or a year', () => {
    const days = /^(site|matrix|ask\.(answer|answerKnown)|compare)\b|\.(stateOfPlayOn|silent|notYet|stages|noStage)$/
    const fixed = [...english].filter(([key, text]) => /\bon \{date\}/i.test(text) && !days.test(key))
    expect(fixed.map(([key]) => key)).toEqual([])
  })

  it('are not left untranslated', () => {
    const same = [...english].filter(([key, text]) => japanese.get(key) === text).map(([key]) => key)
    expect(same.filter((key) => !['site.name', 'attribution.by', 'timeline.from_stage'].includes(key))).toEqual([])
  })
})
