import { writingOf } from '@/lib/addresses/languages'
import { type DateText, type Day, type Locale, type Report, type Source, say } from '@/lib/model'
import { formatDate } from '@/lib/words/dates'

/** A published work as reference managers know it: who published it, what, when, where, and when it was read. */
export interface Work {
  /** A slug, which may serve as a key. */
  id: string
  /** A law is one of the rules that are followed, a page one of our own or of whoever is neither newspaper nor authority. */
  kind: 'news' | 'official' | 'page' | 'law'
  /** The institution that published it; of a law none is named. */
  author?: string | undefined
  title: string
  /** In what it stands: the newspaper, the site, the instrument of a law. */
  container?: string | undefined
  /** Of a law: where in the instrument it stands, and whose it is. */
  section?: string | undefined
  authority?: string | undefined
  /** What it is, in words, where its kind has several names. */
  genre?: string | undefined
  /** BCP 47 tag. */
  language: string
  /** At the precision at which it is known. */
  issued?: DateText | undefined
  url?: string | undefined
  accessed: Day
  /** Of a page of ours: its edition, in words. */
  version?: string | undefined
  /** Where it was found: this site with its edition, and the address at which its record always shows the same. */
  found?: string | undefined
  /** In words once more what the other fields say. */
  note: string
}

interface Read extends Pick<Work, 'accessed' | 'note' | 'found'> {
  /** The day of publication, at its precision. */
  date: DateText
  locale: Locale
  /** What official documents are called. */
  official: string
}

/** A report as its publisher published it: with the headline in its own language, where that is recorded. */
export function workOfReport(
  report: Report,
  source: Source | undefined,
  { date, locale, official, ...read }: Read,
): Work {
  const publisher = source ? say(source.name, locale).text : report.source
  const kind = report.kind === 'news' || report.kind === 'official' ? report.kind : 'page'
  return {
    id: report.id,
    kind,
    author: publisher,
    title: say(report.headline, report.language).text,
    container: kind === 'official' ? undefined : publisher,
    genre: kind === 'official' ? official : undefined,
    language: report.language,
    issued: date,
    url: report.url,
    ...read,
  }
}

/** How to cite a work in a line of text: publisher, title, date, address. */
export function citeInWords({ author, title, issued, url }: Work, locale: Locale): string {
  const { quotes, separator } = writingOf(locale)
  const quoted = quotes.join(title)
  return [author, quoted, issued && formatDate(issued, locale), url].filter(Boolean).join(separator)
}

/** A text on one line: the formats end a field with its line. */
export const onOneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
