import { type Locale, type Stage, say, type Text } from '@/lib/model'
import type { StageTold } from '@/lib/policy'
import { formatDate } from '@/lib/words/dates'
import { type Translator, translator } from '@/lib/words/messages'
import { stageWord } from '@/lib/words/own-words'
import type { ToldRecords } from './told-records'

/** Reads events in one language: it gives what they name the names that it has there; what is gone is called by its id. */
export class EventReading {
  readonly t: Translator

  constructor(
    readonly locale: Locale,
    readonly records: ToldRecords,
  ) {
    this.t = translator(locale)
  }

  /** A text in this language, or in the one that it has. */
  say = (text: Text): string => say(text, this.locale).text

  date = (date: string): string => formatDate(date, this.locale)

  change = (dossier: string, id: string): string => this.named(this.records.find('change', dossier, id)?.title, id)
  rule = (dossier: string, id: string): string => this.named(this.records.find('rule', dossier, id)?.title, id)
  actor = (dossier: string, id: string): string => this.named(this.records.find('actor', dossier, id)?.name, id)
  source = (id: string): string => this.named(this.records.find('source', '', id)?.name, id)

  report(dossier: string, id: string): string {
    const found = this.records.find('report', dossier, id)
    return this.named(found?.title ?? found?.headline, id)
  }

  /** A stage in the words of its dossier. */
  stage = (dossier: string, stage: Stage): string =>
    stageWord({ locale: this.locale, dossier: this.records.find('dossier', dossier, dossier) }, stage).text

  /** Where a change stands, with its date. */
  stageTold = (dossier: string, told: StageTold | null): string =>
    told
      ? this.t('event.stageOn', { stage: this.stage(dossier, told.stage), date: this.date(told.date) })
      : this.t('event.noStage')

  private named = (text: Text | undefined, id: string): string => (text === undefined ? id : this.say(text))
}
