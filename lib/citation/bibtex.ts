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

/**
 * A work as an entry of BibTeX, in UTF-8. Names and titles stand in a second pair of braces, which keeps institutions whole and
 * capitals as they are. `year` and `month` are for BibTeX, which has no day; `date` and `urldate` are those of biblatex.
 */
export function toBibtex({ id, author, title, issued, url, accessed, language, note }: Work): string {
  const [year = '', month] = issued.split('-')
  const fields: [string, string | undefined][] = [
    ['author', `{{${escaped(author)}}}`],
    ['title', `{{${escaped(title)}}}`],
    ['year', `{${year}}`],
    ['month', month && months[Number(month) - 1]],
    ['date', `{${issued}}`],
    ['url', url && `{${verbatim(url)}}`],
    ['urldate', `{${accessed}}`],
    ['language', `{${language}}`],
    ['note', `{${escaped(note)}}`],
  ]
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = ${value},`] : []))
  return [`@misc{${id},`, ...lines, '}', ''].join('\n')
}
