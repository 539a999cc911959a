import type { ReadContext } from '../context';
import { readableAmong } from '../proposals/index.server';
import { ballots } from '~/i18n/ballots';
import { textIn } from '~/i18n/catalogue';

interface Option {
  label: string;
  proposalId: string | null;
}

/**
 * The options as the reader may know them: what stands for a proposal that they may not read is called by its number in
 * the published order, and leads nowhere. Its words stay in the record that was hashed at closing.
 */
export async function readableOptions<Given extends Option>(
  ctx: ReadContext,
  options: readonly Given[],
): Promise<(Given & { withheld: boolean })[]> {
  const asked = options.flatMap(({ proposalId }) => proposalId ?? []);
  const readable = await readableAmong(ctx, asked);
  const t = textIn(ctx.locale, ballots);
  return options.map((option, at) =>
    option.proposalId === null || readable.has(option.proposalId)
      ? { ...option, withheld: false }
      : {
          ...option,
          label: t('option-withheld', { number: at + 1 }),
          proposalId: null,
          withheld: true,
        },
  );
}
