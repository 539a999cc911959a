import { StatusBadge } from '~/components/ui';
import type { Tone } from '~/components/ui';
import { hasKey } from '~/i18n/catalogue';
import { proposals } from '~/i18n/proposals';
import { useText } from '~/i18n/use-text';

const tones: Record<string, Tone> = {
  gathering: 'info',
  review: 'progress',
  voting: 'progress',
  adopted: 'success',
  declined: 'danger',
  implementing: 'progress',
  done: 'success',
  evaluated: 'success',
  expired: 'warning',
};

export function ProposalState({ state }: { state: string }) {
  const t = useText(proposals);
  const key = `state.${state}`;
  return (
    <StatusBadge tone={tones[state] ?? 'neutral'}>{hasKey(proposals, key) ? t(key) : state}</StatusBadge>
  );
}

/** The name of a category of matters. */
export function useCategoryName(): (category: string) => string {
  const t = useText(proposals);
  return (category) => {
    const key = `category.${category}`;
    return hasKey(proposals, key) ? t(key) : category;
  };
}
