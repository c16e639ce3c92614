import { alterationTargets } from '@/lib/model'
import type { ScopeValue } from '../../drafts/[id]/record/ScopeField'
import { ScopeField } from '../../drafts/[id]/record/ScopeField'
import { Field } from '../Field'
import { wordOptions } from '../options'
import { type AnswerProps, fieldOf } from './fields'

const spoken = alterationTargets.filter((target) => target !== 'none')

/** A dimension whose values can be ticked. */
export interface ScopeChoice {
  name: `rule.scope.${string}`
  dimension: string
  values: ScopeValue[]
  groups: ScopeValue[]
}

interface Props extends AnswerProps {
  scopes: ScopeChoice[]
  /** What stands beside what the rule says. */
  children?: React.ReactNode
}

/** A rule: what it says, and of which cases. */
export const RuleFields = ({ scopes, children, ...props }: Props) => {
  const { t, answers } = props
  return (
    <>
      <Field
        {...fieldOf(props, 'rule.title')}
        label={t('begin.field.rule')}
        hint={t('begin.fieldHint.rule')}
        rows={2}
      />
      {scopes.map(({ name, dimension, values, groups }) => (
        <ScopeField
          key={`${name} ${dimension} ${JSON.stringify(values)}`}
          name={name}
          label={t('begin.field.scope', { dimension })}
          values={values}
          groups={groups}
          ticked={(answers[name] ?? '').split(/\s+/).filter((one) => one !== '')}
          errors={[]}
        />
      ))}
      <div className="grid">
        <Field
          {...fieldOf(props, 'rule.to')}
          label={t('begin.field.to')}
          options={wordOptions(t, 'disposition', spoken)}
          empty={t('form.choose')}
        />
        {children}
      </div>
      <Field
        {...fieldOf(props, 'rule.conditions')}
        label={t('begin.field.conditions')}
        hint={t('begin.fieldHint.conditions')}
        rows={2}
      />
      <Field
        {...fieldOf(props, 'rule.from')}
        label={t('begin.field.from')}
        hint={t('begin.fieldHint.from')}
        size="short"
      />
    </>
  )
}
