import { onOneLine, type Work } from './work'

const escapes: Record<string, string> = {
  '\\': '\\textbackslash{}',
  // BibTeX counts braces even behind a backslash.
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '&': '\\&',
  '%': '\\%',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
}

const escaped = (text: string): string => onOneLine(text).replace(/[\\{}~^&%$#_]/g, (sign) => escapes[sign] ?? sign)
/** Addresses are verbatim; only what would end the field is percent-encoded. */
const verbatim = (url: string): string => onOneLine(url).replace(/[{}\\ ]/g, encodeURIComponent)

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** `@online` and `@legislation` are those of biblatex; BibTeX takes what it does not know for `@misc`. */
const types: Record<Work['kind'], string> = {
  news: 'article',
  official: 'techreport',
  page: 'online',
  law: 'legislation',
}

/**
 * A work as an entry of BibTeX, in UTF-8. Names and titles stand in a second pair of braces, which keeps institutions whole and
 * capitals as they are. `year` and `month` are for BibTeX, `day` for its
 * readers though it has none; `date` and `urldate` are those of biblatex.
 */
export function toBibtex(work: Work): string {
  const { id, kind, author, title, container, section, authority, genre, url, accessed, language, found, note } = work
  const [year, month, day] = work.issued?.split('-') ?? []
  const fields: [string, string | undefined][] = [
    ['author', whole(author)],
    // By which it is sorted where nobody is the author.
    ['key', author === undefined ? plain(id) : undefined],
    ['title', whole(title)],
    ['journal', kind === 'news' ? whole(container) : undefined],
    ['entrysubtype', kind === 'news' ? '{newspaper}' : undefined],
    ['institution', kind === 'official' ? whole(author) : undefined],
    ['type', plain(genre)],
    ['organization', kind === 'page' ? whole(container) : whole(authority)],
    ['howpublished', kind === 'law' ? whole([container, section].filter(Boolean).join(', ') || undefined) : undefined],
    ['year', year && `{${year}}`],
    ['month', month && months[Number(month) - 1]],
    ['day', day && `{${day}}`],
    ['date', work.issued && `{${work.issued}}`],
    ['url', url && `{${verbatim(url)}}`],
    ['urldate', `{${accessed}}`],
    ['language', `{${language}}`],
    ['version', plain(work.version)],
    ['library', plain(found)],
    ['note', plain(note)],
  ]
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = ${value},`] : []))
  return [`@${types[kind]}{${id},`, ...lines, '}', ''].join('\n')
}

const plain = (text: string | undefined): string | undefined => text && `{${escaped(text)}}`
const whole = (text: string | undefined): string | undefined => text && `{{${escaped(text)}}}`
