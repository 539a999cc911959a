import { StatusBadge } from '~/components/ui';
import type { Tone } from '~/components/ui';
import { hasKey } from '~/i18n/catalogue';
import { agreements } from '~/i18n/agreements';
import { useText } from '~/i18n/use-text';

const tones: Record<string, Tone> = {
  frozen: 'progress',
  'in-force': 'success',
  declined: 'danger',
  voided: 'danger',
  altered: 'danger',
};

export function AgreementState({ state }: { state: string }) {
  const t = useText(agreements);
  const key = `state.${state}`;
  return (
    <StatusBadge tone={tones[state] ?? 'neutral'}>{hasKey(agreements, key) ? t(key) : state}</StatusBadge>
  );
}
