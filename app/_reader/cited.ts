import { addressOf, type Cited, foundAt, workOfPage } from '@/lib/citation/cited'
import type { Work } from '@/lib/citation/work'
import { type Change, type Day, type Rule, say } from '@/lib/model'
import { dayAsTold, momentAt, ruleHistory, statusOf } from '@/lib/policy'
import { formatDate } from '@/lib/words/dates'
import { jurisdictionName } from '@/lib/words/names'
import { questionInWords } from '@/lib/words/sentence'
import { type Reading, siteHref, withQuery } from './reading'

/** What the citation of a rule depends on too: what is compiled of its dossier. */
type CitedReading = Cited & Pick<Reading, 'compiled'>

/** A rule as a law: its name here, the instrument that it stands in, and since when it has said what it says on the day, or said last. */
export function citedRule(cited: CitedReading, rule: Rule): Work {
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
  return workOfPage(cited, { id, what: text, language, url: addressOf(cited, 'changes', id) })
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
  return workOfPage(cited, {
    id: `${dossier.id}-answer-${on}`,
    what: known === undefined ? title : t('ask.citedKnown', { title, date: formatDate(known, locale) }),
    language: locale,
    url: `${origin}${withQuery(siteHref({ locale, pinned: {} }, dossier.id, 'ask'), asked)}`,
    on,
  })
}
