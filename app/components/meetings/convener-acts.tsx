import { Button, ConfirmForm, Form, LinkButton, Section } from '~/components/ui';
import { paths } from '~/paths';
import { meetings } from '~/i18n/meetings';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';

interface ConvenerActsProps {
  meeting: { id: string; state: string };
  may: { change: boolean; begin: boolean; record: boolean; revise: boolean; cancel: boolean };
  /** Why the meeting cannot be opened yet, in words; null where it can, or could before. */
  notYet: string | null;
  state: FormState | undefined;
}

/** What who leads the meeting can do next. */
export function ConvenerActs({ meeting, may, notYet, state }: ConvenerActsProps) {
  const t = useText(meetings);
  const acts = [may.change, may.begin, may.record, may.revise, may.cancel];
  if (!acts.includes(true)) return null;
  return (
    <Section title={t('lead-title')}>
      {notYet && <p>{notYet}</p>}
      <div className="form-actions">
        {may.begin && (
          <Form intent="begin" state={state} className="inline-form">
            <Button>{t('begin')}</Button>
          </Form>
        )}
        {may.record && <LinkButton to={paths.recordMeeting(meeting.id)}>{t('record')}</LinkButton>}
        {(may.change || may.record) && (
          <LinkButton variant="secondary" to={paths.prepareMeeting(meeting.id)}>
            {t('prepare')}
          </LinkButton>
        )}
        {may.change && (
          <LinkButton variant="secondary" to={paths.editMeeting(meeting.id)}>
            {t('edit')}
          </LinkButton>
        )}
        {may.revise && (
          <Form intent="revise" state={state} className="inline-form">
            <Button variant="secondary">{t('revise')}</Button>
          </Form>
        )}
      </div>
      {may.cancel && <CancelForm state={state} />}
    </Section>
  );
}

function CancelForm({ state }: { state: FormState | undefined }) {
  const t = useText(meetings);
  return (
    <ConfirmForm
      intent="cancel"
      state={state}
      trigger={t('cancel')}
      title={t('cancel-title')}
      description={<p>{t('cancel-hint')}</p>}
      variant="quiet"
      danger
      reason={t('reason')}
    />
  );
}
