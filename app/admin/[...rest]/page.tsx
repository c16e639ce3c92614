import { notFound } from 'next/navigation'
import { requireRole } from '@/app/_server/session'

/** An address of the desk that there is not. */
export default async function MissingPage() {
  await requireRole('author')
  notFound()
}
