import 'server-only'
import { plainLanguage } from '@/lib/addresses/names'
import type { ComparisonForm } from '@/lib/api/comparison'
import type { EvidenceForm, VerdictForm } from '@/lib/api/verdict'
import type { McpArguments, McpToolName } from '@/lib/mcp/tools'
import { say, type Text } from '@/lib/model'
import { answerWord } from '@/lib/words/own-words'
import { todayIn } from '../clock'
import { findDossier, openSite } from '../site'

/** Where a call was answered. */
interface CalledAt {
  /** Scheme and host of the site. */
  root: string
  given: McpArguments
  /** The same answer by the API. */
  url: string
}

/** So many reports are named as the reasons of an answer. */
const mostReasons = 5

const inWords = (text: Text): string => say(text, plainLanguage).text

/** A page of the site at an edition, with the rest of its query. */
function pageAt(
  root: string,
  path: string,
  query: Record<string, string | number | readonly string[] | null | undefined>,
): string {
  const asked = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    for (const one of [value ?? []].flat()) asked.append(name, String(one))
  return `${root}/${plainLanguage}${path}?${asked}`
}

/** What stands before an answer: what it says in short, and of which edition and day it is. Null where a record was asked for that is not there. */
export async function leadTo(name: McpToolName, body: unknown, at: CalledAt): Promise<string | null> {
  switch (name) {
    case 'answer':
      return leadToAnswer(body as VerdictForm, at)
    case 'compare':
      return leadToComparison(body as ComparisonForm, at)
    case 'report':
      return leadToReport(body as { edition: number; items: { page: string; headline: Text; url?: string }[] }, at)
    case 'next': {
      const { edition, on, dates } = body as { edition: number; on: string; dates: unknown[] }
      const page = pageAt(at.root, `/${at.given.dossier}/calendar`, { edition, on })
      return [`${dates.length} coming dates.`, ...(await cited(edition, on, page, at))].join('\n')
    }
    case 'search': {
      const { edition, q, total } = body as { edition: number; q: string; total: number }
      const page = pageAt(at.root, '/search', { q, edition })
      return [`${total} records hold “${q}”.`, ...(await cited(edition, null, page, at))].join('\n')
    }
    case 'dossiers': {
      const { edition, items } = body as { edition: number; items: { id: string; title: Text }[] }
      const lines = items.map(({ id, title }) => `${id}: ${inWords(title)}`)
      return [...lines, ...(await cited(edition, null, pageAt(at.root, '', { edition }), at))].join('\n')
    }
  }
}

/** What every answer says: of which edition of what it is, for which day, and where it stands. */
async function cited(edition: number, on: string | null, page: string, { url }: CalledAt): Promise<string[]> {
  const { site } = await openSite(edition)
  const day = on ?? todayIn(site.zone)
  return [`As of edition ${edition} of ${inWords(site.name)}, for ${day}.`, `Cite: ${page}`, `As data: ${url}`]
}

async function leadToAnswer(body: VerdictForm, at: CalledAt): Promise<string> {
  const id = String(at.given.dossier)
  const { edition, on, known, disposition, since, next, evidence } = body
  const open = await findDossier(id, edition ?? undefined)
  const titleIn = (kind: 'rules' | 'changes', which: string | null) => {
    const found = open?.records[kind].find((one) => one.id === which)
    return found && `“${inWords(found.title)}” (${found.id})`
  }
  const [rule, change] = [titleIn('rules', body.rule), titleIn('changes', body.change)]
  const word = answerWord({ locale: plainLanguage, dossier: open?.dossier }, disposition).text
  const page = pageAt(at.root, `/${id}/ask`, { ...body.case, on, known, edition })
  return [
    `${word} (${disposition})${since ? `, since ${since}` : ''}.`,
    ...(rule ? [`By the rule ${rule}${change ? `, through the change ${change}` : ''}.`] : []),
    ...(evidence.length > 0
      ? ['Because:', ...evidence.slice(0, mostReasons).map((one) => reason(one, at, id, edition))]
      : []),
    next ? `Next: ${next.disposition} from ${next.on}.` : 'Nothing is known to come that would change it.',
    ...(await cited(edition ?? 0, on, page, at)),
  ].join('\n')
}

const reason = (
  { report, source, headline, published }: EvidenceForm,
  { root }: CalledAt,
  dossier: string,
  edition: number | null,
) => `- ${source}, “${inWords(headline)}”, ${published}: ${pageAt(root, `/${dossier}/reports/${report}`, { edition })}`

async function leadToComparison(
  { from, to, differences, leftOut, changes }: ComparisonForm,
  at: CalledAt,
): Promise<string> {
  const sides = { from: from.on, fromKnown: from.known, to: to.on, toKnown: to.known }
  const cases = typeof at.given.case === 'object' ? (at.given.case as Record<string, string>) : {}
  const page = pageAt(at.root, `/${at.given.dossier}/compare`, {
    ...cases,
    ...sides,
    fromEdition: from.edition,
    toEdition: to.edition,
  })
  return [
    `${differences.length + leftOut} cases differ between ${from.on} (edition ${from.edition}) and ${to.on} (edition ${to.edition}).`,
    ...changes.map(({ change, cases: count, directions }) => {
      const ways = Object.entries(directions).map(([way, n]) => `${way} ${n}`)
      return `- by ${change ?? 'no change that is told'}: ${count} (${ways.join(', ')})`
    }),
    ...(await cited(to.edition, to.on, page, at)),
  ].join('\n')
}

async function leadToReport(
  { edition, items }: { edition: number; items: { page: string; headline: Text; url?: string }[] },
  at: CalledAt,
) {
  const [report] = items
  if (!report) return null
  const original = report.url === undefined ? [] : [`The original: ${report.url}`]
  return [
    `“${inWords(report.headline)}”`,
    ...original,
    ...(await cited(edition, null, `${report.page}?edition=${edition}`, at)),
  ].join('\n')
}
