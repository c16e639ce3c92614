import { pinsOf, type Reader, type Reading } from '@/app/_reader/reading'
import { inMessages } from '@/lib/asking/in-messages'
import { type Dimension, type Group, type Locale, type Member, walkValues } from '@/lib/model'
import { formatDate } from '@/lib/words/dates'
import { echoed } from '@/lib/words/echo'
import { translator } from '@/lib/words/messages'
import { valueName } from '@/lib/words/names'

interface DayFieldsProps {
  reading: Reading
  on: string
  known: string | undefined
}

interface DateFieldProps {
  reading: Pick<Reading, 't' | 'locale' | 'refused'>
  name: string
  label: string
  value: string | undefined
  hint?: string
}

/** A date as people write it: 2023-08-23, 23 August 2023, August 2023. */
export const DateField = ({ reading, name, label, value, hint }: DateFieldProps) => (
  <div className="field">
    <label htmlFor={name}>{label}</label>
    <input
      id={name}
      name={name}
      defaultValue={typedIn(reading, name) ?? (value === undefined ? '' : formatDate(value, reading.locale))}
      placeholder={reading.t('matrix.dateHint')}
      title={hint}
      maxLength={40}
      autoComplete="off"
      {...marked(reading, name)}
    />
    <Refused reading={reading} name={name} />
  </div>
)

interface RefusedProps {
  reading: Pick<Reading, 't' | 'locale' | 'refused'>
  name: string
}

/** What was typed into a field that cannot be used; undefined where it can. */
export function typedIn({ refused }: Pick<Reading, 'refused'>, name: string): string | undefined {
  const problem = refused?.get(name)
  return problem && echoed(problem.value)
}

/** How a field that cannot be used leads to what is wrong with it. */
export const marked = ({ refused }: Pick<Reading, 'refused'>, name: string) =>
  refused?.has(name) ? { 'aria-invalid': true, 'aria-describedby': `${name}-refused` } : {}

/** What is wrong with a field, beside it; nothing where it can be used. */
export function Refused({ reading: { t, locale, refused }, name }: RefusedProps) {
  const problem = refused?.get(name)
  if (!problem) return null
  return (
    <p className="refused" id={`${name}-refused`}>
      {inMessages(problem, t, locale)}
    </p>
  )
}

/** The day asked about, and by which day what counts had to be known. */
export const DayFields = ({ reading, on, known }: DayFieldsProps) => (
  <>
    <DateField reading={reading} name="on" label={reading.t('matrix.on')} value={on} />
    <DateField
      reading={reading}
      name="known"
      label={reading.t('matrix.known')}
      value={known}
      hint={reading.t('matrix.knownHint')}
    />
  </>
)

interface EditionFieldProps {
  reading: Reading
  name: string
  value: number | undefined
}

/** By which edition to answer; left empty, by the current one. */
export const EditionField = ({ reading, name, value }: EditionFieldProps) => (
  <div className="field narrow">
    <label htmlFor={name}>{reading.t('compare.edition')}</label>
    <input
      type="number"
      min={1}
      id={name}
      name={name}
      defaultValue={value ?? ''}
      placeholder={reading.t('compare.current')}
      {...marked(reading, name)}
    />
    <Refused reading={reading} name={name} />
  </div>
)

const indent = '\u2003'

/** What a question may name in a dimension, for a select: values in tree order, what is deeper further in, then groups and members. */
export const ValueOptions = ({ dimension, locale }: { dimension: Dimension; locale: Locale }) => (
  <>
    {[...walkValues(dimension.values)].map(({ value, depth }) => (
      <option key={value.id} value={value.id}>
        {indent.repeat(depth) + valueName(value, locale).text}
      </option>
    ))}
    {(['groups', 'members'] as const).map((kind) => (
      <NamedOptions
        key={kind}
        named={dimension[kind] ?? []}
        label={translator(locale)(`ask.${kind}`)}
        locale={locale}
      />
    ))}
  </>
)

const NamedOptions = ({
  named,
  label,
  locale,
}: {
  named: readonly (Group | Member)[]
  label: string
  locale: Locale
}) =>
  named.length > 0 && (
    <optgroup label={label}>
      {named.map((one) => (
        <option key={one.id} value={one.id}>
          {valueName(one, locale).text}
        </option>
      ))}
    </optgroup>
  )

/** What is pinned, as hidden fields: a GET form leaves the query of its own address behind. A field that it shows is no pin. */
export const Pins = ({ reader, shown }: { reader: Reader; shown?: 'edition' }) =>
  Object.entries(pinsOf(reader)).map(([name, value]) =>
    value === undefined || name === shown ? null : <input key={name} type="hidden" name={name} value={value} />,
  )
