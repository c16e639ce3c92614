import { DateField, EditionField, marked, Refused, ValueOptions } from '@/app/_components/page/FormFields'
import { hrefTo, type Reading } from '@/app/_reader/reading'
import type { ComparedSides, Side } from '@/lib/asking/question'
import { dimensionName } from '@/lib/words/names'

interface Props {
  reading: Reading
  sides: ComparedSides
  /** What the later side takes to be so; another comparison does too. */
  assume: readonly string[]
}

/** Two sides, each a day, what was known of it, and an edition: a plain GET form. */
export function CompareForm({ reading, sides, assume }: Props) {
  const { t, dossier, locale } = reading
  return (
    <form action={hrefTo(reading, 'compare')} method="get" className="sides">
      {(['from', 'to'] as const).map((name) => (
        <fieldset key={name}>
          <legend>{t(`compare.${name}`)}</legend>
          <SideFields reading={reading} name={name} side={sides[name]} />
        </fieldset>
      ))}
      <fieldset>
        <legend>{t('compare.narrowedTo')}</legend>
        <div className="fields">
          {dossier.dimensions.map((dimension) => (
            <div className="field" key={dimension.id}>
              <label htmlFor={dimension.id}>{dimensionName(dimension, locale).text}</label>
              <select
                id={dimension.id}
                name={dimension.id}
                defaultValue={sides.values[dimension.id] ?? ''}
                {...marked(reading, dimension.id)}
              >
                <option value="">{t('matrix.any')}</option>
                <ValueOptions dimension={dimension} locale={locale} />
              </select>
              <Refused reading={reading} name={dimension.id} />
            </div>
          ))}
        </div>
      </fieldset>
      {assume.map((one) => (
        <input key={one} type="hidden" name="assume" value={one} />
      ))}
      <button type="submit">{t('compare.show')}</button>
    </form>
  )
}

function SideFields({ reading, name, side }: { reading: Reading; name: 'from' | 'to'; side: Side }) {
  const { t } = reading
  return (
    <div className="fields">
      <DateField reading={reading} name={name} label={t('compare.on')} value={side.on} />
      <DateField
        reading={reading}
        name={`${name}Known`}
        label={t('matrix.known')}
        value={side.known}
        hint={t('matrix.knownHint')}
      />
      <EditionField reading={reading} name={`${name}Edition`} value={side.edition} />
    </div>
  )
}
