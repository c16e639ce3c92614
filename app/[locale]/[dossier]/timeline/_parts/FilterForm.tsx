import { DateField, marked, Pins, Refused, typedIn } from '@/app/_components/page/FormFields'
import { hrefTo, type Reading } from '@/app/_reader/reading'
import type { FilterName, Parameters } from '@/lib/asking/timeline-filter'
import { discreditedFilters, effectKinds, say, stages, type Text } from '@/lib/model'
import { countPublishers } from '@/lib/policy'
import { stageWord } from '@/lib/words/own-words'

interface Option {
  value: string
  name: string
}

interface Props {
  reading: Reading
  parameters: Parameters
  /** Stands open: there is something to mend in it. */
  open?: boolean
}

/** The filters of a timeline as a plain GET form. */
export function FilterForm({ reading, parameters, open = false }: Props) {
  const { t } = reading
  return (
    <details className="filters" open={open}>
      <summary>{t('timeline.filters')}</summary>
      <form action={hrefTo(reading, 'timeline')} method="get">
        <Pins reader={reading} />
        <div className="fields">
          {Object.entries(optionsOf(reading)).map(([name, options]) => (
            <Choice key={name} reading={reading} name={name as FilterName} options={options} given={parameters} />
          ))}
          {(['from', 'to'] as const).map((name) => (
            <DateField
              key={name}
              reading={reading}
              name={name}
              label={t(`timeline.${name}`)}
              value={parameters[name]}
            />
          ))}
          <div className="field">
            <label htmlFor="words">{t('timeline.words')}</label>
            <input
              id="words"
              name="words"
              type="search"
              defaultValue={typedIn(reading, 'words') ?? parameters.words}
              title={t('timeline.wordsHint')}
              {...marked(reading, 'words')}
            />
            <Refused reading={reading} name="words" />
          </div>
          <div className="field">
            <button type="submit">{t('timeline.apply')}</button>
          </div>
        </div>
      </form>
    </details>
  )
}

interface ChoiceProps {
  reading: Reading
  name: FilterName
  options: Option[]
  given: Parameters
}

const Choice = ({ reading, name, options, given }: ChoiceProps) => (
  <div className="field">
    <label htmlFor={name}>{reading.t(`timeline.${name}`)}</label>
    <select id={name} name={name} defaultValue={given[name] ?? ''} {...marked(reading, name)}>
      <option value="">{reading.t(name === 'discredited' ? 'discredited.without' : 'timeline.any')}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.name}
        </option>
      ))}
    </select>
    <Refused reading={reading} name={name} />
  </div>
)

type Chosen = 'rule' | 'change' | 'actor' | 'stage' | 'effect' | 'source' | 'discredited'

/** What each select offers; sources are those that the dossier has reports of. */
export function optionsOf(reading: Reading): Record<Chosen, Option[]> {
  const { locale, t, records, sources } = reading
  const named = (list: readonly { id: string; text: Text }[]): Option[] =>
    list
      .map(({ id, text }) => ({ value: id, name: say(text, locale).text }))
      .sort((a, b) => a.name.localeCompare(b.name, locale))
  const { used } = countPublishers(records.reports)
  return {
    rule: named(records.rules.map(({ id, title }) => ({ id, text: title }))),
    change: named(records.changes.map(({ id, title }) => ({ id, text: title }))),
    actor: named(records.actors.map(({ id, name }) => ({ id, text: name }))),
    stage: stages.map((stage) => ({ value: stage, name: stageWord(reading, stage).text })),
    effect: effectKinds.map((kind) => ({ value: kind, name: t(`effect.${kind}`) })),
    discredited: discreditedFilters.map((value) => ({ value, name: t(`discredited.${value}`) })),
    source: named([...sources.values()].filter(({ id }) => used.has(id)).map(({ id, name }) => ({ id, text: name }))),
  }
}
