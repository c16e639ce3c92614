import type { Hindrance } from '@/app/_server/action-state'
import { Timed } from './Moment'

/** What hinders something, each with the way to where it is mended. */
export const Hindrances = ({ of }: { of: readonly Hindrance[] }) =>
  of.length === 0 ? null : (
    <ul>
      {of.map(({ label, says, href }) => (
        <li key={`${label} ${says}`}>
          {href === undefined ? label : <a href={href}>{label}</a>} <Timed text={says} />
        </li>
      ))}
    </ul>
  )
