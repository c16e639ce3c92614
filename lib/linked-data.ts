import { summaryIn } from '@/lib/content/summary'
import {
  type DateText,
  type Dossier,
  headingOf,
  type Locale,
  type Report,
  type Rule,
  type Site,
  type Source,
  say,
} from '@/lib/model'
import { licenceIn, licenceUrl } from '@/lib/words/site-words'

/** A node of a schema.org graph. */
export type Node = { '@type': string } & Record<string, unknown>

/** Absolute addresses below the site, and what they are told in. */
export interface PageOfNode {
  locale: Locale
  /** Absolute address of the page. */
  url: string
  /** When its edition was published. */
  modified: string
}

const text = (value: Parameters<typeof say>[0], { locale }: PageOfNode): string => say(value, locale).text

const page = (type: string, name: string, { url, locale, modified }: PageOfNode): Node => ({
  '@type': type,
  '@id': url,
  url,
  name,
  inLanguage: locale,
  dateModified: modified,
})

/** The way from the front page to this one (schema.org BreadcrumbList); the last step is the page itself. */
export const breadcrumbs = (steps: readonly { name: string; url: string }[]): Node => ({
  '@type': 'BreadcrumbList',
  itemListElement: steps.map(({ name, url }, at) => ({ '@type': 'ListItem', position: at + 1, name, item: url })),
})

/** The site itself (schema.org WebSite). */
export const siteNode = (
  name: string,
  description: string,
  told: PageOfNode,
  { licence }: Pick<Site, 'licence'>,
): Node => ({
  ...page('WebSite', name, told),
  description,
  license: licenceUrl(licence),
  // schema.org has no word for a licence that there is not.
  usageInfo:
    licence === 'none' ? { '@type': 'CreativeWork', text: licenceIn({ licence }, told.locale).text } : undefined,
})

/** A dossier's page (schema.org CollectionPage). */
export const dossierNode = (dossier: Dossier, told: PageOfNode): Node => ({
  ...page('CollectionPage', text(dossier.title, told), told),
  description: dossier.summary && text(dossier.summary, told),
  spatialCoverage: dossier.jurisdiction,
  temporalCoverage: dossier.coverage && `${dossier.coverage.from}/..`,
})

/**
 * Our page about a report (schema.org WebPage) and, apart from it, the report itself: a NewsArticle, or for an official
 * document a CreativeWork. What is ours is our summary, never the article.
 */
export function reportNode(report: Report, source: Source | undefined, told: PageOfNode): Node {
  return {
    ...page('WebPage', text(headingOf(report), told), told),
    abstract: summaryIn(report, told.locale).text,
    mainEntity: {
      '@type': report.kind === 'news' ? 'NewsArticle' : report.kind === 'official' ? 'CreativeWork' : 'Article',
      headline: text(report.headline, told),
      url: report.url,
      // Else the day may be that of the event which it tells.
      datePublished: report.sourcing === 'seen' ? report.published : undefined,
      inLanguage: report.language,
      publisher: source && { '@type': 'Organization', name: text(source.name, told), url: source.url },
    },
  }
}

/** A rule (schema.org Legislation): what it is based on and since when, as that is told, it has been in force; null: it is not. */
export const ruleNode = (rule: Rule, dossier: Dossier, since: DateText | null, told: PageOfNode): Node => ({
  ...page('Legislation', text(rule.title, told), told),
  legislationJurisdiction: dossier.jurisdiction,
  legislationLegalForce: since ? 'https://schema.org/InForce' : 'https://schema.org/NotInForce',
  temporalCoverage: since && `${since}/..`,
  isBasedOn: rule.basis.map(({ instrument, provision, url }) => ({
    '@type': 'Legislation',
    name: [text(instrument, told), provision && text(provision, told)].filter(Boolean).join(', '),
    url,
  })),
})

/** A graph as the text of a JSON-LD data block; `<` is escaped, so that nothing in it can end the block. */
export const jsonLd = (nodes: readonly Node[]): string =>
  JSON.stringify({ '@context': 'https://schema.org', '@graph': nodes }).replaceAll('<', '\\u003c')
