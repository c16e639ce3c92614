import { EditionField } from '@/app/_components/page/FormFields'
import { hrefTo, type Reading } from '@/app/_reader/reading'
import { type Assumed, assumedInAddress } from '@/lib/api/assumed'
import type { ComparedSides, Side } from '@/lib/asking/question'

interface Props {
  reading: Reading
  sides: ComparedSides
  /** What the later side takes to be so; another comparison does too. */
  assumed: readonly Assumed[]
}

/** Two sides, each a day, what was known of it, and an edition: a plain GET form. */
export function CompareForm({ reading, sides, assumed }: Props) {
  const { t } = reading
  return (
    <form action={hrefTo(reading, 'compare')} method="get" className="sides">
      {(['from', 'to'] as const).map((name) => (
        <fieldset key={name}>
          <legend>{t(`compare.${name}`)}</legend>
          <SideFields reading={reading} name={name} side={sides[name]} />
        </fieldset>
      ))}
      {Object.entries(sides.values).map(([dimension, value]) => (
        <input key={dimension} type="hidden" name={dimension} value={value} />
      ))}
      {assumedInAddress(assumed).map((one) => (
        <input key={one} type="hidden" name="assume" value={one} />
      ))}
      <button type="submit">{t('compare.show')}</button>
    </form>
  )
}

function SideFields({ reading, name, side }: { reading: Reading; name: 'from' | 'to'; side: Side }) {
  const { t, present } = reading
  return (
    <div className="fields">
      <div className="field">
        <label htmlFor={name}>{t('compare.on')}</label>
        <input type="date" id={name} name={name} defaultValue={side.on} />
      </div>
      <div className="field">
        <label htmlFor={`${name}Known`}>{t('matrix.known')}</label>
        <input
          type="date"
          id={`${name}Known`}
          name={`${name}Known`}
          max={present}
          defaultValue={side.known ?? ''}
          title={t('matrix.knownHint')}
        />
      </div>
      <EditionField reading={reading} name={`${name}Edition`} value={side.edition} />
    </div>
  )
}
