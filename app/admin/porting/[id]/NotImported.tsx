import { deskWords } from '@/app/_server/desk-words'
import { CsvRefusedError } from '@/lib/porting/csv/rows'
import { Findings } from './Findings'
import type { OpenedUpload } from './opened'

/** Why a file cannot be imported as it stands: it cannot be read, or what is wrong in it, place by place. */
export async function NotImported({ opened }: { opened: Extract<OpenedUpload, { ok: false }> }) {
  const t = await deskWords()
  if ('gone' in opened)
    return (
      <p className="notice wrong" role="alert">
        {t('porting.said.dossier')}
      </p>
    )
  if ('refusal' in opened) {
    const { refusal } = opened
    return (
      <>
        <p>{t('porting.unread')}</p>
        <p className="notice wrong" role="alert">
          {refusal instanceof CsvRefusedError
            ? t(`porting.csv.fault.${refusal.fault}`, { line: refusal.line })
            : t(`porting.zip.${refusal.fault}`, { file: refusal.file })}
        </p>
      </>
    )
  }
  if (opened.problems.length === 0) return null
  return (
    <>
      <p>{t('porting.unread')}</p>
      <Findings problems={opened.problems} areDoubts={false} />
      {opened.isCut ? <p className="hint">{t('porting.csv.cut', { count: opened.problems.length })}</p> : null}
    </>
  )
}
