import { type Work, workOfReport } from '@/lib/citation/work'
import { type Change, type Day, publishedDate, type Report, type Rule, say } from '@/lib/model'
import { dayAsTold, momentAt, ruleHistory, statusOf } from '@/lib/policy'
import { formatDate, instantDay } from '@/lib/words/dates'
import { jurisdictionName } from '@/lib/words/names'
import { questionInWords } from '@/lib/words/sentence'
import { pinsOf, type Reading, siteHref, withQuery } from './reading'

/** What a citation depends on: the dossier, and the state in which it is read. */
export type Cited = Pick<
  Reading,
  'locale' | 't' | 'siteName' | 'dossier' | 'sources' | 'compiled' | 'edition' | 'today' | 'origin'
>

/** A report as its publisher published it, with the state of the tracker in which it was found. */
export function citedReport(cited: Cited, report: Report): Work {
  const { locale, t, dossier, sources, today } = cited
  return workOfReport(report, sources.get(report.source), {
    date: publishedDate(report.published, dossier.timeZone),
    locale,
    official: t('kind.official'),
    accessed: today,
    ...foundAt(cited, addressOf(cited, 'reports', report.id)),
  })
}

/** A rule as a law: its name here, the instrument that it stands in, and since when it has said what it says on the day, or said last. */
export function citedRule(cited: Cited, rule: Rule): Work {
  const { locale, dossier, compiled, today } = cited
  const status = statusOf(momentAt(compiled, { on: today }), rule.id)
  // Of one that no longer speaks, since when it said what it said last.
  const spoke = ruleHistory(compiled, rule.id).findLast(({ from, value }) => value !== null && from <= today)
  const { text, language } = say(rule.title, locale)
  const [basis] = rule.basis
  const url = addressOf(cited, 'rules', rule.id)
  return {
    id: rule.id,
    kind: 'law',
    title: text,
    container: basis && say(basis.instrument, locale).text,
    section: basis?.provision && say(basis.provision, locale).text,
    authority: dossier.jurisdiction && jurisdictionName(dossier.jurisdiction, locale),
    language,
    issued: status ? dayAsTold(compiled, status.since, { rule: rule.id, change: status.change }) : spoke?.shown,
    url,
    accessed: today,
    ...foundAt(cited, url),
  }
}

/** A change, as the page that this site has of it. */
export function citedChange(cited: Cited, { id, title }: Change): Work {
  const { text, language } = say(title, cited.locale)
  return ownPage(cited, { id, what: text, language, url: addressOf(cited, 'changes', id) })
}

/** The state of a dossier, as a page that this site published with the edition that is read. */
export function citedDossier(cited: Cited): Work {
  const { text, language } = say(cited.dossier.title, cited.locale)
  return ownPage(cited, { id: cited.dossier.id, what: text, language, url: addressOf(cited) })
}

/** What is asked: at which values, on which day, and as known when. */
interface AskedAnswer {
  values: Record<string, string>
  on: Day
  known: Day | undefined
}

/** An answer, as the page that gives it: named by its question, the day and the edition, which its address fixes. */
export function citedAnswer(cited: Cited, { values, on, known }: AskedAnswer): Work {
  const { locale, t, dossier, edition, origin } = cited
  const title = questionInWords(dossier, values, locale)
  const asked = { ...values, known, edition: String(edition.number), on }
  return ownPage(cited, {
    id: `${dossier.id}-answer-${on}`,
    what: known === undefined ? title : t('ask.citedKnown', { title, date: formatDate(known, locale) }),
    language: locale,
    url: `${origin}${withQuery(siteHref({ locale, pinned: {} }, dossier.id, 'ask'), asked)}`,
    on,
  })
}

interface OwnPage extends Pick<Work, 'language'> {
  id: string
  what: string
  url: string
  /** The day for which it holds; left out, the one that is read. */
  on?: Day
}

/** A page of this site: its title says for which day it holds and of which edition it is, for many a form has no other place for that. */
function ownPage(cited: Cited, { id, what, language, url, on = cited.today }: OwnPage): Work {
  const { locale, t, siteName, edition, today } = cited
  const { number, publishedAt } = edition
  const date = formatDate(on, locale)
  return {
    id: `rulewire-${id}-edition-${number}`,
    kind: 'page',
    author: siteName,
    container: siteName,
    title: t('cite.page', { what, number, date }),
    language,
    issued: instantDay(publishedAt),
    url,
    accessed: today,
    version: t('edition.number', { number }),
    note: t('dossier.citationNote', { number, date }),
  }
}

/** Where this site keeps what is cited. */
function foundAt({ locale, t, siteName, edition, today }: Cited, url: string): Pick<Work, 'found' | 'note'> {
  const named = { site: siteName, number: edition.number }
  return {
    found: t('cite.found', { ...named, url }),
    note: t('report.citationNote', { ...named, date: formatDate(today, locale), url }),
  }
}

/** The address at which a page of the dossier will always show what it shows now. */
export function addressOf(
  { locale, dossier, edition, today, origin }: Pick<Cited, 'locale' | 'dossier' | 'edition' | 'today' | 'origin'>,
  ...parts: string[]
): string {
  const pinned = { edition: edition.number, on: today }
  return `${origin}${withQuery(siteHref({ locale, pinned: {} }, dossier.id, ...parts), pinsOf({ pinned }))}`
}
