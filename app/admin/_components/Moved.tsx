import { DirectionShape } from '@/app/_components/words/Direction'
import { Disposition } from '@/app/_components/words/Disposition'
import { deskLocale, deskWords } from '@/app/_server/desk-words'
import { type Dossier, findValue, type Locale, say } from '@/lib/model'
import type { Difference, DifferencesFrom } from '@/lib/policy'
import type { DeskWords } from '@/lib/words/desk-messages'
import { wordIn } from './options'

const mostRows = 60

/** The answers that publishing will move, day by day: before -> after, with the direction. */
export async function Moved({ dossier, moved }: { dossier: Dossier; moved: DifferencesFrom[] }) {
  const [t, locale] = [await deskWords(), await deskLocale()]
  if (moved.length === 0) return <p className="hint">{t('moved.none')}</p>
  return moved.map(({ day, differences }) => (
    <section key={day} className="moved-answers">
      <h3>{t('moved.on', { day, count: differences.length })}</h3>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{t('moved.case')}</th>
            <th scope="col">{t('moved.before')}</th>
            <th scope="col">{t('moved.after')}</th>
            <th scope="col">{t('moved.direction')}</th>
          </tr>
        </thead>
        <tbody>
          {differences.slice(0, mostRows).map((difference) => (
            <MovedRow
              key={Object.values(difference.case).join(' ')}
              dossier={dossier}
              difference={difference}
              t={t}
              locale={locale}
            />
          ))}
        </tbody>
      </table>
      {differences.length > mostRows ? (
        <p className="hint">{t('moved.more', { count: differences.length - mostRows })}</p>
      ) : null}
    </section>
  ))
}

interface RowProps {
  dossier: Dossier
  difference: Difference
  t: DeskWords
  locale: Locale
}

function MovedRow({ dossier, difference, t, locale }: RowProps) {
  const words = { dossier, locale } as const
  return (
    <tr>
      <td>{nameOf(dossier, difference, locale)}</td>
      <td>
        <Disposition value={difference.before.disposition} reading={words} />
      </td>
      <td>
        <Disposition value={difference.after.disposition} reading={words} />
      </td>
      <td>
        <DirectionShape direction={difference.direction} /> {wordIn(t, 'direction', difference.direction)}
      </td>
    </tr>
  )
}

/** "warships, to Ukraine" would need grammar; the names in the order of the dimensions do. */
const nameOf = (dossier: Dossier, { case: kase }: Difference, locale: Locale): string =>
  dossier.dimensions
    .map((dimension) => {
      const leaf = kase[dimension.id] ?? ''
      const name = findValue(dimension, leaf)?.name
      return name ? say(name, locale).text : leaf
    })
    .join(' · ')
