import { ConfirmForm } from '~/components/ui';
import { deliberation } from '~/i18n/deliberation';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';

interface ShowAgainProps {
  subject: { kind: string; id: string };
  state: FormState | undefined;
}

/** Shows again what moderators hid; the page's action takes it as intent `show-again`. */
export function ShowAgain({ subject, state }: ShowAgainProps) {
  const t = useText(deliberation);
  return (
    <ConfirmForm
      trigger={t('show-again')}
      title={t('show-again')}
      variant="quiet"
      size="small"
      intent="show-again"
      hidden={{ subjectKind: subject.kind, subjectId: subject.id }}
      state={state}
      reason={t('show-again-reason')}
    />
  );
}
