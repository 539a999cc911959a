import { StatusBadge } from '~/components/ui';
import type { Tone } from '~/components/ui';
import { hasKey } from '~/i18n/catalogue';
import { councils } from '~/i18n/councils';
import { useText } from '~/i18n/use-text';

const tones: Record<string, Tone> = {
  inviting: 'info',
  listed: 'progress',
  drawn: 'progress',
  seated: 'success',
  cancelled: 'danger',
};

/** How far a council has come. */
export function CouncilState({ state }: { state: string }) {
  const t = useText(councils);
  const key = `state.${state}`;
  return <StatusBadge tone={tones[state] ?? 'neutral'}>{hasKey(councils, key) ? t(key) : state}</StatusBadge>;
}
