import { checkedContent, countWarnings } from './content'
import { readArgs, type Verb } from './verb'

export const checkVerb: Verb = {
  usage: 'check DIR',
  summary: `check a content folder; changes nothing and needs no database.
      What is lawful but doubtful is told as a warning, which fails nothing`,
  async run(args, world) {
    const [dir = ''] = readArgs(args, ['DIR'], {}).positionals
    const { content, doubts } = await checkedContent(dir, world)
    const { sources, dossiers } = content
    const reports = dossiers.reduce((sum, dossier) => sum + dossier.reports.length, 0)
    world.out(
      `${dir} is sound: ${sources.length} sources, ${dossiers.length} dossiers, ${reports} reports.${countWarnings(doubts)}`,
    )
    return 0
  },
}
