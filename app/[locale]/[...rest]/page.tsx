import type { Reader } from '@/app/_reader/reading'
import { Missing } from '@/app/_reader/refusal'
import { siteMetadata, sitePage } from '@/app/[locale]/_frame/document'
import { nowhere } from '@/lib/addresses/pages'

/** Any address below a language that no page answers for. */
const missing = (reader: Reader) => Promise.reject(new Missing('page', reader.path.slice(1)))

export const generateMetadata = siteMetadata(nowhere, missing)
export default sitePage(nowhere, missing)
