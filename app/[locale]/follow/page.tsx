import { FollowForm } from '@/app/_components/page/FollowForm'
import { Head } from '@/app/_components/page/Head'
import { siteHref } from '@/app/_reader/reading'
import { BadParameter } from '@/app/_reader/refusal'
import { hasMail } from '@/app/_server/wire/keys'
import { siteMetadata, sitePage } from '@/app/[locale]/_frame/document'
import { describeOfSite } from '@/app/[locale]/_frame/listed'
import { database } from '@/db/client'
import { findFollowed } from '@/db/wire/followed'
import { askedSaid, pages } from '@/lib/addresses/pages'
import { shortTextOf, wordOf } from '@/lib/asking/read'
import { mostWhat } from '@/lib/wire/what'

export const generateMetadata = siteMetadata(pages.follow, (reader) => ({
  ...describeOfSite(reader, 'feeds'),
  title: reader.t('follow.title'),
  isIndexed: false,
}))

/** Asks to be told of something by mail: what is followed stands in the address. */
export default sitePage(pages.follow, async (reader) => {
  const { t, locale, query } = reader
  const what = shortTextOf(query, 'what', mostWhat) ?? ''
  const said = wordOf(query, 'said', askedSaid)
  const { db } = await database()
  const followed = await findFollowed(db, what, locale)
  if (!followed) throw new BadParameter('what', what, { code: 'badFeed' })
  const page = `/${locale}${followed.page}`
  return (
    <>
      <Head kicker={reader.siteName} title={t('follow.title')} small>
        <p className="standfirst">{t.rich('follow.what', { link: () => <a href={page}>{followed.title}</a> })}</p>
      </Head>
      {said && (
        <p className="notice" role="status">
          {t(`follow.said.${said}`)}
        </p>
      )}
      {said !== 'asked' &&
        (hasMail() ? (
          <FollowForm reader={reader} what={what} />
        ) : (
          <p>{t.rich('follow.none', { link: (text) => <a href={siteHref(reader, 'feeds')}>{text}</a> })}</p>
        ))}
    </>
  )
})
