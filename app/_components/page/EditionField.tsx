import type { Reading } from '@/app/_reader/reading'

interface Props {
  reading: Reading
  name: string
  value: number | undefined
}

/** By which edition to answer; left empty, by the current one. */
export const EditionField = ({ reading: { t }, name, value }: Props) => (
  <div className="field narrow">
    <label htmlFor={name}>{t('compare.edition')}</label>
    <input type="number" min={1} id={name} name={name} defaultValue={value ?? ''} placeholder={t('compare.current')} />
  </div>
)
