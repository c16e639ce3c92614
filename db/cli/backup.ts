import { existsSync, statSync } from 'node:fs'
import { withDatabase } from './database'
import { readArgs, type Verb, VerbRefusedError } from './verb'

export const backupVerb: Verb = {
  usage: 'backup FILE [--force]',
  summary: 'copy the running database into a file',
  async run(args, { out }) {
    const { positionals, values } = readArgs(args, ['FILE'], { force: { type: 'boolean', default: false } })
    const [file = ''] = positionals
    if (existsSync(file) && !values.force)
      throw new VerbRefusedError(`${file} exists already. Add --force to replace it.`)
    await withDatabase(({ upkeep }) => upkeep.backup(file), { asItIs: true, mustExist: true })
    out(`Wrote ${file} (${statSync(file).size} bytes).`)
    return 0
  },
}
