import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { isDate, isInstant } from '@/lib/model'

/** What an article says of itself; a field that it does not say is ''. */
export interface ArticleRead {
  headline: string
  /** A date, or an instant with its offset. */
  published: string
  /** The main part of its language tag: `en`, `ja`. */
  language: string
  publisher: string
  authors: string[]
  /** Its canonical address. */
  url: string
  /** Its text, a line for each paragraph. */
  text: string
}

/** Most characters of a page that are read, and most elements; a page of the news has a tenth of it. */
export const mostPage = 1_000_000
const mostElements = 20_000
const mostText = 60_000

const isMarkup = (text: string): boolean => /<(?:!doctype|html|head|body|article|p|div|meta)\b/i.test(text)

/**
 * Reads an article that was pasted as text or as HTML, or fetched from an address: by its JSON-LD (schema.org), its Open Graph
 * and Highwire tags, and what a reader mode takes for its text. Plain text has its first short line for a headline. What is too
 * large is read as far as `mostPage`.
 */
export function readArticle(pasted: string, address = ''): ArticleRead {
  const source = pasted.slice(0, mostPage)
  if (!isMarkup(source)) return readPlain(source, address)
  const { document } = parseHTML(/<html/i.test(source) ? source : `<html><body>${source}</body></html>`)
  // What only looks like markup has no element at all, and linkedom throws where its body is asked for.
  if (!document.documentElement) return readPlain(source, address)
  const meta = (...names: string[]): string => {
    for (const name of names) {
      const found = document.querySelector(`meta[property="${name}"], meta[name="${name}"], meta[itemprop="${name}"]`)
      const content = found?.getAttribute('content')?.trim()
      if (content) return content
    }
    return ''
  }
  const told = articleIn(
    [...document.querySelectorAll('script[type="application/ld+json"]')].map((script) => script.textContent ?? ''),
  )
  const link = document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? ''
  const language = told.language || document.documentElement?.getAttribute('lang') || meta('og:locale')
  const published = [
    told.published,
    meta('article:published_time', 'datePublished', 'citation_publication_date', 'date'),
  ]
    .map(asPublished)
    .find((one) => one !== '')
  const title = document.querySelector('title')?.textContent?.trim() ?? ''
  const heading = document.querySelector('h1')?.textContent?.trim() ?? ''
  const found = {
    headline: oneLine(told.headline || meta('og:title', 'twitter:title', 'citation_title') || heading || title),
    published: published ?? '',
    language: language.split(/[-_]/)[0]?.toLowerCase() ?? '',
    publisher: oneLine(told.publisher || meta('og:site_name', 'citation_publisher')),
    authors: told.authors.length > 0 ? told.authors : [meta('author', 'article:author')].filter((one) => one !== ''),
    url: absolute(link || meta('og:url') || told.url, address),
  }
  return { ...found, text: textOf(document) }
}

function readPlain(text: string, address: string): ArticleRead {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const [first = '', ...rest] = lines
  const hasHeadline = rest.length > 0 && first.length <= 200
  return {
    headline: hasHeadline ? first : '',
    published: '',
    language: '',
    publisher: '',
    authors: [],
    url: address,
    text: lines.join('\n').slice(0, mostText),
  }
}

interface Told {
  headline: string
  published: string
  language: string
  publisher: string
  authors: string[]
  url: string
}

const articles =
  /^(?:News|Reportage|AnalysisNews|OpinionNews|BackgroundNews|Web)?Article$|^(?:BlogPosting|Report|LiveBlogPosting)$/

/** The article that JSON-LD of a page describes, of whatever depth; what it does not say is ''. */
function articleIn(scripts: readonly string[]): Told {
  const nothing: Told = { headline: '', published: '', language: '', publisher: '', authors: [], url: '' }
  for (const script of scripts) {
    const open: unknown[] = [parsed(script)]
    for (let looked = 0; open.length > 0 && looked < 1000; looked++) {
      const at = open.shift()
      if (Array.isArray(at)) open.push(...at.slice(0, 100))
      else if (typeof at === 'object' && at !== null) {
        const node = at as Record<string, unknown>
        if ([node['@type']].flat().some((type) => typeof type === 'string' && articles.test(type)))
          return {
            headline: textIn(node.headline) || textIn(node.name),
            published: textIn(node.datePublished),
            language: textIn(node.inLanguage),
            publisher: nameIn(node.publisher),
            authors: [node.author]
              .flat()
              .map(nameIn)
              .filter((name) => name !== ''),
            url: textIn(node.url) || textIn(node.mainEntityOfPage) || textIn(Object(node.mainEntityOfPage)['@id']),
          }
        if (node['@graph']) open.push(node['@graph'])
      }
    }
  }
  return nothing
}

const textIn = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')
const nameIn = (value: unknown): string => textIn(value) || textIn(Object([value].flat()[0]).name)

function parsed(script: string): unknown {
  try {
    return JSON.parse(script)
  } catch {
    return null
  }
}

/** A time as the schema of a report takes it; '' for what is none. */
function asPublished(text: string): string {
  const trimmed = text.trim().replace(/\.\d+(?=Z|[+-])/, '')
  const withColon = trimmed.replace(/([+-]\d{2})(\d{2})$/, '$1:$2').replaceAll('/', '-')
  if (isInstant(withColon) || isDate(withColon)) return withColon
  const [day = ''] = withColon.split(/[T ]/)
  return isDate(day) ? day : ''
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

function absolute(address: string, base: string): string {
  try {
    const url = base === '' ? new URL(address) : new URL(address || base, base)
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : ''
  } catch {
    return ''
  }
}

/** What a reader mode takes for the text of the page; without one, that of its body. */
function textOf(document: ReturnType<typeof parseHTML>['document']): string {
  // Readability takes the document apart: what else is read of it was read before.
  const whole = document.body?.textContent ?? ''
  let content = ''
  try {
    content = new Readability(document, { maxElemsToParse: mostElements }).parse()?.content ?? ''
  } catch {
    // A page that it will not take: too large, or no article.
  }
  if (content === '') return linesOf(whole)
  const { document: clean } = parseHTML(`<html><body>${content}</body></html>`)
  const blocks = [...clean.querySelectorAll('p, h2, h3, h4, li, blockquote, pre')].filter(
    (block) => !block.querySelector('p, li, blockquote, pre'),
  )
  const lines = blocks.map((block) => oneLine(block.textContent ?? '')).filter((line) => line !== '')
  return lines.length > 0 ? lines.join('\n').slice(0, mostText) : linesOf(clean.body?.textContent ?? '')
}

const linesOf = (text: string): string =>
  text
    .split(/\n/)
    .map(oneLine)
    .filter((line) => line !== '')
    .join('\n')
    .slice(0, mostText)
