import { Link } from '@remix-run/react';
import { ConfirmForm, DateTimeInput, Field, Section, TextArea } from '~/components/ui';
import { paths } from '~/http/paths';
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
  const reason = (
    <Field name="reason" label={t('reason')} required>
      <TextArea rows={3} maximum={1000} />
    </Field>
  );
  return (
    <Section title={t('lead-title')}>
      {waiting > 0 && (
        <p>
          <Link to={paths.conversationStatements(id)}>{t('waiting', { count: waiting })}</Link>
        </p>
      )}
      <div className="form-actions">
        <ConfirmForm
          trigger={t('extend')}
          title={t('extend-title')}
          description={t('extend-description')}
          confirm={t('extend')}
          intent="extend"
          state={state}
        >
          <Field name="closesAt" label={t('extend-until')} required>
            <DateTimeInput />
          </Field>
          {reason}
        </ConfirmForm>
        <ConfirmForm
          trigger={t('end-early')}
          title={t('end-early-title')}
          description={t('end-early-description')}
          confirm={t('end-early')}
          intent="end-early"
          state={state}
        >
          {reason}
        </ConfirmForm>
        <ConfirmForm
          trigger={t('cancel')}
          title={t('cancel-title')}
          description={t('cancel-description')}
          confirm={t('cancel')}
          intent="cancel"
          danger
          state={state}
        >
          {reason}
        </ConfirmForm>
      </div>
    </Section>
  );
}
