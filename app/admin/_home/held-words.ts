import { type Locale, type RecordKind, recordKinds } from '@/lib/model'
import { faultInWords, readFault } from '@/lib/words/desk-faults'
import type { DeskWords } from '@/lib/words/desk-messages'
import { fieldLabel } from '../_components/field-label'

const isKind = (text: string): text is RecordKind => recordKinds.some((kind) => kind === text)

/** What the clock told of a publication when its time came (`linesOf`), line by line in the language of the desk. */
export function heldInWords(t: DeskWords, locale: Locale, text: string): string {
  const lines = text.split('\n').map((line) => {
    const [, kind = '', id = '', rest = ''] = /^(\w+) ([^:\s]+): (.*)$/.exec(line) ?? []
    if (kind === '') return faultInWords(t, line)
    const [, field = '', fault = ''] = /^(\S+) (.*)$/.exec(rest) ?? []
    const why =
      readFault(rest) === null && readFault(fault) !== null
        ? `${fieldLabel(locale, field)} ${faultInWords(t, fault)}`
        : faultInWords(t, rest)
    return t('home.heldLine', { kind: isKind(kind) ? t(`kind.${kind}`) : t('home.heldDraft'), id, why })
  })
  return lines.join('\n')
}
