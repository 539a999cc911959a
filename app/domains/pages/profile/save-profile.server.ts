import type { Context, TransactionContext } from '../../context';
import { DomainError, ensure } from '../../domain-error';
import { attachPictures, detachAll, picturesOf } from '../../files/index.server';
import { portalTops } from '../../identity/index.server';
import { inTransaction } from '../../in-transaction.server';
import { appendEvent } from '../../ledger/index.server';
import { personOf } from '../../person-of';
import { ensureAsShown } from '../../shown-fields.server';
import { pageEvents } from '../events';
import { mayPublishPages } from '../policy';
import { lowContrast } from '../rules/theme';
import { profileId, readProfile } from './profile.query.server';
import type { Logo, ProfileFields } from './profile.query.server';
import { logoKind } from './logo-kind';
import { newId } from '~/platform/ids';
import { isUniqueViolation } from '~/platform/db/unique-violation';

export interface ProfileInput {
  fields: ProfileFields;
  /** The version that the form was filled with. */
  revision: number;
  reason: string;
  /** The logo is taken off, and none laid in its place. */
  withoutLogo: boolean;
  /** Of the actor's own pictures, the one that is the logo from now on. */
  logoId: string | null;
}

/** Throws `invalid` at the field of a colour on which, or in which, text could not be read. */
function ensureReadable({ colourLight, colourDark }: ProfileFields): void {
  for (const [field, colour, scheme] of [
    ['colourLight', colourLight, 'light'],
    ['colourDark', colourDark, 'dark'],
  ] as const) {
    const ratio = colour === '' ? null : lowContrast(colour, scheme);
    if (ratio !== null)
      throw new DomainError('invalid', { field, reason: `pages.contrast-${scheme}`, params: { ratio } });
  }
}

async function changedLogo(
  ctx: TransactionContext,
  before: Logo | null,
  { withoutLogo, logoId }: ProfileInput,
): Promise<Logo | null> {
  if (logoId === null && !withoutLogo) return before;
  await detachAll(ctx, logoKind, [profileId]);
  if (logoId === null) return null;
  await attachPictures(ctx, { subjectKind: logoKind, subjectId: profileId, fileIds: [logoId] });
  const [picture] = await picturesOf(ctx, logoKind, profileId);
  return { id: logoId, width: picture?.width ?? 0, height: picture?.height ?? 0 };
}

/** Writes the row that follows on the version; of many who do so at once one does. */
async function write(
  ctx: TransactionContext,
  version: number,
  { fields, logo }: { fields: ProfileFields; logo: Logo | null },
): Promise<void> {
  const columns = {
    ...{ ...fields, version: version + 1 },
    ...{ logoId: logo?.id ?? null, logoWidth: logo?.width ?? null, logoHeight: logo?.height ?? null },
  };
  if (version === 0) {
    await ctx.prisma.portalProfile.create({ data: { id: profileId, ...columns } });
    return;
  }
  const moved = await ctx.prisma.portalProfile.updateMany({
    where: { id: profileId, version },
    data: columns,
  });
  if (moved.count === 0) throw new DomainError('conflict', { reason: 'changed-meanwhile' });
}

async function save(ctx: TransactionContext, input: ProfileInput): Promise<void> {
  const { revision, reason, fields } = input;
  const before = await readProfile(ctx.database);
  ensureAsShown(revision, { ...before.fields }, before.version);
  const logo = await changedLogo(ctx, before.logo, input);
  await write(ctx, before.version, { fields, logo });
  const now = ctx.clock.now();
  const version = before.version + 1;
  await ctx.prisma.portalProfileChange.create({
    data: {
      ...{ id: newId(now), profileId, version, reason, changedBy: personOf(ctx), createdAt: now },
      became: JSON.stringify({ ...fields, logo }),
    },
  });
  await appendEvent(ctx, pageEvents, {
    ...{ type: 'portal.changed', subjectKind: 'portal', subjectId: profileId, areaId: null },
    publicData: { title: fields.nameChinese, version, reason },
  });
}

/**
 * Says how the portal calls itself, looks and is reached, with the reason; every page shows it from then on. Throws
 * `invalid` where text could not be read in a colour, `conflict` with what is saved where somebody else saved meanwhile.
 */
export async function saveProfile(ctx: Context, input: ProfileInput): Promise<void> {
  ensure(mayPublishPages(ctx.actor, await portalTops(ctx)));
  ensureReadable(input.fields);
  await inTransaction(ctx, (ctx) => save(ctx, input)).catch((error: unknown) => {
    throw isUniqueViolation(error) ? new DomainError('conflict', { reason: 'changed-meanwhile' }) : error;
  });
}
