import type { TypedValue } from '@/lib/forms/beginning/dimensions'
import { spokenByDefault } from '@/lib/model'
import { fieldOf } from '../../_components/beginning/fields'
import { RuleFields } from '../../_components/beginning/RuleFields'
import { Field } from '../../_components/Field'
import { wordIn } from '../../_components/options'
import type { ScopeValue } from '../../drafts/[id]/record/ScopeField'
import type { StepProps } from './beginning'

const treeOf = (values: readonly TypedValue[]): ScopeValue[] =>
  values.map(({ id, name, values: inside }) => ({ id, label: name, values: treeOf(inside) }))

/** The first rule: what it says, of which cases, and what holds elsewhere. */
export const FirstRuleFields = (props: StepProps) => {
  const { t, begun } = props
  return (
    <RuleFields
      {...props}
      scopes={begun.dimensions.map(({ place, name, values }) => ({
        name: `rule.scope.${place}`,
        dimension: name,
        values: treeOf(values),
        groups: [],
      }))}
    >
      <Field
        {...fieldOf(props, 'default')}
        label={t('begin.field.default')}
        hint={t('begin.fieldHint.default')}
        options={spokenByDefault
          .filter((word) => word !== 'unstated')
          .map((word) => ({ value: word, label: wordIn(t, 'disposition', word) }))}
        empty={t('begin.unstated')}
      />
    </RuleFields>
  )
}
