import { StatusBadge, toneOfStage } from '~/components/ui';
import { feedbackStages } from '~/domains/feedback/stages';
import type { Stage } from '~/domains/stages';
import { hasKey } from '~/i18n/catalogue';
import { feedback } from '~/i18n/feedback';
import { useText } from '~/i18n/use-text';

const stages: Partial<Record<string, Stage>> = feedbackStages;

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
      <StatusBadge tone={toneOfStage(stages[state] ?? 'ended')}>{word(`state.${state}`)}</StatusBadge>
      <StatusBadge>{word(`kind.${kind}`)}</StatusBadge>
      {!isPublic && <StatusBadge tone="warning">{t('not-public')}</StatusBadge>}
    </>
  );
}
