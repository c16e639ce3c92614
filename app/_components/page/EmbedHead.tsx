import type { ReactNode } from 'react'

/** The head of what is embedded: what it is, in one line with the link to all of it. */
export const EmbedHead = ({ href, children, label }: { href: string; children: ReactNode; label: ReactNode }) => (
  <div className="embed-head">
    <p className="smallcaps">{label}</p>
    <h1>
      <a href={href}>{children}</a>
    </h1>
  </div>
)
