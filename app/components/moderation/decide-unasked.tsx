import { BreachField } from './breach-field';
import { ConfirmForm } from '~/components/ui';
import { deliberation } from '~/i18n/deliberation';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';

export interface DecideUnaskedProps {
  subject: { kind: string; id: string };
  state: FormState | undefined;
}

/** Shows again what moderators hid; the page's action takes it as intent `show-again`. */
export function ShowAgain(props: DecideUnaskedProps) {
  const t = useText(deliberation);
  return <Decide {...props} intent="show-again" trigger={t('show-again')} reason={t('show-again-reason')} />;
}

/** Hides something that nobody reported; the page's action takes it as intent `hide`. */
export function HideContent(props: DecideUnaskedProps) {
  const t = useText(deliberation);
  return <Decide {...props} intent="hide" trigger={t('hide')} reason={t('hide-reason')} danger />;
}

interface Words {
  intent: string;
  trigger: string;
  reason: string;
  danger?: boolean;
}

function Decide({ subject, state, intent, trigger, reason, danger = false }: DecideUnaskedProps & Words) {
  return (
    <ConfirmForm
      trigger={trigger}
      title={trigger}
      variant="quiet"
      size="small"
      danger={danger}
      intent={intent}
      hidden={{ subjectKind: subject.kind, subjectId: subject.id }}
      state={state}
      reason={reason}
    >
      {intent === 'hide' && <BreachField />}
    </ConfirmForm>
  );
}
