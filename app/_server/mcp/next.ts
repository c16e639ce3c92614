import 'server-only'
import { plainLanguage } from '@/lib/addresses/names'
import { knownOf } from '@/lib/asking/read'
import { entriesOf } from '@/lib/calendars/entries'
import { mcpTools } from '@/lib/mcp/tools'
import { momentAt } from '@/lib/policy'
import { origin } from '../address'
import { aboutDossier, answerJson } from '../api'

/** So many dates are told. */
const mostDates = 100

/** What comes next in a dossier: its coming dates, the nearest first, from the day on which it is read. */
export const coming = aboutDossier(
  { ...mcpTools.next.address, repeated: 'first' as const },
  async ({ compiled, today, edition, present, query }) => {
    const known = knownOf({ address: mcpTools.next.address, query, present }, 'known')
    const root = await origin()
    const entries = entriesOf(momentAt(compiled, { on: today, known }), plainLanguage)
    return answerJson({
      edition: edition.number,
      on: today,
      known: known ?? null,
      dates: entries.slice(0, mostDates).map(({ first, last, title, text, page, about }) => ({
        first,
        last,
        title,
        text,
        change: about.change,
        stage: about.stage,
        rules: about.rules,
        page: `${root}/${plainLanguage}${page}?edition=${edition.number}`,
      })),
      leftOut: Math.max(0, entries.length - mostDates),
    })
  },
)
