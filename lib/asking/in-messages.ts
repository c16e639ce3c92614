import type { Locale } from '@/lib/model'
import { formatDate } from '@/lib/words/dates'
import { echoed } from '@/lib/words/echo'
import type { Translator } from '@/lib/words/messages'
import { dimensionName } from '@/lib/words/names'
import type { BadParameter } from './refusal'

/** What is wrong with a parameter, and how to mend it, as a page says it to its reader. */
export function inMessages({ value, reason }: BadParameter, t: Translator, locale: Locale): string {
  const list = (known: readonly string[]) => known.join(t('unit.separator'))
  switch (reason.code) {
    case 'farDay':
      return t('errors.farDay', { first: formatDate(reason.first, locale), last: formatDate(reason.last, locale) })
    case 'futureKnown':
      return t('errors.futureKnown', { date: formatDate(reason.present, locale) })
    case 'tooLong':
      return t('errors.badWords', { most: reason.most })
    case 'unknown':
    case 'badWord':
    case 'badDimension':
      return t(`errors.${reason.code}`, { known: list(reason.known) })
    case 'badRecord':
      return t('errors.badRecord', { kind: reason.kind })
    case 'missingDossier':
      return t('errors.missingDossier', { id: echoed(value) })
    case 'badValue':
      return t('errors.badValue', { dimension: dimensionName(reason.dimension, locale).text })
    case 'lateEdition':
    case 'noEdition':
    case 'beforeDossier':
    case 'goneValue':
      return t('errors.badEdition')
    case 'notPending':
      return reason.stage === null ? t('errors.notBorn') : t('errors.notPending', { stage: t(`stage.${reason.stage}`) })
    case 'badLimit':
      return t('errors.badLimit', { most: reason.most })
    case 'tooManyAssumed':
      return t('errors.tooManyAssumed', { most: reason.most })
    case 'badPage':
      return t('errors.badPage', { pages: reason.pages ?? 1 })
    default:
      return t(`errors.${reason.code}`)
  }
}
