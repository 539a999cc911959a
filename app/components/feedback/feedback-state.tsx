import { StatusBadge } from '~/components/ui';
import type { Tone } from '~/components/ui';
import { hasKey } from '~/i18n/catalogue';
import { feedback } from '~/i18n/feedback';
import { useText } from '~/i18n/use-text';

const tones: Record<string, Tone> = {
  submitted: 'info',
  dispatched: 'progress',
  answered: 'success',
  solved: 'success',
  evaluated: 'success',
  refused: 'danger',
};

export function FeedbackBadges({
  kind,
  state,
  isPublic,
}: {
  kind: string;
  state: string;
  isPublic: boolean;
}) {
  const t = useText(feedback);
  const word = (key: string) => (hasKey(feedback, key) ? t(key) : key);
  return (
    <>
      <StatusBadge tone={tones[state] ?? 'neutral'}>{word(`state.${state}`)}</StatusBadge>
      <StatusBadge>{word(`kind.${kind}`)}</StatusBadge>
      {!isPublic && <StatusBadge tone="warning">{t('not-public')}</StatusBadge>}
    </>
  );
}
