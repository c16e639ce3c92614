import { MovedTable } from '@/app/_components/differences/MovedTable'
import { Contradictions } from '@/app/_components/reports/Contradictions'
import { TimelineEntry } from '@/app/_components/reports/TimelineEntry'
import { openReader } from '@/app/_reader/open'
import type { Reading } from '@/app/_reader/reading'
import { deskLocale, deskWords } from '@/app/_server/desk-words'
import type { DraftCheck } from '@/app/_server/drafts/draft-check'
import type { Draft } from '@/db/queries/draft'
import { pages } from '@/lib/addresses/pages'
import { folderOf, type RecordFolder } from '@/lib/feeds/followed'
import { changesOfRule, type Locale, parseRecord, type Report, say, type Text } from '@/lib/model'
import { allContradictions, momentAt } from '@/lib/policy'
import { formatDate } from '@/lib/words/dates'
import type { DeskWords } from '@/lib/words/desk-messages'

interface Props {
  draft: Draft
  check: DraftCheck
}

/** What readers will get from this draft, in the words of the public pages: its entry, the answers it moves, what it disagrees with. */
export async function Preview({ draft, check }: Props) {
  const dossier = check.compiled?.dossier
  if (!dossier) return null
  const [t, locale] = [await deskWords(), await deskLocale()]
  const reading = await readingAfter(check, locale)
  const parsed = draft.kind === 'report' && draft.data !== null ? parseRecord('report', draft.data) : null
  return (
    <section className="preview" aria-label={t('draft.readersGet')}>
      {reading && parsed?.ok ? (
        <>
          <h2>{t('draft.inTimeline')}</h2>
          <TimelineEntry reading={reading} report={parsed.record} level="h3" fullDate />
        </>
      ) : null}
      <h2>{t('draft.willMove')}</h2>
      {reading ? (
        <MovedAnswers desk={t} reading={reading} moved={check.moved} />
      ) : (
        <p className="hint">{t('draft.willMoveLater')}</p>
      )}
      {reading && parsed?.ok ? (
        <>
          <Raised desk={t} reading={reading} report={draft.recordId} />
          <Feeds desk={t} reading={reading} report={parsed.record} />
        </>
      ) : null}
    </section>
  )
}

/** The dossier as readers would find it; null while something is wrong with the draft. */
async function readingAfter({ after, sources, today }: DraftCheck, locale: Locale): Promise<Reading | null> {
  if (!after) return null
  const { dossier, standing } = after
  const { reader } = await openReader(locale, pages.dossier, `/${dossier.id}`, {})
  return { ...reader, dossier, records: standing, compiled: after, sources, timeZone: dossier.timeZone, today }
}

interface InWords {
  /** The words of the desk. */
  desk: DeskWords
  reading: Reading
}

function MovedAnswers({ desk, reading, moved }: InWords & { moved: DraftCheck['moved'] }) {
  const { t, locale } = reading
  if (moved.length === 0) return <p className="hint">{desk('moved.none')}</p>
  return moved.map(({ day, differences }) => (
    <MovedTable
      key={day}
      reading={reading}
      differences={differences}
      caption={t('edition.movedOn', { from: formatDate(day, locale), until: '', count: differences.length })}
    />
  ))
}

/** The contradictions in which a report would stand, with the reports on their other sides. */
function Raised({ desk, reading, report }: InWords & { report: string }) {
  const raised = allContradictions(momentAt(reading.compiled, { on: reading.today })).filter(
    ({ effects, resolution }) => !resolution && effects.some((one) => one.report.id === report),
  )
  if (raised.length === 0) return null
  return (
    <>
      <h2>{desk('draft.disagrees')}</h2>
      <Contradictions reading={reading} contradictions={raised} />
    </>
  )
}

/** The feeds in which a report will stand: of the site, of its dossier, and of what it names. */
function Feeds({ desk, reading, report }: InWords & { report: Report }) {
  const { records, dossier, locale } = reading
  const changes = new Set([...report.effects, ...report.positions, ...report.expectations].map(({ change }) => change))
  const actors = new Set(report.positions.map(({ actor }) => actor))
  const named = (folder: RecordFolder, found: readonly { id: string; text: Text }[]) =>
    found.map(({ id, text }) => ({
      folder: folderOf({ dossier: dossier.id, folder, id }),
      title: say(text, locale).text,
    }))
  const feeds = [
    { folder: '', title: reading.siteName },
    { folder: folderOf({ dossier: dossier.id }), title: say(dossier.title, locale).text },
    ...named(
      'changes',
      records.changes.filter(({ id }) => changes.has(id)).map(({ id, title }) => ({ id, text: title })),
    ),
    ...named(
      'rules',
      records.rules
        .filter(({ id }) => changesOfRule(records.changes, id).some((change) => changes.has(change)))
        .map(({ id, title }) => ({ id, text: title })),
    ),
    ...named(
      'actors',
      records.actors.filter(({ id }) => actors.has(id)).map(({ id, name }) => ({ id, text: name })),
    ),
  ]
  return (
    <>
      <h2>{desk('draft.feeds')}</h2>
      <ul>
        {feeds.map(({ folder, title }) => (
          <li key={folder}>
            <a href={`/${locale}${folder}/feed.xml`}>{title}</a>
          </li>
        ))}
      </ul>
    </>
  )
}
