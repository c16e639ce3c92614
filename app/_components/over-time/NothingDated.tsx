import { hrefTo, type Reading } from '@/app/_reader/reading'

/** What will stand on a page of dates while nothing of the dossier has one, and where to look until then. */
export function NothingDated({ reading, page }: { reading: Reading; page: 'matrix' | 'calendar' }) {
  const to = (place: 'changes' | 'rules' | 'timeline') => (text: React.ReactNode) => (
    <a href={hrefTo(reading, place)}>{text}</a>
  )
  return (
    <p className="notice">
      {reading.t.rich(`${page}.nothing`, {
        changes: to('changes'),
        rules: to('rules'),
        timeline: to('timeline'),
      })}
    </p>
  )
}
