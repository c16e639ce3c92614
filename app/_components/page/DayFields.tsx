import type { Reading } from '@/app/_reader/reading'

interface Props {
  reading: Reading
  on: string
  known: string | undefined
}

/** The day asked about, and by which day what counts had to be known. */
export const DayFields = ({ reading: { t, present }, on, known }: Props) => (
  <>
    <div className="field">
      <label htmlFor="on">{t('matrix.on')}</label>
      <input type="date" id="on" name="on" defaultValue={on} />
    </div>
    <div className="field">
      <label htmlFor="known">{t('matrix.known')}</label>
      <input
        type="date"
        id="known"
        name="known"
        max={present}
        defaultValue={known ?? ''}
        title={t('matrix.knownHint')}
      />
    </div>
  </>
)
