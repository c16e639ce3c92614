import type { Db } from '@/db/client'
import { dossiersOfEdition } from '@/db/queries/revision'
import { type Dossier, type Locale, type Site, say, shownLanguages } from '@/lib/model'
import type { DeskWords } from '@/lib/words/desk-messages'

interface Given {
  site: Site
  dossiers: readonly Dossier[]
  t: DeskWords
  locale: Locale
}

/** Where readers find what an edition changed: the dossiers that are there, or the front page. */
export async function whatToSee(
  db: Db,
  edition: number,
  { site, dossiers, t, locale }: Given,
): Promise<{ href: string; says: string }[]> {
  if (!Number.isSafeInteger(edition)) return []
  const languages = shownLanguages(site)
  const language = languages.find((one) => one === locale) ?? languages[0] ?? locale
  const changed = new Set(await dossiersOfEdition(db, edition))
  const shown = dossiers.filter(({ id }) => changed.has(id))
  if (shown.length === 0) return [{ href: `/${language}`, says: t('home.seeIt') }]
  return shown.map(({ id, title }) => ({
    href: `/${language}/${id}`,
    says: shown.length > 1 ? t('home.seeDossier', { dossier: say(title, locale).text }) : t('home.seeIt'),
  }))
}
