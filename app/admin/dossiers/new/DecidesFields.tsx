import { actorKinds } from '@/lib/model'
import { Field } from '../../_components/Field'
import { wordIn, wordOptions } from '../../_components/options'
import { fieldOf, type StepProps } from './beginning'

/** Who can make the rule, or change it. */
export const DecidesFields = (props: StepProps) => {
  const { t } = props
  return (
    <div className="grid">
      <Field {...fieldOf(props, 'actor.name')} label={t('begin.field.actor')} hint={t('begin.fieldHint.actor')} />
      <Field
        {...fieldOf(props, 'actor.kind')}
        label={t('begin.field.actorKind')}
        options={wordOptions(
          t,
          'actorKind',
          actorKinds.filter((kind) => kind !== 'body'),
        )}
        empty={wordIn(t, 'actorKind', 'body')}
      />
    </div>
  )
}
