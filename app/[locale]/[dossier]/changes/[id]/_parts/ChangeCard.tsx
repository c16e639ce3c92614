import { StageMark } from '@/app/_components/words/Ladder'
import type { Reading } from '@/app/_reader/reading'
import { drawingOf } from '@/app/[locale]/_frame/markup'
import { framed } from '@/app/[locale]/_frame/picture-parts'
import { writingOf } from '@/lib/addresses/languages'
import { type Change, say } from '@/lib/model'
import type { Card } from '@/lib/pictures/card'
import { palette } from '@/lib/pictures/palette'
import { lifeOf, momentAt } from '@/lib/policy'
import { formatDate, formatOn } from '@/lib/words/dates'
import { stageWord } from '@/lib/words/own-words'

/** How far a change is, by word and day; that it was not reported yet, where it was not. */
function standingOf(reading: Reading, { id }: Change) {
  const { t, locale, compiled, today } = reading
  const life = lifeOf(momentAt(compiled, { on: today }), id)
  if (!life) return null
  const { stage, date } = life
  const on = {
    inForce: stage === 'in_force' ? 'yes' : 'no',
    date: formatDate(date, locale),
    on: formatOn(date, locale),
  }
  return { stage, word: stageWord(reading, stage).text, when: t('report.stageOn', on) }
}

/** How far the change is, and what our note says of it. */
export function changeInWords(reading: Reading, change: Change): string {
  const { t, locale, today } = reading
  const standing = standingOf(reading, change)
  const stands = standing
    ? t('preview.stage', { stage: standing.word, when: standing.when })
    : t('change.notYet', { date: formatDate(today, locale) })
  return change.note ? [stands, say(change.note, locale).text].join(writingOf(locale).space) : stands
}

/** A change as a picture: its name, its stage as a ladder, and our note. */
export function changeCard(reading: Reading, change: Change): Card {
  const { t, locale } = reading
  const standing = standingOf(reading, change)
  const glyph = standing && drawingOf(<StageMark stage={standing.stage} reading={reading} />)
  const note = change.note && say(change.note, locale).text
  return {
    ...framed(reading),
    kicker: t('change.kicker'),
    heading: say(change.title, locale).text,
    ...(standing && glyph
      ? { state: { glyph, tone: palette.ink, word: standing.word, beside: standing.when }, note }
      : { note: changeInWords(reading, change) }),
  }
}
