import { Field } from '../../../_components/Field'
import { FormList } from '../FormList'
import type { RecordFields } from '../fields'
import { askableOptions, type Outline } from './outline'

interface Props {
  form: RecordFields
  outlines: readonly Outline[]
}

/** Which dimensions are crossed on the page of the dossier, and at which values of the others. */
export function MatrixFields({ form: { field, t }, outlines }: Props) {
  const dimensions = outlines.map(({ id, label }) => ({ value: id, label }))
  return (
    <section className="form-list" id="f-matrix">
      <h2>{t('dossier.matrix')}</h2>
      <div className="grid">
        <Field
          {...field('matrix.rows')}
          label={t('dossier.rows')}
          options={dimensions}
          empty={t('dossier.matrixOpen')}
        />
        <Field
          {...field('matrix.columns')}
          label={t('dossier.columns')}
          options={dimensions}
          empty={t('dossier.matrixOpen')}
        />
        {outlines.map((outline) => (
          <Field
            key={outline.id}
            {...field(`matrix.fixed.${outline.id}`)}
            label={t('dossier.fixed', { dimension: outline.label })}
            options={askableOptions(outline)}
            empty={t('dossier.anyOf')}
          />
        ))}
      </div>
    </section>
  )
}

/** The cases that a front page shows, each by what is chosen in the dimensions. */
export const FeaturedFields = ({ form, form: { t }, outlines, version }: Props & { version: number }) => (
  <FormList
    form={form}
    version={version}
    path="featured"
    many={t('dossier.featured')}
    title={t('dossier.case')}
    add={t('dossier.addCase')}
    moves
  >
    {(item) => (
      <div key="fields" className="grid">
        {outlines.map((outline) => (
          <Field
            key={outline.id}
            {...form.field(`${item}.${outline.id}`)}
            label={outline.label}
            options={askableOptions(outline)}
            empty={t('dossier.anyOf')}
          />
        ))}
      </div>
    )}
  </FormList>
)
