import { DirectionShape } from '@/app/_components/words/Direction'
import { Disposition } from '@/app/_components/words/Disposition'
import { deskLanguage } from '@/lib/addresses/names'
import { type Dossier, findValue, say } from '@/lib/model'
import type { Difference, DifferencesFrom } from '@/lib/policy'

const mostRows = 60

/** The answers that publishing will move, day by day: before -> after, with the direction. */
export function Moved({ dossier, moved }: { dossier: Dossier; moved: DifferencesFrom[] }) {
  if (moved.length === 0) return <p className="hint">No answer changes.</p>
  return moved.map(({ day, differences }) => (
    <section key={day} className="moved-answers">
      <h3>
        On {day}: {differences.length === 1 ? 'one answer changes' : `${differences.length} answers change`}
      </h3>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">Case</th>
            <th scope="col">Before</th>
            <th scope="col">After</th>
            <th scope="col">Direction</th>
          </tr>
        </thead>
        <tbody>
          {differences.slice(0, mostRows).map((difference) => (
            <MovedRow key={Object.values(difference.case).join(' ')} dossier={dossier} difference={difference} />
          ))}
        </tbody>
      </table>
      {differences.length > mostRows ? <p className="hint">and {differences.length - mostRows} more.</p> : null}
    </section>
  ))
}

function MovedRow({ dossier, difference }: { dossier: Dossier; difference: Difference }) {
  const words = { dossier, locale: deskLanguage } as const
  return (
    <tr>
      <td>{nameOf(dossier, difference)}</td>
      <td>
        <Disposition value={difference.before.disposition} reading={words} />
      </td>
      <td>
        <Disposition value={difference.after.disposition} reading={words} />
      </td>
      <td>
        <DirectionShape direction={difference.direction} /> {difference.direction}
      </td>
    </tr>
  )
}

/** "warships, to Ukraine" would need grammar; the names in the order of the dimensions do. */
const nameOf = (dossier: Dossier, { case: kase }: Difference): string =>
  dossier.dimensions
    .map((dimension) => {
      const leaf = kase[dimension.id] ?? ''
      const name = findValue(dimension, leaf)?.name
      return name ? say(name, deskLanguage).text : leaf
    })
    .join(' · ')
