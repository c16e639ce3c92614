import { todayIn } from '@/app/_server/clock'
import { deskLocale, deskWords } from '@/app/_server/desk-words'
import { requireRole } from '@/app/_server/session'
import { database } from '@/db/client'
import { recordKey } from '@/db/key'
import { findRecord, listRecords, listSources } from '@/db/queries/record'

import { typedDate } from '@/lib/asking/typed-date'
import { readReportsChange, reportsVerb } from '@/lib/forms/change-reports'
import { headingOf, say } from '@/lib/model'
import { faultsInWords } from '@/lib/words/desk-faults'
import { sourceOptions } from '../../_components/options'
import { TabTitle } from '../../_components/TabTitle'
import type { SearchParams } from '../asked'
import { ChangeForms } from './ChangeForms'
import { readChosen } from './chosen'
import { Preview } from './Preview'

/** Several reports of one dossier, changed alike: what to change, what becomes of each, and then their drafts. */
export default async function BulkPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requireRole('editor')
  const [t, locale] = [await deskWords(), await deskLocale()]
  const parameters = await searchParams
  const { db } = await database()
  const chosen = await readChosen(db, parameters)
  const dossier = chosen && (await findRecord(db, recordKey('dossier', chosen.dossier, chosen.dossier)))
  if (!chosen || !dossier) return <NothingChosen />
  await requireRole('editor', chosen.dossier)
  const [changes, sources] = await Promise.all([listRecords(db, 'change', chosen.dossier), listSources(db)])
  const verb = reportsVerb(parameters.verb)
  const values = valuesOf(parameters, `${verb}.`)
  const read = verb === null ? null : readReportsChange({ ...values, verb })
  const page = `/admin/reports/bulk?${new URLSearchParams([
    ...chosen.carried,
    ...(verb === null ? [] : [['verb', verb]]),
    ...Object.entries(values).map(([name, value]) => [`${verb}.${name}`, value]),
  ])}`
  const count = chosen.reports.length
  return (
    <main id="main">
      <TabTitle of={t('bulk.tab')} />
      <header className="desk-head">
        <p className="smallcaps">{say(dossier.record.title, locale).text}</p>
        <h1>{t('bulk.heading', { count })}</h1>
      </header>
      {chosen.others > 0 ? <p className="notice">{t('bulk.others', { count: chosen.others })}</p> : null}
      <details>
        <summary>{t('bulk.which')}</summary>
        <ul>
          {chosen.reports.map((report) => (
            <li key={report.id}>
              <a href={`/${locale}/${chosen.dossier}/reports/${report.id}`}>{say(headingOf(report), locale).text}</a>
            </li>
          ))}
        </ul>
      </details>
      {read?.ok ? (
        <Preview
          dossier={chosen.dossier}
          reports={chosen.reports}
          change={read.change}
          today={todayIn(dossier.record.timeZone)}
          page={page}
        />
      ) : null}
      <ChangeForms
        carried={chosen.carried}
        changes={changes.map(({ id, title }) => ({ value: id, label: say(title, locale).text }))}
        sources={sourceOptions(locale, new Map(sources.map((source) => [source.id, source])))}
        verb={verb}
        values={values}
        errors={read && !read.ok ? faultsInWords(t, read.errors) : {}}
      />
      <p>
        <a href="/admin/reports">{t('reports.back')}</a>
      </p>
    </main>
  )
}

/** What the form was filled in with that was sent; a date is read as people write it. */
function valuesOf(parameters: SearchParams, start: string): Record<string, string> {
  const filled = Object.entries(parameters).flatMap(([name, value]): [string, string][] =>
    name.startsWith(start) && typeof value === 'string' ? [[name.slice(start.length), value.trim()]] : [],
  )
  return Object.fromEntries(filled.map(([name, value]) => [name, name === 'on' ? typedDate(value) : value]))
}

async function NothingChosen() {
  const t = await deskWords()
  return (
    <main id="main">
      <TabTitle of={t('bulk.tab')} />
      <header className="desk-head">
        <h1>{t('bulk.nothing')}</h1>
      </header>
      <p>
        {t('bulk.nothingText')} <a href="/admin/reports">{t('reports.back')}</a>
      </p>
    </main>
  )
}
