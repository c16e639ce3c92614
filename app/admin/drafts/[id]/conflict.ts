import { type Refused, refused } from '@/app/_server/action-state'
import type { Draft } from '@/db/queries/draft'
import { recordText } from '@/lib/forms/file-form'
import { listsOf } from '@/lib/forms/record-shapes'
import { listsSign } from '@/lib/forms/report'
import { readName, type Shape } from '@/lib/forms/shape'
import { asSent, shownOf } from '@/lib/forms/shown'
import type { DeskWords } from '@/lib/words/desk-messages'

const mostShown = 20
const longest = 400

/**
 * The form comes back as it was typed, and says beside which fields the draft has another text by now; sent once more it takes
 * the place of that, unless a list of the draft is another one by now.
 */
export function conflictOf(draft: Draft, formData: FormData, shape: Shape | null, t: DeskWords): Refused {
  // Fields of a list are told apart by their place in it: where the list is another one by now, they would be put into others.
  if (shape && formData.get('lists') !== listsSign(draft.data, listsOf(shape)))
    return { ...refused([t('draft.conflictLists')], formData), because: 'conflict' }
  const others = shape ? othersOf(shape, draft.data, formData, t) : { text: [said(recordText(draft.data), t)] }
  const refusal = refused([t('draft.conflict')], formData, others)
  refusal.values.version = String(draft.version)
  return { ...refusal, because: 'conflict' }
}

const said = (text: string, t: DeskWords): string =>
  text === ''
    ? t('draft.otherEmpty')
    : t('draft.otherSays', { text: text.length > longest ? `${text.slice(0, longest)}…` : text })

function othersOf(shape: Shape, data: unknown, formData: FormData, t: DeskWords): Record<string, string[]> {
  const differing = [...formData].flatMap(([name, value]): [string, string[]][] => {
    const named = readName(shape, name)
    if (!named || typeof value !== 'string') return []
    const theirs = asSent(named.kind, shownOf(data, named))
    return theirs === value.replace(/\r\n?/g, '\n') ? [] : [[name, [said(theirs, t)]]]
  })
  return Object.fromEntries(differing.slice(0, mostShown))
}
