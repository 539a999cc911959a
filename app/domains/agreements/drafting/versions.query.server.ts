import type { ReadContext } from '../../context';
import { DomainError } from '../../domain-error';
import { draftText } from './draft-text';
import { readsAsParty } from '../living/heirs.query.server';
import { organisationNames } from '../../organisations/index.server';
import { difference } from '~/lib/texts/difference';
import type { FieldValues } from '~/lib/form-state';

const mostVersions = 200;

/** One version and the one before it, as the form showed them. */
async function shownVersions(ctx: ReadContext, agreementId: string, asked: number | null) {
  const rows = await ctx.database.read.agreementVersion.findMany({
    where: { agreementId, ...(asked === null ? {} : { version: { lte: asked } }) },
    orderBy: { version: 'desc' },
    take: 2,
  });
  return rows.map(({ version, fields }) => ({ version, fields: JSON.parse(fields) as FieldValues }));
}

/**
 * The versions of the text, and of one of them (the last where it is not asked for) what changed from the one before,
 * for the parties. Throws `not-found`.
 */
export async function agreementVersions(ctx: ReadContext, agreementId: string, asked: number | null) {
  const agreement = await ctx.database.read.agreement.findUnique({
    where: { id: agreementId },
    include: { parties: true },
  });
  if (!agreement || !(await readsAsParty(ctx, agreement))) throw new DomainError('not-found');
  const [versions, [shown, before]] = await Promise.all([
    ctx.database.read.agreementVersion.findMany({
      where: { agreementId },
      orderBy: { version: 'desc' },
      take: mostVersions,
      select: { version: true, createdAt: true, organisationId: true },
    }),
    shownVersions(ctx, agreementId, asked),
  ]);
  const compared = [shown, before].flatMap((one) => [one?.fields.partyIds ?? []].flat());
  const names = await organisationNames(ctx, [
    ...new Set([...compared, ...versions.map(({ organisationId }) => organisationId)]),
  ]);
  return {
    agreement: { id: agreementId, title: agreement.title, areaId: agreement.areaId },
    versions: versions.map(({ version, createdAt, organisationId }) => ({
      ...{ version, createdAt, organisation: names[organisationId] ?? '' },
    })),
    shown: shown?.version ?? null,
    difference: shown
      ? difference(before ? draftText(before.fields, names) : '', draftText(shown.fields, names))
      : [],
  };
}
