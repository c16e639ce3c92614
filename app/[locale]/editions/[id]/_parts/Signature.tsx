import { Section } from '@/app/_components/page/Section'
import { type Reader, siteHref } from '@/app/_reader/reading'
import { files } from '@/lib/addresses/feeds'
import type { SignedStatement } from '@/lib/signing/statement'

interface SignatureProps {
  reader: Reader
  number: number
  signed: SignedStatement | null
}

/** With which key an edition is signed, and how that is checked; of one from before there were signatures, that it is not. */
export function Signature({ reader, number, signed }: SignatureProps) {
  const { t } = reader
  if (!signed)
    return (
      <Section id="signature" title={t('edition.signature.title')}>
        <p>{t('edition.signature.none')}</p>
      </Section>
    )
  return (
    <Section id="signature" title={t('edition.signature.title')}>
      <p>
        {t('edition.signature.signed')} <code>{signed.key}</code>
      </p>
      <p>{t('edition.signature.meaning')}</p>
      <ul className="index-list">
        <li>
          <a href={`/api/v1/statement?edition=${number}`}>{t('edition.signature.statement')}</a>
        </li>
        <li>
          <a href={files.signingKeys.path}>{t('edition.signature.keys')}</a>
        </li>
        <li>
          <a href={siteHref(reader, 'data')}>{t('edition.signature.how')}</a>
        </li>
      </ul>
    </Section>
  )
}
