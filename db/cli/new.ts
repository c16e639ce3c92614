import { readdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { sampleFiles } from '@/lib/content/sample/sample-files'
import { makeFolder } from '../files'
import { readArgs, type Verb, VerbRefusedError } from './verb'

export const newVerb: Verb = {
  usage: 'new DIR',
  summary: `write a small content folder with comments, to be made one's own; needs no database, and writes over nothing`,
  async run(args, { out }) {
    const [dir = ''] = readArgs(args, ['DIR'], {}).positionals
    const found = statSync(dir, { throwIfNoEntry: false })
    if (found && !found.isDirectory()) throw new VerbRefusedError(`${dir} is a file: name a folder.`)
    if (found && readdirSync(dir).length > 0)
      throw new VerbRefusedError(`${dir} is not empty: name a folder that is, or one that is not there yet.`)
    const files = sampleFiles()
    for (const [file, text] of files) {
      makeFolder(dirname(join(dir, file)))
      writeFileSync(join(dir, file), text.replaceAll(' DIR', ` ${dir}`).replaceAll('=DIR', `=${dir}`), { flag: 'wx' })
    }
    out(`Wrote ${files.size} files in ${dir}. What may stand in them is said in their comments.`)
    out(`Next: npm run rulewire -- check ${dir}, then npm run rulewire -- import ${dir} --publish`)
    return 0
  },
}
