import type { ReadContext } from '../../context';
import { DomainError } from '../../domain-error';
import { ballotFields } from '../organising/ballot-fields';
import { readableOptions } from '../readable-options.server';
import { mayCreateBallot } from '../policy';
import { mayReadBallot } from '../visibility';
import { sameValue, initialFields } from './steps';
import type { FieldValues } from '~/lib/form-state';

/**
 * What a new ballot takes from an older one: what was asked and how it was voted and counted, without its times and the
 * addresses of its list. What stood for a proposal is an option as it was called: the proposal itself has been decided.
 * Throws `not-found`.
 */
export async function copiedFields(ctx: ReadContext, ballotId: string): Promise<FieldValues> {
  const row = await ctx.database.read.ballot.findUnique({
    where: { id: ballotId },
    include: { options: { orderBy: { position: 'asc' } } },
  });
  if (!row || !mayReadBallot(row).allowed) throw new DomainError('not-found');
  const shown = await readableOptions(ctx, row.options);
  const options = shown
    .filter(({ withheld }) => !withheld)
    .map((option) => ({ ...option, proposalId: null }));
  const fields = ballotFields({ ...row, options, listed: [] }, ctx.configuration.timeZone);
  const areaId = mayCreateBallot(ctx.actor, row.areaId).allowed ? row.areaId : '';
  const taken = { ...fields, areaId, opensAt: '', closesAt: '' };
  return Object.fromEntries(
    Object.entries(taken).filter(([name, value]) => !sameValue(value, initialFields[name])),
  );
}
