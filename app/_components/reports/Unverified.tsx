import type { Reading } from '@/app/_reader/reading'
import { type Moment, restsOnUnseenAlone } from '@/lib/policy'
import { Sourcing } from './ReportLink'

/** Marks what rests on a change that no report that was seen tells of. */
export const Unverified = ({ reading, moment, change }: { reading: Reading; moment: Moment; change: string | null }) =>
  change !== null && restsOnUnseenAlone(moment, change) ? (
    <Sourcing report={{ sourcing: 'unseen' }} t={reading.t} />
  ) : null
