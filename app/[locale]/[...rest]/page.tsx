import type { Reader } from '@/app/_components/reading'
import { Missing } from '@/app/_components/refusal'
import { nowhere } from '@/lib/addresses/pages'
import { siteMetadata, sitePage } from '../document'

export const dynamic = 'force-dynamic'

/** Any address below a language that no page answers for. */
const missing = (reader: Reader) => Promise.reject(new Missing('page', reader.path.slice(1)))

export const generateMetadata = siteMetadata(nowhere, missing)
export default sitePage(nowhere, missing)
