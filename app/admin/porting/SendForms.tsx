import { deskLocale, deskWords } from '@/app/_server/desk-words'
import { type Dossier, say } from '@/lib/model'
import { csvRowKinds } from '@/lib/porting/csv/fields'

const upload = { method: 'post', action: '/admin/porting/upload', encType: 'multipart/form-data' } as const

/** Plain forms: they need no scripts, and a file is sent as it is. */
export async function SendForms({ dossiers }: { dossiers: readonly Dossier[] }) {
  const t = await deskWords()
  return (
    <>
      <h3>{t('porting.zipTitle')}</h3>
      <p className="hint" id="f-file-hint">
        {t('porting.importLead')}
      </p>
      <form {...upload}>
        <div className="field">
          <label htmlFor="f-file">{t('porting.file')}</label>
          <input
            id="f-file"
            type="file"
            name="file"
            accept=".zip,application/zip"
            required
            aria-describedby="f-file-hint"
          />
        </div>
        <p>
          <button type="submit">{t('porting.send')}</button>
        </p>
      </form>
      {dossiers.length > 0 ? <SendTable dossiers={dossiers} /> : null}
    </>
  )
}

/** The file is the last part of the form: whoever takes it knows by then what it is. */
async function SendTable({ dossiers }: { dossiers: readonly Dossier[] }) {
  const [t, locale] = [await deskWords(), await deskLocale()]
  return (
    <>
      <h3>{t('porting.csv.title')}</h3>
      <p className="hint" id="f-table-hint">
        {t('porting.csv.lead')}
      </p>
      <form {...upload}>
        <div className="field">
          <label htmlFor="f-dossier">{t('porting.csv.dossier')}</label>
          <select id="f-dossier" name="dossier" required>
            {dossiers.map(({ id, title }) => (
              <option key={id} value={id}>
                {say(title, locale).text}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="f-rows">{t('porting.csv.rows')}</label>
          <select id="f-rows" name="rows" required>
            {csvRowKinds.map((rows) => (
              <option key={rows} value={rows}>
                {t(`porting.csv.${rows}`)}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="f-text">{t('porting.csv.paste')}</label>
          <textarea id="f-text" name="text" rows={4} aria-describedby="f-text-hint" />
          <p className="hint" id="f-text-hint">
            {t('porting.csv.pasteHint')}
          </p>
        </div>
        <div className="field">
          <label htmlFor="f-table">{t('porting.csv.file')}</label>
          <input
            id="f-table"
            type="file"
            name="file"
            accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
            aria-describedby="f-table-hint"
          />
        </div>
        <p>
          <button type="submit">{t('porting.csv.send')}</button>
        </p>
      </form>
    </>
  )
}
