/** The heads of the columns of a table; that of a column of buttons is said, and not shown. */
export const TableHead = ({ columns }: { columns: readonly (string | { unseen: string })[] }) => (
  <thead>
    <tr>
      {columns.map((column) => {
        const said = typeof column === 'string' ? column : column.unseen
        return (
          <th key={said} scope="col">
            {typeof column === 'string' ? column : <span className="unseen-text">{column.unseen}</span>}
          </th>
        )
      })}
    </tr>
  </thead>
)
