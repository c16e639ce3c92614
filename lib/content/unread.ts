import { join } from 'node:path'
import type { FileProblem } from './document'
import { type Entry, entriesIn } from './files'

/** What is read of a folder: names of files and folders, or for reports all files of one ending. */
interface Reading {
  files: readonly string[]
  folders: readonly string[] | 'any'
  /** The ending of files of any name. */
  ending?: string
  /** In words, for whoever put something else there. */
  said: string
}

export const inContent: Reading = {
  // A download says by `proof.json` that it is what was signed.
  files: ['site.yaml', 'sources.yaml', 'proof.json'],
  folders: ['dossiers', 'pages', 'messages', 'decisions'],
  said: 'what is read here is site.yaml, pages/, sources.yaml and dossiers/',
}
export const inMessages: Reading = {
  files: [],
  folders: ['desk'],
  ending: '.json',
  said: 'what is read here is a file <language>.json for each language, and those of the desk in desk/',
}
export const inDecisions: Reading = {
  files: [],
  folders: [],
  ending: '.md',
  said: 'what is read here is a file <number>-<title>.md for each decision',
}
export const inDossiers: Reading = {
  files: [],
  folders: 'any',
  said: 'what is read here is a folder for each dossier',
}
export const inDossier: Reading = {
  files: ['dossier.yaml', 'rules.yaml', 'changes.yaml', 'actors.yaml'],
  folders: ['reports'],
  said: 'what is read here is dossier.yaml, rules.yaml, changes.yaml, actors.yaml and reports/',
}
export const inReports: Reading = {
  files: [],
  folders: [],
  ending: '.md',
  said: 'what is read here is a file <id>.md for each report, and <id>.<language>.md for a translation of its summary',
}

/** Readers of a folder look for these; no one takes them for records. */
const forPeople = /^(readme|licen[cs]e|copying|notice)(\.(md|txt))?$/i

/** Of one folder of files that nobody reads, so many are named. */
const mostNamed = 100

/** A problem for each file, also in folders below, that would be passed over in silence. `shown` is what the folder is called. */
export async function unreadIn(dir: string, shown: string, reading: Reading): Promise<FileProblem[]> {
  const entries = await entriesIn(dir)
  const unread = entries.filter((entry) => !isRead(entry, reading, entries))
  const files: string[] = []
  for (const { name, folder } of unread) {
    if (!folder) files.push(name)
    else files.push(...(await filesBelow(dir, name)))
  }
  const problems = files.slice(0, mostNamed).map((name) => problem(join(shown, name), reading))
  if (files.length > mostNamed)
    problems.push({
      ...problem(shown, reading),
      message: `holds ${files.length - mostNamed} files more that are not read`,
    })
  return problems
}

const problem = (file: string, { said }: Reading): FileProblem => ({
  file,
  line: 1,
  field: '',
  message: `is not read: ${said}. Rename it, move it, or take it away`,
})

function isRead({ name, folder }: Entry, { files, folders, ending }: Reading, all: readonly Entry[]): boolean {
  if (folder) return folders === 'any' || folders.includes(name)
  // Where it stands in the place of the right one, that is said already.
  const right = name.replace(/\.yml$/, '.yaml')
  if (right !== name && files.includes(right)) return !all.some((entry) => entry.name === right)
  return files.includes(name) || (ending === undefined ? forPeople.test(name) : name.endsWith(ending))
}

/** The files below a folder, named from above it; the folder itself when it is empty. */
async function filesBelow(dir: string, name: string): Promise<string[]> {
  const files: string[] = []
  const waiting = [name]
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop())
    for (const entry of await entriesIn(join(dir, folder))) {
      if (entry.folder) waiting.push(join(folder, entry.name))
      else files.push(join(folder, entry.name))
    }
  return files.length > 0 ? files : [name]
}
