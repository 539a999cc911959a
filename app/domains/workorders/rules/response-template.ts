/** What a template may name; each stands for something of the order. */
export const templatePlaces = [
  'number',
  'title',
  'area',
  'department',
  'deadline',
  'category',
  'date',
] as const;
export type TemplatePlace = (typeof templatePlaces)[number];

const place = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** The places of a template that there are not, in the order of the text. */
export function unknownPlaces(template: string): string[] {
  const known: readonly string[] = templatePlaces;
  return [...template.matchAll(place)].map((match) => match[1] ?? '').filter((name) => !known.includes(name));
}

/**
 * The template with its places filled: `{{number}}` and so on, nothing else is read, and what is filled in is never read
 * again. Where a value is missing the template is refused with the place's name.
 */
export function fillTemplate(
  template: string,
  values: Readonly<Partial<Record<TemplatePlace, string>>>,
): { ok: true; text: string } | { ok: false; missing: string } {
  for (const [, name = ''] of template.matchAll(place)) {
    const value = Object.hasOwn(values, name) ? values[name as TemplatePlace] : undefined;
    if (value === undefined || value === '') return { ok: false, missing: name };
  }
  return {
    ok: true,
    text: template.replace(place, (_, name: string) => values[name as TemplatePlace] ?? ''),
  };
}
