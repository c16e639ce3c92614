import { origin } from '@/app/_server/address'
import { feedHandler } from '@/app/_server/feed'
import { openSite } from '@/app/_server/site'
import { database } from '@/db/client'
import { listCorrections } from '@/db/queries/correction'
import { feeds } from '@/lib/addresses/feeds'
import { htmlText } from '@/lib/feeds/feed'
import { headingOf, say } from '@/lib/model'
import { translator } from '@/lib/words/messages'

export const dynamic = 'force-dynamic'

const mostItems = 50

/** `/{locale}/corrections/feed.xml`, `atom.xml`, `feed.json`: what was corrected or retracted. */
export const GET = feedHandler(feeds.corrections, async (locale) => {
  const t = translator(locale)
  const { db } = await database()
  const [{ edition }, entries, root] = await Promise.all([
    openSite(),
    listCorrections(db, { limit: mostItems }),
    origin(),
  ])
  const page = `${root}/${locale}/corrections`
  return {
    id: `urn:rulewire:feed:${locale}:corrections`,
    title: `${t('site.name')}: ${t('correction.title')}`,
    description: t('correction.intro'),
    url: page,
    folder: page,
    query: '',
    language: locale,
    updated: edition.publishedAt,
    items: entries.map(({ dossier, verb, note, report, revision, at }) => ({
      guid: `urn:rulewire:${dossier}:${verb}:${report.id}:${revision}`,
      title: t('correction.line', { verb: t(`correction.${verb}`), headline: say(headingOf(report), locale).text }),
      url: `${root}/${locale}/${dossier}/reports/${report.id}`,
      html: `<p>${htmlText(say(note.note, locale).text)}</p>`,
      published: at,
      appeared: at,
      categories: [dossier],
    })),
  }
})
