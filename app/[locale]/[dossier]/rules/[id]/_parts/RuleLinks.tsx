import { RailSection } from '@/app/_components/page/Section'
import { RuleLink } from '@/app/_components/words/RecordLink'
import { Words } from '@/app/_components/words/Words'
import type { Reading } from '@/app/_reader/reading'
import type { Rule } from '@/lib/model'

/** Which rules this one goes before by name, and which go before it. */
export function RuleLinks({ reading, rule }: { reading: Reading; rule: Rule }) {
  const { t, records } = reading
  const over = records.rules.filter(({ id }) => rule.overrides.includes(id))
  const under = records.rules.filter(({ overrides }) => overrides.includes(rule.id))
  return (
    <>
      {over.length > 0 && (
        <RailSection id="overrides" title={t('rule.overrides')}>
          <RuleList reading={reading} rules={over} />
        </RailSection>
      )}
      {under.length > 0 && (
        <RailSection id="yields" title={t('rule.yields')}>
          <RuleList reading={reading} rules={under} />
        </RailSection>
      )}
    </>
  )
}

const RuleList = ({ reading, rules }: { reading: Reading; rules: readonly Rule[] }) => (
  <ul>
    {rules.map((rule) => (
      <li key={rule.id}>
        <RuleLink reading={reading} rule={rule} />
      </li>
    ))}
  </ul>
)

/** The instruments that a rule rests on, and how far each was seen. */
export const RuleBasis = ({ reading: { locale, t }, rule }: { reading: Reading; rule: Rule }) => (
  <RailSection id="basis" title={t('rule.basis')}>
    <ul>
      {rule.basis.map(({ instrument, provision, url, official, sourcing }) => (
        <li key={JSON.stringify([instrument, provision, url])}>
          {url ? (
            <a href={url} rel="external noopener">
              <Words text={instrument} locale={locale} />
            </a>
          ) : (
            <Words text={instrument} locale={locale} />
          )}
          {provision && (
            <span className="soft">
              {t('unit.separator')}
              <Words text={provision} locale={locale} />
            </span>
          )}
          {official && (
            <>
              {' '}
              <span className="mark">{t('basis.official')}</span>
            </>
          )}
          {sourcing && (
            <>
              {' '}
              <span className="mark">{t(`basis.${sourcing}`)}</span>
            </>
          )}
        </li>
      ))}
    </ul>
    {!rule.basis.some(({ official }) => official) && <p className="label">{t('basis.noOfficial')}</p>}
  </RailSection>
)
