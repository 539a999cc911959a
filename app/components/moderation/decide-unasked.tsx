import { Link, useActionData } from '@remix-run/react';
import { BreachField } from './breach-field';
import { ConfirmForm, Notice } from '~/components/ui';
import { deliberation } from '~/i18n/deliberation';
import { moderation } from '~/i18n/moderation';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';
import { paths } from '~/paths';

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

/** Leads who may read it to why a thing was hidden, and its author to the appeal. */
export function WhyHidden({ kind, id }: { kind: string; id: string }) {
  const t = useText(moderation);
  return (
    <p>
      <Link to={paths.hiding(kind, id)}>{t('hiding-link')}</Link>
    </p>
  );
}

interface HiddenNoticeProps {
  kind: string;
  id: string;
  words: string;
  moderates: boolean;
}

/** Above what is hidden, for its author and for moderators. */
export function HiddenNotice({ kind, id, words, moderates }: HiddenNoticeProps) {
  const state = useActionData<{ form?: FormState }>()?.form;
  return (
    <Notice kind="warning">
      <p>{words}</p>
      <WhyHidden kind={kind} id={id} />
      {moderates && <ShowAgain subject={{ kind, id }} state={state} />}
    </Notice>
  );
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
