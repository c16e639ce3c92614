import { expect, test } from 'vitest'
import { folded } from '@/app/_components/matrix/folded'
import { matrixTable } from '@/app/_components/matrix/matrix-table'
import { captionOf, opensOf } from '@/app/_components/matrix/StateOfPlay'
import { usualAxes, usualFixed } from '@/app/_reader/matrix-plan'
import { readContent } from '@/lib/content'
import { leavesOf } from '@/lib/model'
import { answerTo, casesOf, compileDossier, momentAt } from '@/lib/policy'
import { translator } from '@/lib/words/messages'

const read = await readContent('content')
if (!read.ok) throw new Error('the content is sound')
const { dossiers } = read.content

test.each(dossiers.map((records) => [records.dossier.id, records] as const))(
  'a folded cell asks about all that it stands for, and that has the answer it shows: %s',
  (_id, records) => {
    const compiled = compileDossier(records)
    const axes = usualAxes(records)
    if (!axes) throw new Error('two dimensions are wanted')
    const fixed = usualFixed(records, axes)
    const moment = momentAt(compiled, { on: '2026-06-01' })
    const table = folded(matrixTable(moment, { ...axes, fixed, groups: false }), axes)
    const leaves = (line: (typeof table.rows)[number] | undefined) =>
      line ? [line.value, ...(line.also ?? [])].flatMap(leavesOf).map(({ id }) => id) : []
    for (const [at, line] of table.cells.entries())
      for (const [place, { question, each, disposition }] of line.entries()) {
        const asked = each?.map((one) => one.question) ?? [question]
        const meant = {
          ...fixed,
          [axes.rows.id]: leaves(table.rows[at]),
          [axes.columns.id]: leaves(table.columns[place]),
        }
        const inOrder = (cases: object[]) => cases.map((one) => JSON.stringify(one)).toSorted()
        expect(inOrder(asked.flatMap((one) => casesOf(compiled, one)))).toEqual(inOrder(casesOf(compiled, meant)))
        if (disposition !== 'unknown')
          for (const one of asked) expect(answerTo(moment, one).disposition).toBe(disposition)
      }
  },
)

test.each(dossiers.map((records) => [records.dossier.id, records] as const))(
  'the sentence above a table says that a cell lists answers exactly where one does: %s',
  (_id, { dossier, ...records }) => {
    const axes = usualAxes({ dossier })
    if (!axes) throw new Error('two dimensions are wanted')
    const fixed = usualFixed({ dossier }, axes)
    const moment = momentAt(compileDossier({ dossier, ...records }), { on: '2026-06-01' })
    const whole = matrixTable(moment, { ...axes, fixed, groups: false })
    const reading = { t: translator('en'), locale: 'en', dossier } as const
    for (const table of [whole, folded(whole, axes)]) {
      const lists = table.cells.flat().some(({ each }) => each !== undefined && each.length > 1)
      expect(captionOf(reading, fixed, opensOf(table)).includes('lists them first')).toBe(lists)
    }
  },
)
