import { restore } from '@/db/dialect'
import { parseSettings } from '@/lib/settings'
import { withDatabase } from './database'
import { readArgs, type Verb } from './verb'

export const restoreVerb: Verb = {
  usage: 'restore FILE [--force]',
  summary: 'put a backup in the place of the database, which must not be running',
  async run(args, { out }) {
    const { positionals, values } = readArgs(args, ['FILE'], { force: { type: 'boolean', default: false } })
    const [backup = ''] = positionals
    await restore({ backup, dataDir: parseSettings(process.env).dataDir, force: values.force })
    await withDatabase(async () => undefined)
    out(`Restored ${backup}.`)
    return 0
  },
}
