import type { ReactNode } from 'react'

interface Props {
  kicker: ReactNode
  title: ReactNode
  /** A record's heading is smaller than that of a dossier: it is one of many and often long. */
  small?: boolean
  children?: ReactNode
}

/** The head of a page: what it is, its title, what stands first. */
export const Head = ({ kicker, title, small = false, children }: Props) => (
  <div className={small ? 'head small' : 'head'}>
    <p className="smallcaps">{kicker}</p>
    <h1>{title}</h1>
    {children}
  </div>
)
