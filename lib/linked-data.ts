import { summaryIn } from '@/lib/content/summary'
import {
  type Change,
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

/** When something of a law happened, as that is told. */
type Told = DateText | null | undefined

/**
 * A rule (schema.org Legislation): what it is based on, when what made it what it is was decided and since when that applies; `since`
 * null: it says nothing.
 */
export const ruleNode = (
  rule: Rule,
  dossier: Dossier,
  { since, decided }: { since: Told; decided: Told },
  told: PageOfNode,
): Node => ({
  ...page('Legislation', text(rule.title, told), told),
  legislationIdentifier: told.url,
  legislationJurisdiction: dossier.jurisdiction,
  legislationLegalForce: since ? force.whole : force.none,
  legislationDate: decided,
  legislationDateOfApplicability: since,
  temporalCoverage: since && `${since}/..`,
  isBasedOn: rule.basis.map(({ instrument, provision, url }) => ({
    '@type': 'Legislation',
    name: [text(instrument, told), provision && text(provision, told)].filter(Boolean).join(', '),
    url,
    legislationIdentifier: url,
  })),
})

/** The members of schema.org LegalForceStatus. */
const force = {
  whole: 'https://schema.org/InForce',
  partly: 'https://schema.org/PartiallyInForce',
  none: 'https://schema.org/NotInForce',
} as const

/** What a change does to law: when it was decided and when it applies, how much of it does, and which rules it alters or ends. */
interface Applied {
  decided: Told
  applies: Told
  force: keyof typeof force
  /** `url`: the page of the rule. */
  rules: readonly { rule: Rule; url: string; isEnded: boolean }[]
}

/** A change (schema.org Legislation, which a bill is too), with the rules that it amends or repeals. */
export function changeNode(change: Change, dossier: Dossier, applied: Applied, told: PageOfNode): Node {
  const nodesOf = (isEnded: boolean) =>
    applied.rules
      .filter((one) => one.isEnded === isEnded)
      .map(({ rule, url }) => ({ '@type': 'Legislation', '@id': url, url, name: text(rule.title, told) }))
  return {
    ...page('Legislation', text(change.title, told), told),
    description: change.note && text(change.note, told),
    legislationIdentifier: told.url,
    legislationJurisdiction: dossier.jurisdiction,
    legislationLegalForce: force[applied.force],
    legislationDate: applied.decided,
    legislationDateOfApplicability: applied.applies,
    legislationAmends: nodesOf(false),
    legislationRepeals: nodesOf(true),
  }
}

/** One form in which data can be had. */
interface Distribution {
  name: string
  url: string
  /** Media type. */
  type: string
}

/** What a set of data is: its terms, its edition, and where it can be had. */
interface DataOfNode extends Pick<Site, 'licence'> {
  name: string
  description: string
  edition: number
  publisher: string
  distribution: readonly Distribution[]
  jurisdiction?: string | undefined
  coverage?: Dossier['coverage']
}

/** Data that can be had whole (schema.org Dataset). */
export const datasetNode = (data: DataOfNode, told: PageOfNode): Node => ({
  ...page('Dataset', data.name, told),
  '@id': `${told.url}#dataset`,
  description: data.description,
  version: String(data.edition),
  isAccessibleForFree: true,
  license: licenceUrl(data.licence),
  creator: { '@type': 'Organization', name: data.publisher },
  spatialCoverage: data.jurisdiction,
  temporalCoverage: data.coverage && `${data.coverage.from}/..`,
  distribution: data.distribution.map((one) => ({
    '@type': 'DataDownload',
    name: one.name,
    contentUrl: one.url,
    encodingFormat: one.type,
  })),
})

/** A graph as the text of a JSON-LD data block; `<` is escaped, so that nothing in it can end the block. */
export const jsonLd = (nodes: readonly Node[]): string =>
  JSON.stringify({ '@context': 'https://schema.org', '@graph': nodes }, saidOnly).replaceAll('<', '\\u003c')

/** What is not known is left out: a `null` says nothing in JSON-LD, and a list of nothing no more. */
const saidOnly = (_name: string, value: unknown): unknown =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0) ? undefined : value
