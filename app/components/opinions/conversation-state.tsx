import { StatusBadge } from '~/components/ui';
import { conversations } from '~/i18n/conversations';
import { hasKey } from '~/i18n/catalogue';
import { useText } from '~/i18n/use-text';

const tones = { open: 'progress', analysing: 'progress', closed: 'success', cancelled: 'neutral' } as const;

export function ConversationState({ state }: { state: string }) {
  const t = useText(conversations);
  const key = `state.${state}`;
  return (
    <StatusBadge tone={tones[state as keyof typeof tones] ?? 'neutral'}>
      {hasKey(conversations, key) ? t(key) : state}
    </StatusBadge>
  );
}
