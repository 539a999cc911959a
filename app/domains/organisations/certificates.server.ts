import { holdsRole } from '../actor';
import type { Actor } from '../actor';
import type { ReadContext, TransactionContext } from '../context';
import { DomainError, ensure } from '../domain-error';
import { attachPictures, detachAll, filesAttachedTo, filesAttachedToMany } from '../files/index.server';
import type { OrganisationFacts } from './policy';
import { codeFits } from './rules/code-fits';
import { allow, deny } from '~/lib/decision';
import type { Decision } from '~/lib/decision';

/** Under which the certificates of an organisation are attached: not for everybody, as its page is. */
export const certificateKind = 'organisation-certificate';

/** By which an organisation is verified is read by its members and by who verifies. */
export function maySeeCertificates(
  actor: Actor,
  { id, areaId }: Pick<OrganisationFacts, 'id' | 'areaId'>,
): Decision {
  const member =
    actor.kind === 'person' && actor.memberships.some(({ organisationId }) => organisationId === id);
  return member || holdsRole(actor, ['moderator', 'administrator'], areaId)
    ? allow
    : deny('organisations.certificates-not-open');
}

/** Throws where the actor may not read a certificate of the organisation. */
export async function ensureSeesCertificates(ctx: ReadContext, id: string): Promise<void> {
  const organisation = await ctx.database.read.organisation.findUnique({
    where: { id },
    select: { id: true, areaId: true },
  });
  if (!organisation) throw new DomainError('not-found');
  ensure(maySeeCertificates(ctx.actor, organisation));
}

/** Lays the actor's own files beside the organisation, in place of those that were refused; none leaves what is there. */
export async function layCertificates(
  ctx: TransactionContext,
  organisationId: string,
  fileIds: string[],
): Promise<void> {
  if (fileIds.length === 0) return;
  await detachAll(ctx, certificateKind, [organisationId]);
  await attachPictures(ctx, { subjectKind: certificateKind, subjectId: organisationId, fileIds });
}

/** The certificates, for who may see them; null for others. */
export async function certificatesOf(ctx: ReadContext, organisation: { id: string; areaId: string }) {
  if (!maySeeCertificates(ctx.actor, organisation).allowed) return null;
  return filesAttachedTo(ctx, certificateKind, organisation.id);
}

/** What a moderator compares before an organisation is verified. */
export interface ClaimToCheck {
  kind: string;
  creditCode: string;
  /** The code is one of those that this kind of organisation is given. */
  codeFits: boolean;
  /** Others who claim the same code, or are verified under the same name. */
  sameCode: number;
  sameName: number;
  certificates: { id: string; name: string; bytes: number }[];
}

/** Of these organisations that wait, by id, what the row of the queue says of each; in few queries. */
export async function claimsToCheck(
  ctx: ReadContext,
  ids: readonly string[],
): Promise<Record<string, ClaimToCheck>> {
  if (ids.length === 0) return {};
  const { organisation } = ctx.database.read;
  const claims = await organisation.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, kind: true, creditCode: true, name: true },
  });
  const [others, certificates] = await Promise.all([
    organisation.findMany({
      where: {
        OR: [
          { creditCode: { in: claims.map(({ creditCode }) => creditCode) } },
          { name: { in: claims.map(({ name }) => name) }, state: 'verified' },
        ],
        state: { not: 'refused' },
      },
      select: { id: true, creditCode: true, name: true, state: true },
    }),
    filesAttachedToMany(ctx, certificateKind, ids),
  ]);
  const count = (id: string, is: (other: (typeof others)[number]) => boolean) =>
    others.filter((other) => other.id !== id && is(other)).length;
  return Object.fromEntries(
    claims.map(({ id, kind, creditCode, name }) => [
      id,
      {
        ...{ kind, creditCode, codeFits: codeFits(kind, creditCode), certificates: certificates[id] ?? [] },
        sameCode: count(id, (other) => other.creditCode === creditCode),
        sameName: count(id, (other) => other.name === name && other.state === 'verified'),
      },
    ]),
  );
}
