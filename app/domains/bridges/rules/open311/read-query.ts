import type { CallFault } from './check-request';
import { requestStatuses } from './statuses';
import type { RequestStatus } from './statuses';
import { readDate } from './w3c-dates';

const day = 24 * 3600_000;
export const longestSpanDays = 90;
export const mostRequests = 1000;
/** More would not fit into the address of a call. */
export const mostIds = 1000;

/** What `GET requests` asks for. */
export interface RequestQuery {
  /** Given ids override every other filter. */
  ids: string[] | null;
  from: Date;
  to: Date;
  /** The client gave the window itself: then what was changed in it counts as well as what was asked in it. */
  stated: boolean;
  /** `updated_after` and `updated_before`: only what was changed between them. */
  updated: { from: Date; to: Date } | null;
  categories: string[] | null;
  statuses: RequestStatus[];
  page: number;
  pageSize: number;
  /** `extensions=true`. */
  extended: boolean;
}

type Read<Value> = { ok: true; value: Value } | { ok: false; faults: CallFault[] };

/** Empty is absent. */
export function parameter(search: URLSearchParams, name: string): string | null {
  const text = search.get(name)?.trim();
  return text ? text : null;
}

const listOf = (text: string | null) =>
  text === null
    ? []
    : text
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== '');

const noService = (code: string): CallFault => ({ status: 404, key: 'fault.no-service', params: { code } });
const notAValue = (name: string): CallFault => ({ status: 400, key: 'fault.not-a-value', params: { name } });

interface Ends {
  start: Date | null;
  end: Date | null;
  faults: CallFault[];
}

/** The two ends of a window as given; a date that is none is a fault. */
function ends(search: URLSearchParams, names: [string, string] = ['start_date', 'end_date']): Ends {
  const faults: CallFault[] = [];
  const read = (name: string) => {
    const text = parameter(search, name);
    const date = text === null ? null : readDate(text);
    if (text !== null && date === null)
      faults.push({ status: 400, key: 'fault.not-a-date', params: { name } });
    return date;
  };
  return { start: read(names[0]), end: read(names[1]), faults };
}

/** `updated_after` and `updated_before`, an extension of several servers; null where neither is given. */
function updatedBetween(search: URLSearchParams, now: Date) {
  const { start, end, faults } = ends(search, ['updated_after', 'updated_before']);
  const updated = start || end ? { from: start ?? new Date(0), to: end ?? now } : null;
  if (updated && updated.from > updated.to) faults.push({ status: 400, key: 'fault.window-backwards' });
  return { updated, faults };
}

function wholeNumber(
  search: URLSearchParams,
  name: string,
  { usual, most }: { usual: number; most: number },
) {
  const text = parameter(search, name);
  if (text === null) return usual;
  const value = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  return value >= 1 && value <= most ? value : null;
}

/**
 * Reads the filters of GeoReport v2 with the extensions `page`, `page_size`, `updated_after`, `updated_before` and `extensions`. Without dates the last
 * 90 days count; with one, the 90 days from or to it; more than 90 days are refused. `services`: the codes that are known.
 */
export function readRequestQuery(
  search: URLSearchParams,
  now: Date,
  services: readonly string[],
): Read<RequestQuery> {
  const { start, end, faults } = ends(search);
  const span = longestSpanDays * day;
  const to =
    end ??
    (start ? new Date(Math.max(start.getTime(), Math.min(now.getTime(), start.getTime() + span))) : now);
  const from = start ?? new Date(to.getTime() - span);
  const { updated, faults: wrong } = updatedBetween(search, now);
  faults.push(...wrong);
  const ids = listOf(parameter(search, 'service_request_id'));
  if (from > to) faults.push({ status: 400, key: 'fault.window-backwards' });
  else if (to.getTime() - from.getTime() > span)
    faults.push({ status: 400, key: 'fault.window-too-long', params: { days: longestSpanDays } });
  if (ids.length > mostIds) faults.push(notAValue('service_request_id'));
  const codes = listOf(parameter(search, 'service_code'));
  faults.push(...codes.filter((code) => !services.includes(code)).map(noService));
  const statuses = listOf(parameter(search, 'status')).map((word) => word.toLowerCase());
  const known = requestStatuses.filter((status) => statuses.includes(status));
  if (statuses.some((status) => !requestStatuses.some((word) => word === status)))
    faults.push(notAValue('status'));
  const page = wholeNumber(search, 'page', { usual: 1, most: 100_000 });
  const pageSize = wholeNumber(search, 'page_size', { usual: mostRequests, most: mostRequests });
  if (page === null) faults.push(notAValue('page'));
  if (pageSize === null) faults.push(notAValue('page_size'));
  const ignored = ids.length > 0 && ids.length <= mostIds;
  if (faults.length > 0 && !ignored) return { ok: false, faults };
  return {
    ok: true,
    value: {
      ids: ids.length > 0 ? ids : null,
      ...{ from, to, updated },
      stated: start !== null || end !== null,
      categories: codes.length > 0 ? codes : null,
      statuses: known.length > 0 ? known : [...requestStatuses],
      page: page ?? 1,
      pageSize: pageSize ?? mostRequests,
      extended: isExtended(search),
    },
  };
}

/** `extensions=true`, however it is written. */
export function isExtended(search: URLSearchParams): boolean {
  return parameter(search, 'extensions')?.toLowerCase() === 'true';
}

const usualUpdateHours = 2;

export interface UpdateWindow {
  from: Date;
  to: Date;
  page: number;
}

/** The window of `GET servicerequestupdates`: both dates or none, by default the last two hours; and the page of it. */
export function readUpdateWindow(search: URLSearchParams, now: Date): Read<UpdateWindow> {
  const { start, end, faults } = ends(search);
  if (faults.length === 0 && (start === null) !== (end === null))
    faults.push({ status: 400, key: 'fault.both-dates' });
  const to = end ?? now;
  const from = start ?? new Date(to.getTime() - usualUpdateHours * 3600_000);
  if (from > to) faults.push({ status: 400, key: 'fault.window-backwards' });
  else if (to.getTime() - from.getTime() > longestSpanDays * day)
    faults.push({ status: 400, key: 'fault.window-too-long', params: { days: longestSpanDays } });
  const page = wholeNumber(search, 'page', { usual: 1, most: 100_000 });
  if (page === null) faults.push(notAValue('page'));
  return faults.length > 0 ? { ok: false, faults } : { ok: true, value: { from, to, page: page ?? 1 } };
}
