import type { ReactNode } from 'react'
import { Disposition, DispositionGlyph } from '@/app/_components/words/Disposition'
import { Spoken } from '@/app/_components/words/Words'
import type { Reading } from '@/app/_reader/reading'
import { hrefTo, withQuery } from '@/app/_reader/reading'
import { type Dimension, say, type Text } from '@/lib/model'
import { formatDate, formatShort } from '@/lib/words/dates'
import { dimensionName, valueName } from '@/lib/words/names'
import { dispositionWord, type ShownDisposition } from '@/lib/words/own-words'
import { type Cell, groupRows, type Line, type MatrixTable } from './matrix-table'

interface Props {
  reading: Reading
  table: MatrixTable
  rows: Dimension
  columns: Dimension
  caption: ReactNode
  /** Days that the cells' links carry on. */
  asked: { on?: string | undefined; known?: string | undefined }
  /** Holds only under assumptions, so that no cell leads to an answer without them. */
  assumed?: boolean
}

const mostRoomyColumns = 6
const mostFittingColumns = 12
/** So many questions of one folded cell are listed. */
const mostEach = 24
/** A table of more cells than this says row and column in its headings alone: the page would weigh twice as much. */
const mostLabelled = 500

/** Two dimensions crossed; each answer is a link to its case. */
export function Matrix({ reading, table, rows, columns, caption, asked, assumed = false }: Props) {
  const { locale, t } = reading
  const ask = hrefTo(reading, 'ask')
  const many = table.columns.length
  const classes = table.columns.map((column) => classOfColumn(reading, column))
  const isLabelled = many * table.rows.length <= mostLabelled
  const width = many > mostFittingColumns ? 'matrix dense wide' : many > mostRoomyColumns ? 'matrix dense' : 'matrix'
  return (
    <>
      <p className="label matrix-caption" id="matrix-caption">
        {caption}
        {many > mostFittingColumns && <span className="goes-on"> {t('matrix.goesOn', { count: many })}</span>}
      </p>
      <a className="past-table" href="#past-matrix">
        {t('matrix.past')}
      </a>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="scroll" tabIndex={0} aria-label={t('matrix.region')} aria-describedby="matrix-caption">
        <table className={width} aria-describedby="matrix-caption">
          <caption className="unseen-text">
            {t('matrix.cell', { rows: dimensionName(rows, locale).text, columns: dimensionName(columns, locale).text })}
          </caption>
          {classes.includes('long') && (
            <colgroup>
              <col />
              {table.columns.map(({ value }, at) => (
                <col key={value.id} className={classes[at]} />
              ))}
            </colgroup>
          )}
          <thead>
            {groupRows(columns, table.columns).map((groups, level) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the levels of the tree are their order
              <tr className="groups" key={level}>
                <td />
                {groups.map(({ value, span }, at) =>
                  value ? (
                    <th key={value.id} scope="colgroup" colSpan={span}>
                      <span className="group-name">
                        <Spoken said={valueName(value, locale)} locale={locale} />
                      </span>
                    </th>
                  ) : (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a gap has no name but its place
                    <td key={`gap ${at}`} colSpan={span} />
                  ),
                )}
              </tr>
            ))}
            <tr>
              <td className="corner">
                <span className="unseen-text">
                  {t('matrix.cell', {
                    rows: dimensionName(rows, locale).text,
                    columns: dimensionName(columns, locale).text,
                  })}
                </span>
              </td>
              {table.columns.map((column, at) => (
                <th key={column.value.id} scope="col" className={classes[at]}>
                  <ColumnName reading={reading} line={column} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row, down) => (
              <tr key={row.value.id} className={row.inner ? 'inner' : undefined}>
                <th scope="row" className={`depth-${Math.min(row.depth, 3)}`}>
                  <LineNames reading={reading} line={row} />
                </th>
                {table.cells[down]?.map((cell, across) => (
                  <td
                    key={table.columns[across]?.value.id}
                    className={table.columns[across]?.inner ? 'inner' : undefined}
                  >
                    {assumed ? (
                      <span className="cell" title={moreOf(reading, cell)}>
                        <CellWords reading={reading} cell={cell} brief={!isLabelled} />
                      </span>
                    ) : cell.each ? (
                      <details className="each">
                        <summary
                          className="cell"
                          title={moreOf(reading, cell)}
                          aria-label={linkOf(reading, row, table.columns[across], cell)}
                        >
                          <CellWords reading={reading} cell={cell} brief={!isLabelled} />
                        </summary>
                        <EachAsked reading={reading} each={cell.each} asked={asked} />
                      </details>
                    ) : (
                      <a
                        href={withQuery(ask, { ...cell.question, ...asked })}
                        title={moreOf(reading, cell)}
                        aria-label={isLabelled ? linkOf(reading, row, table.columns[across], cell) : undefined}
                      >
                        <CellWords reading={reading} cell={cell} brief={!isLabelled} />
                      </a>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <span id="past-matrix" tabIndex={-1} />
    </>
  )
}

interface EachProps extends Pick<Props, 'reading' | 'asked'> {
  each: NonNullable<Cell['each']>
}

/** The questions that a folded cell answers at once, each a link. */
function EachAsked({ reading, each, asked }: EachProps) {
  const { t, locale } = reading
  const ask = hrefTo(reading, 'ask')
  return (
    <ul>
      {each.slice(0, mostEach).map(({ question, values }) => (
        <li key={JSON.stringify(question)}>
          <a href={withQuery(ask, { ...question, ...asked })}>
            {values.map((value) => valueName(value, locale).text).join(t('unit.separator'))}
          </a>
        </li>
      ))}
      {each.length > mostEach && <li>{t('unit.more', { count: each.length - mostEach })}</li>}
    </ul>
  )
}

interface CellProps {
  reading: Reading
  cell: Cell
  /** Without what comes next, which the title of the cell has. */
  brief: boolean
}

/** The answer of a cell, whether it is new, and what comes next. */
function CellWords({ reading, cell: { disposition, moved, next }, brief }: CellProps) {
  const { t, locale } = reading
  return (
    <>
      {disposition === null ? (
        <span title={t('matrix.tooWide')}>
          …<span className="unseen-text">{t('matrix.tooWide')}</span>
        </span>
      ) : (
        <span className="nowrap">
          <Disposition value={disposition} reading={reading} />
          {moved && <span className="moved" />}
        </span>
      )}
      {next && !brief && (
        <span className="comes">
          <DispositionGlyph value={next.disposition} /> {t('matrix.cellFrom', { date: formatShort(next.date, locale) })}
        </span>
      )}
    </>
  )
}

/** A link of the table by itself: row, column and answer, what comes next, and whether it is new. */
function linkOf(reading: Reading, row: Line, column: Line | undefined, { disposition, next, moved }: Cell): string {
  const { t, locale } = reading
  return t('matrix.link', {
    row: namesOf(reading, row).join(t('unit.separator')),
    column: column ? namesOf(reading, column).join(t('unit.separator')) : '',
    answer: disposition === null ? t('matrix.tooWide') : dispositionWord(reading, disposition).text,
    next: next
      ? t('matrix.cellNext', {
          date: formatDate(next.date, locale),
          answer: dispositionWord(reading, next.disposition).text,
        })
      : 'none',
    moved: moved ? 'yes' : 'no',
  })
}

/** What a cell has no room for: what also applies, what comes next, what is not known. */
function moreOf(reading: Reading, { duties, next, doubt }: Cell): string | undefined {
  const { t, locale, records } = reading
  const titleOf = (list: readonly { id: string; title: Text }[], id: string) => {
    const record = list.find((one) => one.id === id)
    return record ? say(record.title, locale).text : id
  }
  const said = (disposition: ShownDisposition) => dispositionWord(reading, disposition).text
  const told = [
    doubt &&
      t('matrix.cellUnknown', {
        change: titleOf(records.changes, doubt.change),
        again: said(doubt.again),
        still: said(doubt.still),
      }),
    duties.length > 0 &&
      t('matrix.cellAlso', { rules: duties.map((id) => titleOf(records.rules, id)).join(t('unit.clauseSeparator')) }),
    next && t('matrix.cellNext', { date: formatDate(next.date, locale), answer: said(next.disposition) }),
  ].filter((line) => typeof line === 'string')
  return told.length > 0 ? told.join('\n') : undefined
}

function ColumnName({ reading, line }: { reading: Reading; line: Line }) {
  const { locale, t } = reading
  const said = valueName(line.value, locale)
  if (!line.inner) return <LineNames reading={reading} line={line} />
  // The group's own name stands above, but not on a phone.
  return (
    <>
      <span className="whole-name">{t('matrix.all', { group: said.text })}</span>
      <span className="short-name" aria-hidden="true">
        {t('matrix.allShort')}
      </span>
    </>
  )
}

const namesOf = ({ locale }: Reading, { value, also = [] }: Line): string[] =>
  [value, ...also].map((one) => valueName(one, locale).text)

/** A name of more signs than this has a wider column, or it would make the head of the table taller than its body. */
const mostSigns = 60

const classOfColumn = (reading: Reading, line: Line): string | undefined =>
  line.inner ? 'inner' : namesOf(reading, line).join().length > mostSigns ? 'long' : undefined

/** The name of a row or a column; of several that answer alike all their names. */
const LineNames = ({ reading: { t, locale }, line: { value, also = [] } }: { reading: Reading; line: Line }) =>
  [value, ...also].map((one, at) => (
    <span key={one.id}>
      {at > 0 && t('unit.separator')}
      <Spoken said={valueName(one, locale)} locale={locale} />
    </span>
  ))
