import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { ConfirmForm, DateTimeInput, Field, Section } from '~/components/ui';
import { paths } from '~/paths';
import { conversations } from '~/i18n/conversations';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';

/** What a moderator does while people answer. */
export function LeadConversation({
  id,
  waiting,
  state,
}: {
  id: string;
  waiting: number;
  state: FormState | undefined;
}) {
  const t = useText(conversations);
  return (
    <Section title={t('lead-title')}>
      {waiting > 0 && (
        <p>
          <Link to={paths.conversationStatements(id)}>{t('waiting', { count: waiting })}</Link>
        </p>
      )}
      <div className="form-actions">
        <LeadingAct act="extend" state={state}>
          <Field name="closesAt" label={t('extend-until')} required>
            <DateTimeInput />
          </Field>
        </LeadingAct>
        <LeadingAct act="end-early" state={state} />
        <LeadingAct act="cancel" state={state} danger />
      </div>
    </Section>
  );
}

interface LeadingActProps {
  act: 'extend' | 'end-early' | 'cancel';
  state: FormState | undefined;
  danger?: boolean;
  children?: ReactNode;
}

/** An act that is asked about before it is done, and has a reason. */
function LeadingAct({ act, state, danger, children }: LeadingActProps) {
  const t = useText(conversations);
  return (
    <ConfirmForm
      trigger={t(act)}
      title={t(`${act}-title`)}
      description={t(`${act}-description`)}
      intent={act}
      danger={danger}
      state={state}
      reason={t('reason')}
      reasonMaximum={1000}
    >
      {children}
    </ConfirmForm>
  );
}
