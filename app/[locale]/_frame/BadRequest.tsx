import type { ReactNode } from 'react'
import { Head } from '@/app/_components/page/Head'
import { type Reader, withQuery } from '@/app/_reader/reading'
import type { BadParameter } from '@/app/_reader/refusal'
import { inMessages } from '@/lib/asking/in-messages'
import type { Given } from '@/lib/asking/query'
import { echoed } from '@/lib/words/echo'

interface Props {
  reader: Reader
  problem: BadParameter
  /** The form of the page, with all that can be read of its address. */
  form: ReactNode
}

/** The 400 page: which parameter is wrong, why, addresses that work, and the form to mend it in. */
export function BadRequest({ reader, problem, form }: Props) {
  const { locale, t, path, query, address } = reader
  const { parameter, value, near, reason } = problem
  const isUnknown = reason.code === 'unknown'
  const isMany = (name: string) => address.parameters[name]?.many === true
  const rest = Object.fromEntries(
    Object.entries<Given>(query).map(([name, given]) => [name, isMany(name) ? given : [given].flat()[0]]),
  )
  // Of several values of one parameter the others stay.
  const others = isMany(parameter) ? [rest[parameter] ?? []].flat().filter((one) => !one.includes(value)) : []
  const mended = (instead: Record<string, string>) =>
    withQuery(`/${locale}${path}`, {
      ...rest,
      [parameter]: others,
      ...Object.fromEntries(
        Object.entries(instead).map(([name, one]) => [name, name === parameter ? [...others, one] : one]),
      ),
    })
  return (
    <>
      <Head kicker={t('errors.kicker', { status: 400 })} title={t('errors.badTitle')} small>
        <p className="standfirst">
          {t.rich('errors.badParameter', {
            code: () => <code className="address">{`${echoed(parameter)}=${echoed(value)}`}</code>,
          })}{' '}
          {inMessages(problem, t, locale)}
        </p>
      </Head>
      {near.length > 0 && (
        <>
          <p>{t('errors.near')}</p>
          <ul className="index-list">
            {near.map((id) => (
              <li key={id}>
                <a href={mended(isUnknown ? { [id]: value } : { [parameter]: id })}>{id}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="pager">
        <a href={mended({})}>{t('errors.fix')}</a>
      </p>
      {form && <div className="asked-again">{form}</div>}
    </>
  )
}
