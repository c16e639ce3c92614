import { deskLocale, deskWords } from '@/app/_server/desk-words'
import { findDossier } from '@/app/_server/site'
import type { Upload } from '@/db/queries/porting/upload'
import {
  actorKinds,
  certainties,
  effectKinds,
  type Locale,
  reportKinds,
  sourceKinds,
  sourcings,
  stages,
  stances,
} from '@/lib/model'
import type { NameKind } from '@/lib/porting/csv/fields'
import type { Unfound } from '@/lib/porting/csv/names'
import type { DeskWords } from '@/lib/words/desk-messages'
import { DeskForm } from '../../../_components/DeskForm'
import { Field, type Option } from '../../../_components/Field'
import { actorOptions, changeOptions, sourceOptions, wordOptions } from '../../../_components/options'
import type { TableFindings } from '../opened'
import { chooseNames } from './action'

/** Names for which a choice is asked at once. */
const mostAsked = 100

/** The names in a file that no record has, with a choice for each: which one is meant, a new one, or to leave the rows out. */
export async function NamesForm({ upload, table }: { upload: Upload; table: TableFindings }) {
  const [t, locale] = [await deskWords(), await deskLocale()]
  const shown = table.unfound.slice(0, mostAsked)
  const open = table.unfound.filter(({ choice }) => choice === '').length
  const options = await optionsFor(shown, upload.plan?.dossier ?? '', t, locale)
  const left = table.unfound.length - shown.length
  return (
    <section className="desk-section" id="names">
      <h2>{t('porting.csv.names')}</h2>
      {open > 0 ? (
        <p className="notice wrong" role="alert">
          {t('porting.csv.namesOpen', { count: open })}
        </p>
      ) : null}
      <DeskForm action={chooseNames} page={`/admin/porting/${upload.id}`}>
        <input type="hidden" name="upload" value={upload.id} />
        <div className="grid">
          {shown.map(({ kind, key, text, rows, firstLine, choice }, at) => (
            <div key={`${kind} ${key}`}>
              <input type="hidden" name={`kind.${at}`} value={kind} />
              <input type="hidden" name={`key.${at}`} value={key} />
              <Field
                name={`choice.${at}`}
                label={t('porting.csv.nameOf', { kind: t(`porting.csv.kind.${kind}`), name: text.slice(0, 200) })}
                hint={t('porting.csv.nameRows', { count: rows, line: firstLine })}
                options={options.get(kind) ?? []}
                empty={t('porting.csv.nameChoose')}
                value={choice}
              />
            </div>
          ))}
        </div>
        {left > 0 || table.hasMoreUnfound ? (
          <p className="hint">{t('porting.csv.namesMore', { count: left })}</p>
        ) : null}
        <p>
          <button type="submit">{t('porting.csv.namesSave')}</button>
        </p>
      </DeskForm>
    </section>
  )
}

async function optionsFor(
  shown: readonly Unfound[],
  dossier: string,
  t: DeskWords,
  locale: Locale,
): Promise<Map<NameKind, Option[]>> {
  const open = await findDossier(dossier)
  const found = new Map<NameKind, Option[]>()
  const leave = { value: '-', label: t('porting.csv.nameLeave') }
  const anew = (options: Option[]) =>
    options.map(({ value, label }) => ({ value: `+${value}`, label, group: t('porting.csv.nameNew') }))
  for (const kind of new Set(shown.map((one) => one.kind))) found.set(kind, [leave, ...optionsOf(kind)])
  return found

  function optionsOf(kind: NameKind): Option[] {
    switch (kind) {
      case 'source':
        return [
          ...anew(wordOptions(t, 'sourceKind', sourceKinds)),
          ...sourceOptions(locale, open?.sources ?? new Map()),
        ]
      case 'actor':
        return [
          ...anew(wordOptions(t, 'actorKind', actorKinds)),
          ...actorOptions(locale, open?.compiled.records.actors ?? []),
        ]
      case 'change':
        return open ? changeOptions({ t, locale }, open.compiled, open.today) : []
      case 'stance':
        return wordOptions(t, kind, stances)
      case 'reportKind':
        return wordOptions(t, kind, reportKinds)
      case 'sourcing':
        return wordOptions(t, kind, sourcings)
      case 'effect':
        return wordOptions(t, kind, effectKinds)
      case 'stage':
        return wordOptions(t, kind, stages)
      case 'certainty':
        return wordOptions(t, kind, certainties)
    }
  }
}
