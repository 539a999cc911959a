import type { PersonActor } from '../../actor';
import type { ReadContext } from '../../context';
import { displayNames } from '../../identity/index.server';
import { organisedBy } from '../desk/desk.query.server';
import { listPage, newestFirst } from '~/platform/db/lists/list-page';

const pageSize = 50;

/**
 * One page of the certificates over hours that the actor's organisations confirmed, the newest first: whose, how many
 * hours, and whether it holds. What else stands on one is for its person alone.
 */
export async function issuedCertificates(ctx: ReadContext & { actor: PersonActor }, cursor?: string) {
  const { items, next } = await listPage(
    { order: newestFirst, cursor, size: pageSize },
    ({ behind, ...page }) =>
      ctx.database.read.volunteerCertificate.findMany({
        where: { AND: behind, organisationId: { in: organisedBy(ctx.actor) } },
        ...page,
        select: {
          ...{ id: true, number: true, personId: true, minutes: true, issuedAt: true },
          ...{ revokedAt: true, revokedReason: true },
        },
      }),
  );
  const names = await displayNames(
    ctx,
    items.map(({ personId }) => personId),
  );
  return { items: items.map(({ personId, ...row }) => ({ ...row, name: names[personId] ?? '' })), next };
}
