import { cache } from 'react'
import type { Query, Reader, Reading } from '@/app/_components/reading'
import { Missing } from '@/app/_components/refusal'
import { todayIn } from '@/app/_server/clock'
import { currentSite, findDossier } from '@/app/_server/site'
import { isLocale, say } from '@/lib/model'
import { translator } from '@/lib/text/messages'
import { nearOnes } from '@/lib/text/near'

const countRecords = cache(async () => {
  const { dossiers } = await currentSite()
  const opened = await Promise.all(dossiers.map(({ id }) => findDossier(id)))
  return {
    dossiers: dossiers.length,
    reports: opened.reduce((sum, open) => sum + (open?.records.reports.length ?? 0), 0),
    rules: opened.reduce((sum, open) => sum + (open?.records.rules.length ?? 0), 0),
  }
})

/** What a page knows before it looks for anything. An unknown locale is read to in English. */
export async function openReader(asked: string, path: string, query: Query): Promise<Reader> {
  const locale = isLocale(asked) ? asked : 'en'
  const [{ edition, dossiers }, counts] = await Promise.all([currentSite(), countRecords()])
  const today = todayIn(dossiers[0]?.timeZone ?? 'UTC')
  return { locale, t: translator(locale), edition, path, query, counts, today }
}

/** The dossier that is read; `Missing` when there is none of that id. */
export async function openReading(reader: Reader, id: string): Promise<Reading | Missing> {
  const open = await findDossier(id)
  if (open) return { ...reader, ...open }
  const { dossiers } = await currentSite()
  const near = nearOnes(
    id,
    dossiers.map((dossier) => dossier.id),
  ).flatMap((found) => {
    const dossier = dossiers.find((candidate) => candidate.id === found)
    return dossier ? [{ href: `/${reader.locale}/${found}`, title: say(dossier.title, reader.locale).text }] : []
  })
  return new Missing('dossier', id, near)
}
