import { dimensionPlaces } from '@/lib/forms/beginning/answers'
import { fieldOf } from '../../_components/beginning/fields'
import { Field } from '../../_components/Field'
import type { StepProps } from './beginning'

/** The dimensions, each by its name and a line for each of its values. */
export const DimensionFields = (props: StepProps) => {
  const { t } = props
  return (
    <div className="grid">
      {dimensionPlaces.map((place) => (
        <div key={place}>
          <Field
            {...fieldOf(props, `dimension.${place}.name`)}
            label={t(place > 1 ? 'begin.field.thirdDimension' : 'begin.field.dimension', { number: place + 1 })}
            hint={t(`begin.dimensionHint.${place}`)}
          />
          <Field
            {...fieldOf(props, `dimension.${place}.values`)}
            label={t('begin.field.values', { number: place + 1 })}
            hint={t('begin.fieldHint.values')}
            rows={8}
          />
        </div>
      ))}
    </div>
  )
}
