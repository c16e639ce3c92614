import { Markdown } from '@/app/_components/words/Markdown'
import { deskLocale, deskWords } from '@/app/_server/desk-words'
import { accentsOf, contrastIn, grounds, parseRecord, say, sitePages } from '@/lib/model'
import { iconSvg } from '@/lib/pictures/icon'
import { palette } from '@/lib/pictures/palette'
import { licenceIn } from '@/lib/words/site-words'

/** The site as readers would find it, in the language of the desk; said as soon as nothing is wrong. */
export async function SitePreview({ data }: { data: unknown }) {
  const [t, locale] = [await deskWords(), await deskLocale()]
  const parsed = parseRecord('site', data)
  if (!parsed.ok) return <p className="hint">{t('site.previewLater')}</p>
  const { record: site } = parsed
  const { text, url } = licenceIn(site, locale)
  return (
    <section className="preview" aria-label={t('draft.readersGet')}>
      <h2>{t('draft.readersGet')}</h2>
      <p>
        {/* biome-ignore lint/performance/noImgElement: a drawing within the page itself, which nothing could make smaller */}
        <img src={`data:image/svg+xml,${encodeURIComponent(iconSvg(site))}`} width="32" height="32" alt="" />{' '}
        <span className="wordmark">{say(site.name, locale).text}</span>
      </p>
      <p>{say(site.line, locale).text}</p>
      <Accents accent={site.accent ?? palette.accent} says={(contrast) => t('site.contrast', { contrast })} />
      <p className="label">{url === undefined ? text : <a href={url}>{text}</a>}</p>
      {sitePages.map((page) => {
        const found = site.pages?.[page]
        if (!found) return null
        const said = say(found, locale)
        return (
          <details key={page}>
            <summary>{t(`site.page.${page}`)}</summary>
            <Markdown source={said.text} locale={locale} language={said.language} className="prose" />
          </details>
        )
      })}
    </section>
  )
}

/** The colour by day and by night on its paper, with the contrast that it has there. */
function Accents({ accent, says }: { accent: string; says: (contrast: string) => string }) {
  const shown = accentsOf(accent)
  return (
    <ul>
      {(['light', 'dark'] as const).map((time) => (
        <li key={time}>
          <svg width="48" height="24" viewBox="0 0 48 24" aria-hidden="true">
            <rect width="48" height="24" fill={grounds[time].paper} />
            <rect x="6" y="6" width="36" height="12" fill={shown[time]} />
          </svg>{' '}
          <code>{shown[time]}</code> {says(contrastIn(time, shown[time]).toFixed(1))}
        </li>
      ))}
    </ul>
  )
}
