import { plainLanguage } from '@/lib/addresses/names'
import type { Attribution, Report } from './records'
import { say } from './text'

/**
 * Whether two states of a report tell readers something else of the policy: who published it and when, who says so, what it
 * does, who stands where, what it expects, their days and quotes, or whether it counts. Headline, summary, notes and
 * translations are wording (model, section 1, correction).
 */
export const isMaterialChange = (before: Report, after: Report): boolean => substance(before) !== substance(after)

const substance = ({ source, published, attribution, retracted, ...report }: Report): string =>
  JSON.stringify([
    source,
    published,
    retracted !== undefined,
    chain(attribution),
    report.effects.map(({ note: _, attribution: own, ...effect }) => [effect, chain(own)]),
    report.positions.map(({ note: _, ...position }) => position),
    report.expectations.map(({ note: _, ...expectation }) => expectation),
  ])

const chain = (links: readonly Attribution[]) => links.map(({ who, ...link }) => [say(who, plainLanguage).text, link])
