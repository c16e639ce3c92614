import { type Refused, refused } from '@/app/_server/action-state'
import type { Draft } from '@/db/queries/draft'
import { recordText } from '@/lib/forms/file-form'
import { listsOf } from '@/lib/forms/record-shapes'
import { listsSign } from '@/lib/forms/report'
import { readName, type Shape } from '@/lib/forms/shape'
import { asSent, shownOf } from '@/lib/forms/shown'

const mostShown = 20
const longest = 400

/**
 * The form comes back as it was typed, and says beside which fields the draft has another text by now; sent once more it takes
 * the place of that, unless a list of the draft is another one by now.
 */
export function conflictOf(draft: Draft, formData: FormData, shape: Shape | null): Refused {
  if (shape && formData.get('lists') !== listsSign(draft.data, listsOf(shape)))
    return { ...refused([listsNote], formData), because: 'conflict' }
  const others = shape ? othersOf(shape, draft.data, formData) : { text: [said(recordText(draft.data))] }
  const refusal = refused(
    [
      'This draft was saved in another window since you opened this form. Your text is still here, unsaved. Beside the fields ' +
        'below stands what the other window saved; saving here again puts this text in its place.',
    ],
    formData,
    others,
  )
  refusal.values.version = String(draft.version)
  return { ...refusal, because: 'conflict' }
}

/** Fields of a list are told apart by their place in it: where the list is another one by now, they would be put into others. */
const listsNote =
  'This draft was saved in another window since you opened this form, and one of its lists (attribution, effects, positions, ' +
  'expectations) is another by now: what stands here cannot take its place without mixing the two. Nothing of this form was ' +
  'stored, and nothing of it is lost: open the draft in another tab and bring over what you need.'

const said = (text: string): string =>
  text === ''
    ? 'is empty in the other window'
    : `in the other window: “${text.length > longest ? `${text.slice(0, longest)}…` : text}”`

function othersOf(shape: Shape, data: unknown, formData: FormData): Record<string, string[]> {
  const differing = [...formData].flatMap(([name, value]): [string, string[]][] => {
    const named = readName(shape, name)
    if (!named || typeof value !== 'string') return []
    const theirs = asSent(named.kind, shownOf(data, named))
    return theirs === value.replace(/\r\n?/g, '\n') ? [] : [[name, [said(theirs)]]]
  })
  return Object.fromEntries(differing.slice(0, mostShown))
}
