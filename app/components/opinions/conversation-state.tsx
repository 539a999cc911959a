import { StatusBadge } from '~/components/ui';
import { conversations } from '~/i18n/conversations';
import { hasKey } from '~/i18n/catalogue';
import { useText } from '~/i18n/use-text';

const tones: Partial<Record<string, 'progress' | 'success' | 'neutral'>> = {
  open: 'progress',
  analysing: 'progress',
  closed: 'success',
  cancelled: 'neutral',
};

export function ConversationState({ state }: { state: string }) {
  const t = useText(conversations);
  const key = `state.${state}`;
  return (
    <StatusBadge tone={tones[state] ?? 'neutral'}>{hasKey(conversations, key) ? t(key) : state}</StatusBadge>
  );
}
