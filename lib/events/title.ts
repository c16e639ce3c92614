import { reasonInWords } from '@/lib/words/edition-words'
import { moveRows } from './answer-words'
import type { EventOf, StoredEvent } from './event'
import type { EventReading } from './reading'

/** What happened, in a line of plain text. */
export function eventTitle(event: StoredEvent, reading: EventReading): string {
  const { t } = reading
  const { kind, dossier, data } = event
  switch (kind) {
    case 'reported':
      return reading.report(dossier, data.report)
    case 'corrected':
    case 'retracted':
      return t('correction.line', { verb: t(`correction.${kind}`), headline: reading.report(dossier, data.report) })
    case 'edition':
      return t('event.edition', { number: data.number, reason: reasonInWords(t, data.reason) })
    case 'answers':
      return answersTitle(event, reading)
    case 'step':
      return t('event.step', {
        change: reading.change(dossier, data.change),
        before: reading.stageTold(dossier, data.before),
        after: reading.stageTold(dossier, data.after),
      })
    case 'postponed':
      return t('event.postponed', {
        change: reading.change(dossier, data.change),
        what: data.stage ? reading.stage(dossier, data.stage) : t('event.rules', { count: data.rules.length }),
        direction: data.direction,
        before: reading.date(data.before),
        after: reading.date(data.after),
      })
    case 'contradiction':
      return t('event.contradiction', { change: reading.change(dossier, data.change), about: data.about })
    case 'settled':
      return t('event.settled', {
        change: reading.change(dossier, data.change),
        report: reading.report(dossier, data.holds),
      })
    case 'forecast':
      return t('event.forecast', {
        change: reading.change(dossier, data.change),
        stage: reading.stage(dossier, data.stage),
        outcome: data.outcome,
        days: data.days,
      })
  }
}

/** One block of cases is told itself, “which: before → after”; of more it is said how many there are, and by what. */
function answersTitle({ dossier, data }: EventOf<'answers'>, reading: EventReading): string {
  const { rows, blocks } = moveRows(reading, { dossier, data }, 1)
  const [row] = rows
  if (row && blocks === 1) return reading.t('event.answer', { ...row })
  const { change } = data.because
  const because = change === null ? reading.t('event.byEdit') : reading.change(dossier, change)
  return reading.t('event.answers', { because, about: data.about, count: data.cases })
}
