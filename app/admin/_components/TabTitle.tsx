/** The title of a tab by what its page shows. Metadata cannot tell it: at the desk it asks for no role, and reads nothing. */
export const TabTitle = ({ of }: { of: string }) => <title>{`${of} · Rulewire desk`}</title>
