import type { EventKind, EventOf, StoredEvent } from '@/db/event'
import { deskLanguage } from '@/lib/addresses/names'
import { say } from '@/lib/model'
import type { Compiled, StageTold } from '@/lib/policy'
import { formatDate } from '@/lib/words/dates'
import { stageWord } from '@/lib/words/own-words'

/** What kinds of events are called at the desk. */
export const kindWords: Record<EventKind, string> = {
  reported: 'Report',
  step: 'Step',
  answers: 'Answers',
  postponed: 'Date moved',
  contradiction: 'Contradiction',
  settled: 'Settled',
  forecast: 'Forecast',
  corrected: 'Correction',
  retracted: 'Retraction',
  edition: 'Edition',
}

const outcomes: Record<EventOf<'forecast'>['data']['outcome'], string> = {
  met: 'came true',
  late: 'came late',
  overdue: 'has not come true in its time',
  missed: 'did not come true',
  superseded: 'was overtaken: a measure in force moved the date',
}

const contradictions: Record<EventOf<'contradiction'>['data']['about'], string> = {
  dates: 'a step is dated differently',
  stages: 'different stages of one day are told',
  certainty: 'a step is said by one, denied or only possible by another',
  disputed: 'a report is disputed',
}

/** EventNames of what events tell of, in a form of their dossier; what it does not have (any more) is called by its id. */
export class EventNames {
  constructor(private readonly form: Compiled | null) {}

  change = (id: string): string => this.titled(this.form?.records.changes.find((one) => one.id === id)?.title, id)
  rule = (id: string): string => this.titled(this.form?.records.rules.find((one) => one.id === id)?.title, id)

  report(id: string): string {
    const found = this.form?.reports.get(id)?.report ?? this.form?.records.reports.find((one) => one.id === id)
    return this.titled(found?.title ?? found?.headline, id)
  }

  stage = (told: StageTold | null): string =>
    told ? `${stageWord(this.words, told.stage).text} (${formatDate(told.date, deskLanguage)})` : 'not reported'

  get words() {
    return { locale: deskLanguage, dossier: this.form?.dossier }
  }

  private titled = (title: Parameters<typeof say>[0] | undefined, id: string) =>
    title === undefined ? id : say(title, deskLanguage).text
}

/** What happened, in a line of plain words. */
export function eventInWords({ kind, data }: StoredEvent, names: EventNames): string {
  switch (kind) {
    case 'reported':
      return names.report(data.report)
    case 'step':
      return `${names.change(data.change)}: ${names.stage(data.before)} → ${names.stage(data.after)}`
    case 'answers': {
      const { about, direction, cases, because } = data
      const what =
        about === 'now'
          ? counted(cases, 'answer', 'answers')
          : `what comes next for ${counted(cases, 'answer', 'answers')}`
      const why = because.change === null ? 'a text was edited' : names.change(because.change)
      return `${direction.replace('_', ' ')} ${what}: ${why}`
    }
    case 'postponed': {
      const what = data.stage ? stageWord(names.words, data.stage).text : counted(data.rules.length, 'rule', 'rules')
      const verb = data.direction === 'postponed' ? 'put off' : 'brought forward'
      const [before, after] = [data.before, data.after].map((date) => formatDate(date, deskLanguage))
      return `${names.change(data.change)}: ${what} ${verb} from ${before} to ${after}`
    }
    case 'contradiction':
      return `${names.change(data.change)}: ${contradictions[data.about]}`
    case 'settled':
      return `${names.change(data.change)}: “${names.report(data.holds)}” holds`
    case 'forecast':
      return `${names.change(data.change)}: what “${names.report(data.report)}” expected ${outcomes[data.outcome]}`
    case 'corrected':
    case 'retracted':
      return names.report(data.report)
    case 'edition':
      return data.reason
  }
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`
