/** A text as part of a LIKE pattern with `ESCAPE '\'`, so that `%` and `_` mean themselves. */
export const escapeLike = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`)
