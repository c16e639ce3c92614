import { Section } from '@/app/_components/page/Section'
import type { Reader } from '@/app/_reader/reading'
import { licenceIn } from '@/lib/words/site-words'

/** Under which terms the data may be used; that there are none is said too. */
export function DataLicence({ reader }: { reader: Reader }) {
  const { t, site, locale } = reader
  const { text, url } = licenceIn(site, locale)
  return (
    <Section id="licence" title={t('licence.title')}>
      <p>
        {url === undefined
          ? text
          : t.rich('licence.under', {
              licence: () => (
                <a rel="license" href={url}>
                  {text}
                </a>
              ),
            })}
      </p>
      {url === undefined && <p className="label">{t('licence.noneMore')}</p>}
    </Section>
  )
}
