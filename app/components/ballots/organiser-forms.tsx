import { ConfirmForm, DateTimeInput, Field, LinkButton, TextArea } from '~/components/ui';
import { ballots } from '~/i18n/ballots';
import { useText } from '~/i18n/use-text';
import type { Decision } from '~/lib/decision';
import type { FormState } from '~/lib/form-state';
import { paths } from '~/paths';

interface Organised {
  ballot: { id: string };
  copying: Decision;
  changing: Decision;
  cancelling: Decision;
  extending: Decision;
}

/** What those who lead a ballot do with it, as long as it lasts. */
export function OrganiserForms({ page, state }: { page: Organised; state?: FormState }) {
  const t = useText(ballots);
  return (
    <div className="form-actions">
      {page.changing.allowed && (
        <LinkButton variant="secondary" to={paths.changeBallot(page.ballot.id)}>
          {t('change-title')}
        </LinkButton>
      )}
      {page.copying.allowed && (
        <LinkButton variant="secondary" to={`${paths.newBallot}?copy=${page.ballot.id}`}>
          {t('copy-ballot')}
        </LinkButton>
      )}
      {page.extending.allowed && <ExtendForm {...(state ? { state } : {})} />}
      {page.cancelling.allowed && (
        <ConfirmForm
          trigger={t('cancel')}
          title={t('cancel-title')}
          description={t('cancel-description')}
          confirm={t('cancel')}
          intent="cancel"
          danger
          {...(state ? { state } : {})}
        >
          <Reason />
        </ConfirmForm>
      )}
    </div>
  );
}

function ExtendForm({ state }: { state?: FormState }) {
  const t = useText(ballots);
  return (
    <ConfirmForm
      trigger={t('extend')}
      title={t('extend-title')}
      description={t('extend-description')}
      confirm={t('extend')}
      intent="extend"
      {...(state ? { state } : {})}
    >
      <Field name="closesAt" label={t('extend-until')} required>
        <DateTimeInput />
      </Field>
      <Reason />
    </ConfirmForm>
  );
}

function Reason() {
  const t = useText(ballots);
  return (
    <Field name="reason" label={t('reason')} required>
      <TextArea rows={3} maximum={500} />
    </Field>
  );
}
