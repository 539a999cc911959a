import {
  Button,
  DisclosureForm,
  Field,
  Form,
  Notice,
  RadioGroup,
  StatusBadge,
  TextInput,
  Time,
} from '~/components/ui';
import { hasKey } from '~/i18n/catalogue';
import { community } from '~/i18n/community';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';

export interface InvitationProps {
  /** The mandate for which the reader is invited. */
  invitedAs: string | null;
  /** The organisation is offered to the reader. */
  offered: boolean;
  state: FormState | undefined;
}

/** What the organisation asks of its reader: to belong to it, or to own it. */
export function Invitation({ invitedAs, offered, state }: InvitationProps) {
  const t = useText(community);
  const key = `mandate.${invitedAs}`;
  return (
    <>
      {invitedAs !== null && (
        <Notice kind="info">
          <p>{t('invited-as', { mandate: hasKey(community, key) ? t(key) : invitedAs })}</p>
          <Answer intent="answer-invitation" state={state} />
        </Notice>
      )}
      {offered && (
        <Notice kind="info">
          <p>{t('offered')}</p>
          <Answer intent="answer-offer" state={state} />
        </Notice>
      )}
    </>
  );
}

function Answer({ intent, state }: { intent: string; state: FormState | undefined }) {
  const t = useText(community);
  return (
    <div className="form-actions">
      {(['accept', 'decline'] as const).map((answer) => (
        <Form key={answer} intent={intent} hidden={{ answer }} state={state}>
          <Button size="small" variant={answer === 'accept' ? 'primary' : 'quiet'}>
            {t(answer)}
          </Button>
        </Form>
      ))}
    </div>
  );
}

export interface InvitedProps {
  invitations: readonly { id: string; email: string; mandate: string; createdAt: Date }[];
  verified: boolean;
  state: FormState | undefined;
}

/** For the owner: who is invited, and a further invitation. */
export function Invited({ invitations, verified, state }: InvitedProps) {
  const t = useText(community);
  return (
    <div className="stack">
      {invitations.length > 0 && (
        <>
          <h3>{t('invited')}</h3>
          <ul className="linked-matters">
            {invitations.map(({ id, email, mandate, createdAt }) => {
              const key = `mandate.${mandate}`;
              return (
                <li key={id}>
                  <strong className="break-all">{email}</strong>{' '}
                  <StatusBadge>{hasKey(community, key) ? t(key) : mandate}</StatusBadge>{' '}
                  <Time value={createdAt} />
                  <Form intent="withdraw-invitation" hidden={{ invitationId: id }} state={state}>
                    <Button size="small" variant="quiet">
                      {t('withdraw-invitation')}
                    </Button>
                  </Form>
                </li>
              );
            })}
          </ul>
        </>
      )}
      {verified ? <InviteMember state={state} /> : <p>{t('invite-verified')}</p>}
    </div>
  );
}

function InviteMember({ state }: { state: FormState | undefined }) {
  const t = useText(community);
  return (
    <DisclosureForm
      trigger={t('invite')}
      intent="invite"
      state={state}
      initial={{ mandate: 'representative' }}
    >
      <Field name="email" label={t('email')} hint={t('invite-hint')} required>
        <TextInput type="email" />
      </Field>
      <RadioGroup
        name="mandate"
        label={t('mandate')}
        choices={(['representative', 'member'] as const).map((value) => ({
          value,
          label: t(`mandate.${value}`),
          hint: t(`mandate-hint.${value}`),
        }))}
      />
      <Button>{t('invite-submit')}</Button>
    </DisclosureForm>
  );
}
