import type { AnswersMove, AnswersTold, AnswerTold } from '@/lib/policy'
import { boxInWords } from '@/lib/words/box-words'
import { dispositionWord } from '@/lib/words/own-words'
import type { EventReading } from './reading'

/** Cases whose answer moved alike: which, and what was and is said of them. */
export interface MoveRow {
  where: string
  before: string
  after: string
}

/** The first rows of what moved, one for each block of cases, and how many blocks there are. */
export function moveRows(
  reading: EventReading,
  { dossier, data }: { dossier: string; data: AnswersTold },
  most: number,
): { rows: MoveRow[]; blocks: number } {
  const rows: MoveRow[] = []
  let blocks = 0
  for (const move of data.moves)
    for (const box of move.where) {
      blocks++
      if (rows.length < most)
        rows.push({ where: whereOf(reading, dossier, box), ...beforeAndAfter(reading, dossier, data, move) })
    }
  return { rows, blocks }
}

/** How many moved, which way and from when: “relaxes, 16 combinations, from 2 December 2027”. */
export const movedInWords = ({ t, date }: EventReading, { direction, cases, from }: AnswersTold): string =>
  t('event.movedFrom', {
    direction: t(`direction.${direction}`),
    count: cases,
    from: from === null ? 'none' : date(from),
  })

function whereOf({ records, locale, t }: EventReading, id: string, box: AnswersMove['where'][number]): string {
  const dossier = records.find('dossier', id, id)
  return dossier ? boxInWords({ dossier, locale, t }, box) : Object.values(box.values).flat().join(t('unit.separator'))
}

function beforeAndAfter(
  reading: EventReading,
  dossier: string,
  { about }: AnswersTold,
  { before, after }: AnswersMove,
): Pick<MoveRow, 'before' | 'after'> {
  const word = (answer: AnswerTold | null): string => {
    if (!answer) return reading.t(about === 'next' ? 'event.nothingNext' : 'event.notAsked')
    const of = { locale: reading.locale, dossier: reading.records.find('dossier', dossier, dossier) }
    const said = dispositionWord(of, answer.disposition).text
    return about === 'next' && answer.since
      ? reading.t('event.from', { answer: said, date: reading.date(answer.since) })
      : said
  }
  return { before: word(before), after: withOthers(reading, word(after), before, after) }
}

/** Where the word is the same, what else is another. */
function withOthers({ t }: EventReading, word: string, before: AnswerTold | null, after: AnswerTold | null): string {
  if (!before || !after || before.disposition !== after.disposition) return word
  const others = [
    ...(same(before.conditions, after.conditions) ? [] : [t('event.otherConditions')]),
    ...(same(before.duties, after.duties) ? [] : [t('event.otherDuties')]),
  ]
  return [word, ...others].join(t('unit.separator'))
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)
