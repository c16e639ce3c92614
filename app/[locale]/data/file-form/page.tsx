import { Head } from '@/app/_components/page/Head'
import { Section } from '@/app/_components/page/Section'
import { siteMetadata, sitePage } from '@/app/[locale]/_frame/document'
import { describeOfSite } from '@/app/[locale]/_frame/listed'
import { pages } from '@/lib/addresses/pages'
import { fileForm } from '@/lib/content/file-form/file-form'
import { FieldTable } from './_parts/FieldTable'

export const generateMetadata = siteMetadata(pages.fileForm, (reader) => describeOfSite(reader, 'file-form'))

/** Every field of the files, with an example: made of the schemas, so that it cannot say less than they do. */
export default sitePage(pages.fileForm, async (reader) => {
  const { t } = reader
  return (
    <>
      <Head kicker={t('pages.data')} title={t('pages.fileForm')} small>
        <p className="standfirst">{t('fileForm.intro')}</p>
      </Head>
      {fileForm().map((form) => (
        <Section key={form.kind} id={form.kind} title={t(`fileForm.kind.${form.kind}`)}>
          {form.kind === 'site' && <p>{t('fileForm.pages')}</p>}
          {form.kind === 'report' && <p>{t('fileForm.body')}</p>}
          <FieldTable reader={reader} form={form} />
        </Section>
      ))}
    </>
  )
})
