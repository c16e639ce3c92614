import { Pins } from '@/app/_components/page/FormFields'
import { Head } from '@/app/_components/page/Head'
import { Section } from '@/app/_components/page/Section'
import { siteHref } from '@/app/_reader/reading'
import { openSite } from '@/app/_server/site'
import { siteMetadata, sitePage } from '@/app/[locale]/_frame/document'
import { describeOfSite } from '@/app/[locale]/_frame/listed'
import { pages } from '@/lib/addresses/pages'
import { type ApiTag, apiTags, openApiOf } from '@/lib/api/openapi'
import { dossierOf } from '@/lib/asking/read'
import { say } from '@/lib/model'
import { Operation } from './_parts/Operation'

export const generateMetadata = siteMetadata(pages.api, (reader) => describeOfSite(reader, 'api'))

/** The description of the API to read, each operation with a form that asks it: made of the document that programs read, without a script. */
export default sitePage(pages.api, async (reader) => {
  const { t, locale, query, site, origin, pinned } = reader
  const { dossiers } = await openSite(pinned.edition)
  const dossier = dossierOf(query, 'dossier', dossiers) ?? dossiers[0]
  const { paths } = openApiOf(site, { root: origin, dossiers: dossier ? [dossier] : [] })
  const operations = Object.entries(paths).map(([path, { get }]) => ({ path, ...get }))
  const tags = Object.keys(apiTags) as ApiTag[]
  return (
    <>
      <Head kicker={t('pages.data')} title={t('pages.api')} small>
        <p className="standfirst">{t('apiPage.intro')}</p>
        <p>
          <a href="/api/v1/openapi.json">{t('apiPage.document')}</a>
        </p>
        {dossiers.length > 1 && (
          <form action={siteHref(reader, 'data', 'api')} className="fields">
            <Pins reader={reader} />
            <div className="field">
              <label htmlFor="dossier">{t('apiPage.dossier')}</label>
              <select id="dossier" name="dossier" defaultValue={dossier?.id}>
                {dossiers.map(({ id, title }) => (
                  <option key={id} value={id}>
                    {say(title, locale).text}
                  </option>
                ))}
              </select>
            </div>
            <button type="submit">{t('apiPage.choose')}</button>
          </form>
        )}
      </Head>
      {tags.map((tag) => (
        <Section key={tag} id={tag} title={t(`apiPage.tag.${tag}`)}>
          {operations
            .filter(({ tags: [own] }) => own === tag)
            .map((operation) => (
              <Operation key={operation.operationId} reader={reader} operation={operation} dossier={dossier} />
            ))}
        </Section>
      ))}
    </>
  )
})
