import type { ReactNode } from 'react'

interface Props {
  id: string
  title: ReactNode
  /** A link or a form on the right of the title. */
  aside?: ReactNode
  children: ReactNode
}

/** A part of a page under its own heading. */
export const Section = ({ id, title, aside, children }: Props) => (
  <section className="section" aria-labelledby={id}>
    <div className="section-head">
      <h2 id={id}>{title}</h2>
      {aside}
    </div>
    {children}
  </section>
)

/** A part of the rail beside the text. */
export const RailSection = ({ id, title, children }: Props) => (
  <section aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    {children}
  </section>
)
