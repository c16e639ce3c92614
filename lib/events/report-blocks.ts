import { summaryIn } from '@/lib/content/summary'
import { type Effect, type Quote, type Report, say } from '@/lib/model'
import { quotedInside } from '@/lib/words/quoted'
import { type Block, type LinePart, line } from './blocks'
import type { EventReading } from './reading'

/** Where things stand, for links: the address of the dossier in the reader's language. */
export interface Placed {
  dossier: string
  /** Absolute, without a slash at the end. */
  at: string
}

/** Who says so: the publisher, whom it cites, and whether anybody has seen the page. */
export function sayingLine(reading: EventReading, report: Report, effect?: Effect): Block {
  const { t } = reading
  const links = effect && effect.attribution.length > 0 ? effect.attribution : report.attribution
  const cited = links.map(({ who, named }) =>
    t.markup('attribution.citingWho', { named: named ? 'yes' : 'no', who: () => reading.say(who) }),
  )
  const sourcing = report.sourcing === 'seen' ? '' : `${t('unit.clauseSeparator')}${t(`sourcing.${report.sourcing}`)}`
  return line(`${reading.source(report.source)}${cited.join('')}${sourcing}`)
}

/** What a report itself says: who, when, our summary, what it tells of each change, who stands where. */
export function reportBlocks(reading: EventReading, placed: Placed, report: Report): Block[] {
  const { t, locale } = reading
  const { text, language } = summaryIn(report, locale)
  const told = [
    ...report.effects.map((effect) => effectItem(reading, placed, effect)),
    ...report.positions.map(({ actor, change, stance }): LinePart[] => [
      reading.actor(placed.dossier, actor),
      t('unit.colon'),
      t(`stance.${stance}`),
      t('unit.clauseSeparator'),
      changeLink(reading, placed, change),
    ]),
  ]
  return [
    sayingLine(reading, report),
    line(`${t('report.published')}${t('unit.colon')}${reading.date(report.published)}`),
    ...(text === '' ? [] : [{ kind: 'summary' as const, text, language }]),
    ...(told.length === 0 ? [] : [{ kind: 'list' as const, items: told }]),
    ...report.effects.slice(0, mostQuotes).flatMap(({ quote }) => (quote ? [quoteBlock(quote)] : [])),
    ...sourceLine(reading, report),
  ]
}

const mostQuotes = 3

export const quoteBlock = ({ text, language }: Quote): Block => ({ kind: 'quote', text: quotedInside(text), language })

function effectItem(reading: EventReading, placed: Placed, { kind, change, stage, on, certainty }: Effect): LinePart[] {
  const { t } = reading
  const what =
    kind === 'moves' && stage
      ? on
        ? t('event.stageOn', { stage: reading.stage(placed.dossier, stage), date: reading.date(on) })
        : reading.stage(placed.dossier, stage)
      : t(`effect.${kind}`)
  const unsure = certainty === 'said' ? '' : `${t('unit.clauseSeparator')}${t(`certainty.${certainty}`)}`
  return [changeLink(reading, placed, change), t('unit.colon'), what, unsure]
}

export const changeLink = (reading: EventReading, { dossier, at }: Placed, change: string): LinePart => ({
  text: reading.change(dossier, change),
  href: `${at}/changes/${change}`,
})

/** The way to the page that the report was read on, where it has one. */
export function sourceLine({ t }: EventReading, { url }: Report): Block[] {
  if (url === undefined) return []
  return [line({ text: t('report.read', { host: new URL(url).host }), href: url })]
}

/** A report as what something rests on: its heading, who says so, and the quote that says it. */
export function evidenceBlocks(reading: EventReading, placed: Placed, report: Report, effect?: Effect): Block[] {
  const said = say(report.title ?? report.headline, reading.locale)
  return [
    line({ text: said.text, href: `${placed.at}/reports/${report.id}` }),
    sayingLine(reading, report, effect),
    ...(effect?.quote ? [quoteBlock(effect.quote)] : []),
    ...sourceLine(reading, report),
  ]
}
