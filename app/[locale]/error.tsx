'use client'

import { japanese } from '@/lib/addresses/names'
import { program } from '@/lib/program'

/** Shown where a page failed. Next asks for a client component here; it is the only one of the public site. */
export default function PublicError({ error }: { error: Error & { digest?: string } }) {
  return (
    <main className="page">
      <div className="head small">
        <p className="smallcaps">500</p>
        <h1>
          This page failed. <span lang={japanese}>このページを表示できませんでした。</span>
        </h1>
        {error.digest && <p className="standfirst">{error.digest}</p>}
        <p>
          <a href="/">{program}</a>
        </p>
      </div>
    </main>
  )
}
