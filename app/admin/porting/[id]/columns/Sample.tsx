import { deskWords } from '@/app/_server/desk-words'
import type { CsvSample } from '@/lib/porting/csv/plan'

const mostSigns = 120

/** The headings of a file and its first rows, as they were read. */
export async function Sample({ sample: { headings, rows } }: { sample: CsvSample }) {
  const t = await deskWords()
  const columns = headings.map((heading, at) => ({
    at,
    key: `column ${at}`,
    title: heading || t('porting.csv.column', { number: at + 1 }),
  }))
  return (
    <section className="desk-section">
      <h2 id="sample">{t('porting.csv.sample')}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is reached by keyboard (WCAG 2.1.1) */}
      <section className="scroll" aria-labelledby="sample" tabIndex={0}>
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{t('porting.csv.line')}</th>
              {columns.map(({ key, title }) => (
                <th key={key} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ line, cells }) => (
              <tr key={line}>
                <th scope="row">{line}</th>
                {columns.map(({ key, at }) => (
                  <td key={key}>{cut(cells[at] ?? '')}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}

const cut = (text: string): string => (text.length > mostSigns ? `${text.slice(0, mostSigns)}…` : text)
