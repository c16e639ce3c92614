import { checkedContent } from './content'
import { readArgs, type Verb } from './verb'

export const checkVerb: Verb = {
  usage: 'check DIR',
  summary: 'check a content folder; changes nothing and needs no database',
  async run(args, { out }) {
    const [dir = ''] = readArgs(args, ['DIR'], {}).positionals
    const { sources, dossiers } = await checkedContent(dir)
    const reports = dossiers.reduce((sum, dossier) => sum + dossier.reports.length, 0)
    out(`${dir} is sound: ${sources.length} sources, ${dossiers.length} dossiers, ${reports} reports.`)
    return 0
  },
}
