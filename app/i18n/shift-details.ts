import { hasKey, textIn } from './catalogue';
import { events } from './events';
import { dateFormat } from '~/lib/formats';
import type { Locale } from './locale';
import { spanText } from './span-text';

type Line =
  | 'place'
  | 'was-place'
  | 'task'
  | 'was-task'
  | 'contact'
  | 'was-contact'
  | 'was-role'
  | 'evaluation'
  | 'message';
type Data = Readonly<Record<string, unknown>>;

function instantOf(value: unknown): Date | null {
  const instant = typeof value === 'string' || value instanceof Date ? new Date(value) : null;
  return instant && !Number.isNaN(instant.getTime()) ? instant : null;
}

const given = (value: unknown): value is string => typeof value === 'string' && value !== '';

/**
 * What an event says of a shift: when, where, with whom; what was before, where it was changed. `whole` says place, task
 * and term too, which a timeline says for all kinds of events.
 */
export function shiftDetails(
  where: { locale: Locale; timeZone: string },
  data: Data,
  { whole = false }: { whole?: boolean } = {},
): string[] {
  const t = textIn(where.locale, events);
  const span = (name: 'shift' | 'was-shift', from: unknown, to: unknown) => {
    const [startsAt, endsAt] = [instantOf(from), instantOf(to)];
    return startsAt && endsAt ? [t(`detail.${name}`, { value: spanText(where, { startsAt, endsAt }) })] : [];
  };
  const line = (name: Line, value: unknown) => (given(value) ? [t(`detail.${name}`, { value })] : []);
  const isShift = instantOf(data.startsAt) !== null;
  const tells = isShift && whole;
  return [
    ...span('shift', data.startsAt, data.endsAt),
    ...span('was-shift', data.wasStartsAt, data.wasEndsAt),
    ...(tells || (whole && given(data.wasPlace)) ? line('place', data.place) : []),
    ...line('was-place', data.wasPlace),
    ...(tells ? line('task', data.task) : []),
    ...line('was-task', data.wasTask),
    ...rolesOf(where.locale, data),
    ...line('was-role', data.wasRole),
    ...seats(where.locale, data),
    ...(isShift || data.reached !== undefined ? line('contact', data.contact) : []),
    ...line('was-contact', data.wasContact),
    ...(data.reached === true ? [t('detail.reached')] : []),
    ...(tells ? termOf(where, data) : []),
    ...line('evaluation', data.evaluation),
    ...(typeof data.stars === 'number' ? [t('detail.stars', { value: data.stars })] : []),
    ...line('message', data.message),
    ...changedOf(where.locale, data.changed),
  ];
}

function seats(locale: Locale, { wasCapacity, capacity }: Data): string[] {
  if (typeof wasCapacity !== 'number' || typeof capacity !== 'number') return [];
  return [textIn(locale, events)('detail.capacity', { was: wasCapacity, is: capacity })];
}

/** The parts of a shift with their seats, before and after; none is said in words. */
function rolesOf(locale: Locale, { roles, wasRoles }: Data): string[] {
  if (!Array.isArray(roles) || !Array.isArray(wasRoles)) return [];
  const t = textIn(locale, events);
  const said = (given: readonly unknown[]) => {
    const parts = given.map((one) => {
      const { name, capacity } = (one ?? {}) as Record<string, unknown>;
      return t('detail.role', { name: String(name), count: Number(capacity) });
    });
    return parts.length === 0 ? t('detail.no-roles') : parts.join(t('detail.roles-between'));
  };
  return [t('detail.roles', { was: said(wasRoles), is: said(roles) })];
}

function termOf({ locale, timeZone }: { locale: Locale; timeZone: string }, { until }: Data): string[] {
  const instant = instantOf(until);
  const format = dateFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  return instant ? [textIn(locale, events)('detail.until', { value: format.format(instant) })] : [];
}

/** Fields of an activity that were changed, each with what it was and is. */
function changedOf(locale: Locale, changed: unknown): string[] {
  if (!Array.isArray(changed)) return [];
  return changed.flatMap((one: unknown) => {
    const { field, was, is } = (one ?? {}) as Record<string, unknown>;
    const key = `detail.changed.${String(field)}`;
    return hasKey(events, key) ? [textIn(locale, events)(key, { was: String(was), is: String(is) })] : [];
  });
}
