import type { Metadata } from 'next'
import { requireRole } from '@/app/_server/session'
import { findDossier, type OpenDossier, openSite } from '@/app/_server/site'
import { deskLanguage, japanese } from '@/lib/addresses/names'
import { publishedDate, say } from '@/lib/model'
import { allContradictions, type Contradiction, momentAt } from '@/lib/policy'
import { formatDate } from '@/lib/words/dates'
import { Attempt } from '../_components/Attempt'
import { DeskForm } from '../_components/DeskForm'
import { Field, Hidden } from '../_components/Field'
import { settleContradiction } from './action'

export const metadata: Metadata = { title: 'Contradictions' }

/** Where published reports disagree, the open ones with a form to settle them. */
export default async function ContradictionsPage({ searchParams }: { searchParams: Promise<{ settle?: string }> }) {
  const { user } = await requireRole('editor')
  const { settle } = await searchParams
  const { dossiers } = await openSite()
  const opened = (await Promise.all(dossiers.map(({ id }) => findDossier(id)))).filter((one) => one !== null)
  const found = opened.flatMap((open) =>
    allContradictions(momentAt(open.compiled, { on: open.today })).map((contradiction) => ({ open, contradiction })),
  )
  const unsettled = found.filter(({ contradiction }) => contradiction.resolution === null)
  return (
    <main id="main">
      <header className="desk-head">
        <h1>Contradictions</h1>
      </header>
      <p className="hint">
        {unsettled.length} open, {found.length - unsettled.length} settled. Both sides stay public; a settlement says
        which one holds, and why.
      </p>
      {unsettled.map(({ open, contradiction }) => (
        <OpenOne
          key={keyOf(contradiction)}
          open={open}
          contradiction={contradiction}
          settling={settle === keyOf(contradiction)}
          user={user.id}
        />
      ))}
    </main>
  )
}

const keyOf = ({ kind, change, effects }: Contradiction): string =>
  `${kind} ${change.id} ${effects.map(({ report, position }) => `${report.id} ${position}`).join(' ')}`

const kinds: Record<Contradiction['kind'], string> = {
  dates: 'one step, dated differently',
  stages: 'different stages of one day',
  certainty: 'said by one, denied or only possible by another',
  disputed: 'disputed',
}

interface OpenOneProps {
  open: OpenDossier
  contradiction: Contradiction
  settling: boolean
  user: string
}

function OpenOne({ open, contradiction, settling, user }: OpenOneProps) {
  const { kind, change, effects } = contradiction
  const { dossier } = open
  return (
    <section className="desk-section">
      <h2>
        {say(change.change.title, deskLanguage).text}: {kinds[kind]}
      </h2>
      <ul>
        {effects.map(({ report, position, effect, date }) => (
          <li key={`${report.id} ${position}`}>
            {effect.stage ?? effect.kind}, {formatDate(date, deskLanguage)}:{' '}
            <a href={`/${deskLanguage}/${dossier.id}/reports/${report.id}`}>
              {say(report.headline, deskLanguage).text}
            </a>{' '}
            <span className="hint">{formatDate(publishedDate(report.published, dossier.timeZone), deskLanguage)}</span>
          </li>
        ))}
      </ul>
      {settling ? (
        <SettleForm dossier={dossier.id} contradiction={contradiction} user={user} />
      ) : (
        <p>
          <a href={`/admin/contradictions?${new URLSearchParams({ settle: keyOf(contradiction) })}`}>Settle this</a>
        </p>
      )}
    </section>
  )
}

function SettleForm({ dossier, contradiction, user }: { dossier: string; contradiction: Contradiction; user: string }) {
  const { kind, change, effects } = contradiction
  const settle = keyOf(contradiction)
  const reports = [...new Map(effects.map(({ report }) => [report.id, report])).values()]
  return (
    <DeskForm
      action={settleContradiction}
      page={`/admin/contradictions?${new URLSearchParams({ settle })}`}
      keep={{ user, name: `settle ${settle}` }}
    >
      <Attempt />
      <Hidden name="dossier" value={dossier} />
      <Hidden name="change" value={change.id} />
      <Hidden name="about" value={kind} />
      <Hidden name="disputing" value={kind === 'disputed' ? (reports[0]?.id ?? '') : ''} />
      <Hidden name="rivals" value={reports.map(({ id }) => id).join(' ')} />
      <Field
        name="holds"
        label="Which report holds"
        options={reports.map(({ id, headline }) => ({ value: id, label: say(headline, deskLanguage).text }))}
      />
      <Field name="reason" label="Why, in English" rows={2} hint="Readers see this." />
      <Field name="reasonJa" label="Why, in Japanese" rows={2} lang={japanese} />
      <button type="submit">Settle in a draft</button>
    </DeskForm>
  )
}
