/** The fields of a form; boxes of one name that are ticked are one field of ids. */
export function together(formData: FormData): [string, string][] {
  const fields = new Map<string, string>()
  for (const [name, value] of formData)
    if (typeof value === 'string') fields.set(name, fields.has(name) ? `${fields.get(name)} ${value}`.trim() : value)
  return [...fields]
}
