import { useCategoryName } from '~/components/across/use-categories';
import { StatusBadge, toneOfStage } from '~/components/ui';
import { proposalStages } from '~/domains/proposals/stages';
import type { Stage } from '~/domains/stages';
import { hasKey } from '~/i18n/catalogue';
import { proposals } from '~/i18n/proposals';
import { useText } from '~/i18n/use-text';

const stages: Partial<Record<string, Stage>> = proposalStages;

export function ProposalState({ state }: { state: string }) {
  const t = useText(proposals);
  const key = `state.${state}`;
  return (
    <StatusBadge tone={toneOfStage(stages[state] ?? 'ended')}>
      {hasKey(proposals, key) ? t(key) : state}
    </StatusBadge>
  );
}

/** By what it is sorted. */
export function CategoryOf({ category }: { category: string }) {
  return <span>{useCategoryName()(category)}</span>;
}
