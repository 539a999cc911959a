/** What a field of a posted form holds; null for none, and for a file. */
export function textOf(form: FormData, name: string): string | null {
  const value = form.get(name);
  return typeof value === 'string' ? value : null;
}

/** The fields that look something up: each sends its words under its name and this ending. */
export function fieldsEndingIn(form: FormData, ending: string, most: number): string[] {
  return [...new Set(form.keys())]
    .filter((key) => key.endsWith(ending))
    .map((key) => key.slice(0, -ending.length))
    .filter((name) => name !== '')
    .slice(0, most);
}
