import { z } from 'zod';
import type { PublishedCollection } from '../../known-subjects';
import { readPublicCursor } from './cursor';

export const mostOnAPage = 100;
export const usualOnAPage = 20;

const earliest = '1900';
const time = z.iso
  .datetime({ offset: true })
  .refine((text) => text >= earliest && text < '9999', 'not-a-time');

/** All that a list can be asked for. */
const all = z.object({
  limit: z.int().min(1).max(mostOnAPage).optional(),
  cursor: z
    .string()
    .max(400)
    .refine((text) => readPublicCursor(text) !== null, 'wrong-form')
    .optional(),
  area: z
    .string()
    .regex(/^\d{4,15}$/)
    .optional(),
  state: z.string().optional(),
  since: time.optional(),
  until: time.optional(),
});

/** What this collection can be asked for: the same schema checks the call and describes it. */
export function parametersOf({
  states,
  time: narrowed,
  inAreas,
}: Pick<PublishedCollection<unknown>, 'states' | 'time' | 'inAreas'>) {
  const { limit, cursor, area, since, until } = all.shape;
  return z.strictObject({
    ...{ limit, cursor },
    ...(inAreas && { area }),
    ...(states.length > 0 && { state: z.enum(states).optional() }),
    ...(narrowed !== null && { since, until }),
  });
}

/** As typed in the address: numbers are numbers. A parameter that is given twice stays a list, which is none of the forms. */
export function typedParameters(search: URLSearchParams): Record<string, unknown> {
  const typed = new Map<string, unknown>();
  for (const name of new Set(search.keys())) {
    const texts = search.getAll(name);
    const [text = ''] = texts;
    const value = name === 'limit' && /^-?\d{1,9}$/.test(text) ? Number(text) : text;
    typed.set(name, texts.length === 1 ? value : texts);
  }
  return Object.fromEntries(typed);
}

/** What was asked, as the collections take it. */
export function askedBy(checked: Record<string, unknown>) {
  const { limit = usualOnAPage, cursor, area, state, since, until } = all.parse(checked);
  return {
    size: limit,
    cursor: cursor === undefined ? undefined : (readPublicCursor(cursor) ?? undefined),
    areaId: area,
    state,
    since: since === undefined ? undefined : new Date(since),
    until: until === undefined ? undefined : new Date(until),
  };
}
