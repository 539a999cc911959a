import { categoryNamer } from '../../categories/index.server';
import type { ReadContext } from '../../context';
import { writeDate } from '../rules/open311/w3c-dates';
import { statusOfFeedback, statusOfOrder } from '../rules/open311/statuses';
import type { RequestStatus } from '../rules/open311/statuses';
import type { RequestKey } from './find-requests.server';
import { areaNames } from '../../territory/index.server';
import { exchangedFeedback } from '../../feedback/index.server';
import { picturesOfMany } from '../../files/index.server';
import { exchangedOrders, publicOrdersOfMatters } from '../../workorders/index.server';
import type { ExchangedOrder } from '../../workorders/index.server';
import { organisationNames } from '../../organisations/index.server';
import { pathOfSubject, paths } from '~/paths';

/** A request as GeoReport v2 shows it, with `title` as FixMyStreet reads it. */
export interface DescribedRequest {
  service_request_id: string;
  status: RequestStatus;
  status_notes: string | null;
  service_name: string;
  service_code: string;
  title: string;
  description: string;
  agency_responsible: string | null;
  service_notice: string | null;
  requested_datetime: string;
  updated_datetime: string;
  expected_datetime: string | null;
  address: string | null;
  address_id: string;
  zipcode: string | null;
  lat: number | null;
  long: number | null;
  media_url: string | null;
  extended_attributes?: {
    state: string;
    number: string | null;
    area: string;
    url: string;
    media_urls: string[];
  };
}

/** The addresses of the pictures, by request. */
async function picturesOf(ctx: ReadContext, keys: readonly RequestKey[]): Promise<Map<string, string[]>> {
  const hanging = await picturesOfMany(
    ctx,
    ['feedback', 'work-order'],
    keys.map(({ id }) => id),
  );
  const address = ({ id }: { id: string }) => `${ctx.configuration.publicUrl}${paths.file(id)}`;
  return new Map(keys.map((key) => [key.id, (hanging[`${key.kind}:${key.id}`] ?? []).map(address)]));
}

async function rowsOf(ctx: ReadContext, keys: readonly RequestKey[]) {
  const ids = (kind: RequestKey['kind']) => keys.filter((key) => key.kind === kind).map(({ id }) => id);
  const [matters, orders, orderOf, pictures] = await Promise.all([
    exchangedFeedback(ctx, ids('feedback')),
    exchangedOrders(ctx, ids('work-order')),
    publicOrdersOfMatters(ctx, 'feedback', ids('feedback')),
    picturesOf(ctx, keys),
  ]);
  const departments = [...orders, ...orderOf.values()].flatMap((order) => order.departmentId ?? []);
  const [areas, agencies] = await Promise.all([
    areaNames(
      ctx,
      [...matters, ...orders].map(({ areaId }) => areaId),
    ),
    organisationNames(ctx, departments),
  ]);
  const byId = new Map<string, Row>();
  for (const row of matters) byId.set(row.id, { kind: 'feedback', row, order: orderOf.get(row.id) ?? null });
  for (const row of orders) byId.set(row.id, { kind: 'work-order', row, order: row });
  return { byId, pictures, areas, agencies };
}

type Feedback = Awaited<ReturnType<typeof exchangedFeedback>>[number];

type Row =
  | { kind: 'feedback'; row: Feedback; order: ExchangedOrder | null }
  | { kind: 'work-order'; row: ExchangedOrder; order: ExchangedOrder };

const later = (a: Date, b: Date | undefined) => (b && b > a ? b : a);

function statusOf({ kind, row }: Row): RequestStatus {
  const table: Partial<Record<string, RequestStatus>> =
    kind === 'feedback' ? statusOfFeedback : statusOfOrder;
  return table[row.state] ?? 'open';
}

/** The requests in the order of their keys, with public columns only: nobody's name, mail or phone is read. */
export async function describeRequests(
  ctx: ReadContext,
  keys: readonly RequestKey[],
  { extended }: { extended: boolean },
): Promise<DescribedRequest[]> {
  const { byId, pictures, areas, agencies } = await rowsOf(ctx, keys);
  const category = await categoryNamer(ctx);
  return keys.flatMap(({ id }) => {
    const found = byId.get(id);
    if (!found) return [];
    const { kind, row, order } = found;
    const status = statusOf(found);
    const answer = kind === 'feedback' ? row.answer : null;
    const media = pictures.get(id) ?? [];
    const deadline = order?.deadlineAt ?? (kind === 'feedback' ? row.deadlineAt : null);
    return {
      service_request_id: id,
      status,
      // Of a reopened request the last report is no news: it says what did not hold.
      status_notes: status === 'closed' ? (order?.report ?? answer) : answer,
      service_name: category(row.category),
      service_code: row.category,
      title: row.title,
      description: kind === 'feedback' ? `${row.title}\n\n${row.body}` : `${row.title}\n\n${row.description}`,
      agency_responsible: (order?.departmentId && agencies[order.departmentId]) || null,
      service_notice: null,
      requested_datetime: writeDate(row.createdAt),
      updated_datetime: writeDate(later(row.updatedAt, order?.updatedAt)),
      expected_datetime: status === 'open' && deadline ? writeDate(deadline) : null,
      address: (kind === 'feedback' && row.place) || areas[row.areaId] || null,
      address_id: row.areaId,
      zipcode: null,
      lat: row.latitude,
      long: row.longitude,
      media_url: media[0] ?? null,
      ...(extended && {
        extended_attributes: {
          state: order?.state ?? row.state,
          number: order?.number ?? null,
          area: areas[row.areaId] ?? '',
          url: `${ctx.configuration.publicUrl}${pathOfSubject(kind, id)}`,
          media_urls: media,
        },
      }),
    };
  });
}
