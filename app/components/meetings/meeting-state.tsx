import { StatusBadge } from '~/components/ui';
import type { Tone } from '~/components/ui';
import { hasKey } from '~/i18n/catalogue';
import { meetings } from '~/i18n/meetings';
import { useText } from '~/i18n/use-text';

const tones: Record<string, Tone> = { convened: 'info', cancelled: 'danger' };

export function MeetingState({ state }: { state: string }) {
  const t = useText(meetings);
  const key = `state.${state}`;
  return <StatusBadge tone={tones[state] ?? 'neutral'}>{hasKey(meetings, key) ? t(key) : state}</StatusBadge>;
}
