/** What the program is called where it speaks of itself to whoever runs it, and what a site is called that has no name yet. */
export const program = 'Rulewire'
