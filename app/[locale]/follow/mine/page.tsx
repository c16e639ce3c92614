import { RhythmField } from '@/app/_components/page/FollowForm'
import { Head } from '@/app/_components/page/Head'
import { Section } from '@/app/_components/page/Section'
import { BadParameter } from '@/app/_reader/refusal'
import { keysOfWire } from '@/app/_server/wire/keys'
import { siteMetadata, sitePage } from '@/app/[locale]/_frame/document'
import { describeOfSite } from '@/app/[locale]/_frame/listed'
import { database } from '@/db/client'
import { findSubscription } from '@/db/queries/wire/subscription'
import { findFollowed } from '@/db/wire/followed'
import { mineSaid, pages } from '@/lib/addresses/pages'
import { shortTextOf, wordOf } from '@/lib/asking/read'
import { TokenForm } from './_parts/TokenForm'

const mostToken = 200

export const generateMetadata = siteMetadata(pages.following, (reader) => ({
  ...describeOfSite(reader, 'feeds'),
  title: reader.t('following.title'),
  isIndexed: false,
}))

/** What one subscriber follows, for whoever has its token: to confirm, to change, to end. Opening it does none of these. */
export default sitePage(pages.following, async (reader) => {
  const { t, locale, query } = reader
  const token = shortTextOf(query, 'token', mostToken) ?? ''
  const said = wordOf(query, 'said', mineSaid)
  const id = keysOfWire().subscriptionOf(token)
  if (id === null) throw new BadParameter('token', token, { code: 'badToken' })
  const { db } = await database()
  const found = await findSubscription(db, id)
  const followed = found && (await findFollowed(db, found.what, locale))
  const what = followed ? (
    <a href={`/${locale}${followed.page}`}>{followed.title}</a>
  ) : (
    <code className="address">{found?.what}</code>
  )
  if (!found || (found.state !== 'pending' && found.state !== 'active'))
    return (
      <Head kicker={reader.siteName} title={t('following.title')} small>
        <p className="standfirst">{t('following.gone')}</p>
      </Head>
    )
  if (found.state === 'pending')
    return (
      <>
        <Head kicker={reader.siteName} title={t('following.confirmTitle')} small>
          <p className="standfirst">{t.rich('following.confirmText', { what: () => what })}</p>
        </Head>
        <TokenForm reader={reader} token={token} act="confirm" button={t('following.confirm')} />
        <p className="label">{t('following.confirmNot')}</p>
      </>
    )
  return (
    <>
      <Head kicker={reader.siteName} title={t('following.title')} small>
        <p className="standfirst">{t.rich('following.text', { what: () => what })}</p>
      </Head>
      {said && (
        <p className="notice" role="status">
          {t(`following.said.${said}`)}
        </p>
      )}
      <Section id="change" title={t('following.changeTitle')}>
        <TokenForm reader={reader} token={token} act="change" button={t('following.change')} language={found.language}>
          <RhythmField reader={reader} value={found.rhythm} />
        </TokenForm>
      </Section>
      <Section id="stop" title={t('following.stopTitle')}>
        <p>{t('following.stopText')}</p>
        <TokenForm reader={reader} token={token} act="stop" button={t('following.stop')} />
        <TokenForm reader={reader} token={token} act="stop-all" button={t('following.stopAll')} />
      </Section>
    </>
  )
})
