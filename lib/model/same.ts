/** Whether two records, as they are stored, say the same: every field, in the same order, as a file of them would be written. */
export const isSameRecord = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b)
