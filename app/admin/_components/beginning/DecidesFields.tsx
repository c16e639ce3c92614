import { actorKinds } from '@/lib/model'
import { Field } from '../Field'
import { wordsBeside } from '../options'
import { type AnswerProps, fieldOf } from './fields'

/** Who can make the rule, or change it. */
export const DecidesFields = (props: AnswerProps & { actors?: string[] }) => {
  const { t } = props
  return (
    <div className="grid">
      <Field
        {...fieldOf(props, 'actor.name')}
        label={t('begin.field.actor')}
        hint={t('begin.fieldHint.actor')}
        among={props.actors}
      />
      <Field
        {...fieldOf(props, 'actor.kind')}
        label={t('begin.field.actorKind')}
        {...wordsBeside(t, 'actorKind', actorKinds, { usual: 'body', stored: '' })}
      />
    </div>
  )
}
