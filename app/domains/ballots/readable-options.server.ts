import type { ReadContext } from '../context';
import { readableIds } from '../define-published.server';
import { ballots } from '~/i18n/ballots';
import { textIn } from '~/i18n/catalogue';

interface Option {
  label: string;
  proposalId: string | null;
}

type Shown<Given> = Given & { withheld: boolean };

/**
 * The options of several ballots as the reader may know them: what stands for a proposal that they may not read is called
 * by its number in the published order, and leads nowhere. Its words stay in the record that was hashed at closing.
 */
export async function readableOptionsOf<Given extends Option>(
  ctx: ReadContext,
  ballotsOptions: readonly (readonly Given[])[],
): Promise<Shown<Given>[][]> {
  const asked = ballotsOptions.flat().flatMap(({ proposalId }) => proposalId ?? []);
  const readable = await readableIds(ctx, 'proposal', asked);
  const t = textIn(ctx.locale, ballots);
  return ballotsOptions.map((options) =>
    options.map((option, at) =>
      option.proposalId === null || readable(option.proposalId) !== null
        ? { ...option, withheld: false }
        : {
            ...option,
            label: t('option-withheld', { number: at + 1 }),
            proposalId: null,
            withheld: true,
          },
    ),
  );
}

/** The same for one ballot. */
export async function readableOptions<Given extends Option>(
  ctx: ReadContext,
  options: readonly Given[],
): Promise<Shown<Given>[]> {
  const [shown = []] = await readableOptionsOf(ctx, [options]);
  return shown;
}

/** The proposals for which options of these ballots stand: what is said of a result calls them by their titles. */
export async function proposalsOfBallots({ database }: ReadContext, ids: readonly string[]) {
  const rows = await database.read.ballotOption.findMany({
    where: { ballotId: { in: [...ids] }, proposalId: { not: null } },
    select: { ballotId: true, proposalId: true },
  });
  return rows.flatMap(({ ballotId, proposalId }) =>
    proposalId === null ? [] : [{ id: ballotId, quoted: { kind: 'proposal' as const, id: proposalId } }],
  );
}
