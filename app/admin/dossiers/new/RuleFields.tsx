import type { TypedValue } from '@/lib/forms/beginning/dimensions'
import { alterationTargets, spokenByDefault } from '@/lib/model'
import { Field } from '../../_components/Field'
import { wordIn, wordOptions } from '../../_components/options'
import type { ScopeValue } from '../../drafts/[id]/record/ScopeField'
import { ScopeField } from '../../drafts/[id]/record/ScopeField'
import { fieldOf, type StepProps } from './beginning'

const spoken = alterationTargets.filter((target) => target !== 'none')
const treeOf = (values: readonly TypedValue[]): ScopeValue[] =>
  values.map(({ id, name, values: inside }) => ({ id, label: name, values: treeOf(inside) }))

/** The first rule: what it says, of which cases, and what holds elsewhere. */
export const RuleFields = (props: StepProps) => {
  const { t, answers, begun } = props
  return (
    <>
      <Field
        {...fieldOf(props, 'rule.title')}
        label={t('begin.field.rule')}
        hint={t('begin.fieldHint.rule')}
        rows={2}
      />
      {begun.dimensions.map(({ place, id, name, values }) => (
        <ScopeField
          key={`${place} ${id} ${JSON.stringify(values)}`}
          name={`rule.scope.${place}`}
          label={t('begin.field.scope', { dimension: name })}
          values={treeOf(values)}
          groups={[]}
          ticked={(answers[`rule.scope.${place}`] ?? '').split(/\s+/).filter((one) => one !== '')}
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
        <Field
          {...fieldOf(props, 'default')}
          label={t('begin.field.default')}
          hint={t('begin.fieldHint.default')}
          options={spokenByDefault
            .filter((word) => word !== 'unstated')
            .map((word) => ({ value: word, label: wordIn(t, 'disposition', word) }))}
          empty={t('begin.unstated')}
        />
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
