import { join } from 'node:path'
import desk from '@/content/messages/desk/en.json' with { type: 'json' }
import pages from '@/content/messages/en.json' with { type: 'json' }
import type { FileProblem } from './document'
import { entriesIn, textOf } from './files'

/** The texts of the first language, by the folder of their file below `messages/`: what it has, every other may have. */
const first: Record<string, object> = { '': pages, desk }

/** Of the names that a file of messages has not, so many are told. */
const mostNamed = 10

/**
 * What is wrong with the files of messages of a content folder, and what they leave out: the texts of the first language stand there.
 */
export async function checkMessages(dir: string): Promise<{ problems: FileProblem[]; warnings: FileProblem[] }> {
  const found: { problems: FileProblem[]; warnings: FileProblem[] } = { problems: [], warnings: [] }
  for (const [folder, texts] of Object.entries(first))
    for (const { name } of (await entriesIn(join(dir, folder))).filter(
      (entry) => !entry.folder && entry.name.endsWith('.json'),
    )) {
      const file = join('messages', folder, name)
      const told = (message: string, field = ''): FileProblem => ({ file, line: 1, field, message })
      const read = await textOf(join(dir, folder, name))
      const data = read?.ok ? parsed(read.text) : undefined
      if (!isGroup(data)) {
        found.problems.push(told(read && !read.ok ? read.message : 'must be a group of texts in JSON'))
        continue
      }
      const { missing, strange } = compared(texts, data)
      found.problems.push(...strange.map(({ path, message }) => told(message, path)))
      if (missing.length > 0) found.warnings.push(told(missingIn(missing)))
    }
  return found
}

function missingIn(missing: readonly string[]): string {
  const named = missing.slice(0, mostNamed).join(', ')
  const more = missing.length > mostNamed ? ` and ${missing.length - mostNamed} more` : ''
  return `has no text for ${named}${more}: those of the first language stand there`
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

type Group = Record<string, unknown>
const isGroup = (value: unknown): value is Group => typeof value === 'object' && value !== null && !Array.isArray(value)

interface Compared {
  missing: string[]
  strange: { path: string; message: string }[]
}

function compared(texts: object, own: Group, above = ''): Compared {
  const told: Compared = { missing: [], strange: [] }
  for (const name of Object.keys(own))
    if (!Object.hasOwn(texts, name))
      told.strange.push({ path: `${above}${name}`, message: 'is a text that nothing shows' })
  for (const [name, text] of Object.entries(texts)) {
    const path = `${above}${name}`
    const there = own[name]
    if (there === undefined) told.missing.push(path)
    else if (typeof text === 'string') {
      if (typeof there !== 'string') told.strange.push({ path, message: 'must be a text' })
    } else if (!isGroup(there)) told.strange.push({ path, message: 'must be a group of texts' })
    else {
      const below = compared(text, there, `${path}.`)
      told.missing.push(...below.missing)
      told.strange.push(...below.strange)
    }
  }
  return told
}
