import { deskReading, deskWords } from '@/app/_server/desk-words'
import { requireRole } from '@/app/_server/session'
import { findDossier, type OpenDossier, openSite } from '@/app/_server/site'
import { english, japanese } from '@/lib/addresses/names'
import { publishedDate, say } from '@/lib/model'
import { allContradictions, type Contradiction, momentAt } from '@/lib/policy'
import { formatDate } from '@/lib/words/dates'
import { Attempt } from '../_components/Attempt'
import { DeskForm } from '../_components/DeskForm'
import { Field, Hidden } from '../_components/Field'
import { wordIn } from '../_components/options'
import { TabTitle } from '../_components/TabTitle'
import { settleContradiction } from './action'

/** Where published reports disagree, the open ones with a form to settle them. */
export default async function ContradictionsPage({ searchParams }: { searchParams: Promise<{ settle?: string }> }) {
  const { user } = await requireRole('editor')
  const t = await deskWords()
  const { settle } = await searchParams
  const { dossiers } = await openSite()
  const opened = (await Promise.all(dossiers.map(({ id }) => findDossier(id)))).filter((one) => one !== null)
  const found = opened.flatMap((open) =>
    allContradictions(momentAt(open.compiled, { on: open.today })).map((contradiction) => ({ open, contradiction })),
  )
  const unsettled = found.filter(({ contradiction }) => contradiction.resolution === null)
  return (
    <main id="main">
      <TabTitle of={t('contradictions.title')} />
      <header className="desk-head">
        <h1>{t('contradictions.title')}</h1>
      </header>
      <p className="hint">
        {t('contradictions.counts', { open: unsettled.length, settled: found.length - unsettled.length })}
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

interface OpenOneProps {
  open: OpenDossier
  contradiction: Contradiction
  settling: boolean
  user: string
}

async function OpenOne({ open, contradiction, settling, user }: OpenOneProps) {
  const [t, { locale }] = [await deskWords(), await deskReading()]
  const { kind, change, effects } = contradiction
  const { dossier } = open
  return (
    <section className="desk-section">
      <h2>
        {t('contradictions.heading', {
          change: say(change.change.title, locale).text,
          kind: t(`contradictions.kind.${kind}`),
        })}
      </h2>
      <ul>
        {effects.map(({ report, position, effect, date }) => (
          <li key={`${report.id} ${position}`}>
            {t.rich('contradictions.side', {
              stage: effect.stage ? wordIn(t, 'stage', effect.stage) : wordIn(t, 'effect', effect.kind),
              date: formatDate(date, locale),
              report: () => (
                <a href={`/${locale}/${dossier.id}/reports/${report.id}`}>{say(report.headline, locale).text}</a>
              ),
            })}{' '}
            <span className="hint">{formatDate(publishedDate(report.published, dossier.timeZone), locale)}</span>
          </li>
        ))}
      </ul>
      {settling ? (
        <SettleForm dossier={dossier.id} contradiction={contradiction} user={user} />
      ) : (
        <p>
          <a href={`/admin/contradictions?${new URLSearchParams({ settle: keyOf(contradiction) })}`}>
            {t('contradictions.settle')}
          </a>
        </p>
      )}
    </section>
  )
}

interface SettleProps {
  dossier: string
  contradiction: Contradiction
  user: string
}

async function SettleForm({ dossier, contradiction, user }: SettleProps) {
  const [t, { locale }] = [await deskWords(), await deskReading()]
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
        label={t('contradictions.holds')}
        options={reports.map(({ id, headline }) => ({ value: id, label: say(headline, locale).text }))}
      />
      <Field name="reason" label={t('contradictions.why')} rows={2} hint={t('contradictions.whyHint')} lang={english} />
      <Field name="reasonJa" label={t('contradictions.whyJa')} rows={2} lang={japanese} />
      <button type="submit">{t('contradictions.submit')}</button>
    </DeskForm>
  )
}
