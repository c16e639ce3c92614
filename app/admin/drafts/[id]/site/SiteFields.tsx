import { sitePages } from '@/lib/model'
import { Field } from '../../../_components/Field'
import { type RecordFields, TextFields } from '../fields'

/** The fields of the site: what it is called, how it looks, under which terms its data stand, and its pages. */
export function SiteFields({ form }: { form: RecordFields }) {
  const { field, t } = form
  return (
    <>
      <TextFields form={form} name="name" label={t('form.name')} />
      <TextFields form={form} name="line" label={t('site.line')} hint={t('site.lineHint')} />
      <Field {...field('contact')} label={t('site.contact')} hint={t('site.contactHint')} />
      <section className="form-list">
        <h2>{t('site.looks')}</h2>
        <Field {...field('accent')} label={t('site.accent')} hint={t('site.accentHint')} />
        <Field {...field('mark')} label={t('site.mark')} hint={t('site.markHint')} rows={3} />
      </section>
      <section className="form-list">
        <h2>{t('site.licence')}</h2>
        <p className="hint">{t('site.licenceHint')}</p>
        <TextFields form={form} name="licence.name" label={t('form.name')} />
        <Field {...field('licence.spdx')} label={t('site.spdx')} hint={t('site.spdxHint')} size="short" />
        <Field {...field('licence.url')} label={t('form.address')} type="url" />
      </section>
      <section className="form-list">
        <h2>{t('site.order')}</h2>
        <Field {...field('dossiers')} label={t('site.dossiers')} hint={t('site.dossiersHint')} rows={4} />
        <Field {...field('languages')} label={t('site.languages')} hint={t('site.languagesHint')} rows={2} />
        <Field {...field('zone')} label={t('site.zone')} hint={t('site.zoneHint')} />
      </section>
      <section className="form-list">
        <h2>{t('site.pages')}</h2>
        <p className="hint">{t('site.pagesHint')}</p>
        {sitePages.map((page) => (
          <details
            key={page}
            open={form.languages(`pages.${page}`).some((one) => wrongIn(form, `pages.${page}.${one}`))}
          >
            <summary>{t(`site.page.${page}`)}</summary>
            <TextFields form={form} name={`pages.${page}`} label={t(`site.page.${page}`)} rows={12} />
          </details>
        ))}
      </section>
    </>
  )
}

const wrongIn = ({ field }: RecordFields, name: string): boolean => (field(name).errors ?? []).length > 0
