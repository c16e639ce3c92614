import { Section } from '@/app/_components/page/Section'
import { Words } from '@/app/_components/words/Words'
import { openAll } from '@/app/_reader/open'
import { hrefTo, type Reader, type Reading } from '@/app/_reader/reading'
import type { Rule } from '@/lib/model'

/** How well each dossier is founded: how many effects carry a quote, and on what its rules rest. */
export async function HowFounded({ reader }: { reader: Reader }) {
  const { t, locale } = reader
  const readings = await openAll(reader)
  if (readings.length === 0) return null
  return (
    <Section id="founded" title={t('founded.title')}>
      <p className="label">{t('founded.intro')}</p>
      <table className="plain stack">
        <caption className="unseen-text">{t('founded.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('founded.dossier')}</th>
            <th scope="col">{t('founded.reports')}</th>
            <th scope="col">{t('founded.quoted')}</th>
            <th scope="col">{t('founded.basis')}</th>
          </tr>
        </thead>
        <tbody>
          {readings.map((reading) => {
            const { dossier, records } = reading
            return (
              <tr key={dossier.id}>
                <th scope="row">
                  <a href={hrefTo(reading)}>
                    <Words text={dossier.title} locale={locale} />
                  </a>
                </th>
                <td data-column={t('founded.reports')}>{t('founded.count', { count: records.reports.length })}</td>
                <td data-column={t('founded.quoted')}>{t('founded.quotedOf', quotedOf(reading))}</td>
                <td data-column={t('founded.basis')}>{t('founded.basisOf', basesOf(records.rules))}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Section>
  )
}

function quotedOf({ records }: Reading) {
  const effects = records.reports.flatMap((report) => report.effects)
  const quoted = effects.filter(({ quote }) => quote !== undefined).length
  return { quoted, effects: effects.length, share: effects.length === 0 ? 0 : quoted / effects.length }
}

/** Of each rule the official text that was seen best. */
function basesOf(rules: readonly Rule[]) {
  const counts = { seen: 0, inferred: 0, unseen: 0, none: 0 }
  for (const { basis } of rules) {
    const official = basis.filter((one) => one.official)
    const best = (['seen', 'inferred'] as const).find((sourcing) => official.some((one) => one.sourcing === sourcing))
    counts[official.length === 0 ? 'none' : (best ?? 'unseen')]++
  }
  return counts
}
