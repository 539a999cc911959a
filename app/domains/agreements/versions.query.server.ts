import type { ReadContext } from '../context';
import { DomainError } from '../domain-error';
import { belongsToParty } from './policy';
import { fieldOf, mostObligations, obligationColumns } from './rules/obligation-rows';
import { organisationNames } from '../organisations/index.server';
import { difference } from '~/lib/difference';
import type { FieldValues } from '~/lib/form-state';

const mostVersions = 200;

/** All that is promised, line by line, so that a changed amount is seen as well as a changed word. */
function textOf(fields: FieldValues, names: Record<string, string>): string {
  const one = (name: string) => (typeof fields[name] === 'string' ? fields[name] : '');
  const parties = [fields.partyIds ?? []].flat().map((id) => names[id] ?? id);
  const rows = Array.from({ length: mostObligations }, (_none, at) => {
    const cells = obligationColumns.map((column) => {
      const cell = one(fieldOf(column, at + 1));
      return column === 'party' || column === 'payer' ? (names[cell] ?? cell) : cell;
    });
    return cells.filter((cell) => cell !== '').join(' · ');
  }).filter((line) => line !== '');
  return [one('title'), one('body'), ...rows, parties.join('、'), one('endsOn')].join('\n');
}

/** Every version of the text with what changed from the one before, for the parties. Throws `not-found`. */
export async function agreementVersions(ctx: ReadContext, agreementId: string, asked: number | null) {
  const agreement = await ctx.database.read.agreement.findUnique({
    where: { id: agreementId },
    include: { parties: true },
  });
  if (!agreement || !belongsToParty(ctx.actor, agreement)) throw new DomainError('not-found');
  const rows = await ctx.database.read.agreementVersion.findMany({
    where: { agreementId },
    orderBy: { version: 'desc' },
    take: mostVersions,
  });
  const parsed = rows.map((row) => ({ ...row, fields: JSON.parse(row.fields) as FieldValues }));
  const ids = parsed.flatMap(({ fields, organisationId }) => [
    ...[fields.partyIds ?? []].flat(),
    organisationId,
  ]);
  const names = await organisationNames(ctx, ids.slice(0, 500));
  const at = Math.max(
    0,
    parsed.findIndex((row) => row.version === asked),
  );
  const shown = parsed[at];
  const before = parsed[at + 1];
  return {
    agreement: { id: agreementId, title: agreement.title, areaId: agreement.areaId },
    versions: parsed.map(({ version, createdAt, organisationId }) => ({
      ...{ version, createdAt, organisation: names[organisationId] ?? '' },
    })),
    shown: shown?.version ?? null,
    difference: shown
      ? difference(before ? textOf(before.fields, names) : '', textOf(shown.fields, names))
      : [],
  };
}
