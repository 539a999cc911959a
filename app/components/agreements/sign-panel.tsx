import { Link } from '@remix-run/react';
import { Button, Checkbox, Field, Form, Money, Notice, Section, TextInput, Time } from '~/components/ui';
import { PasskeyForm } from '~/components/account/passkey-form';
import { paths } from '~/paths';
import { agreements } from '~/i18n/agreements';
import { identity } from '~/i18n/identity';
import { passkeys } from '~/i18n/passkeys';
import { useText } from '~/i18n/use-text';
import type { Decision } from '~/lib/decision';
import type { FormState } from '~/lib/form-state';

export interface SignPanelProps {
  may: Decision;
  contentHash: string;
  actingFor: string | null;
  signBy: Date | null;
  signingOrder: string;
  /** What the reader's organisation pays by it, in fen. */
  amount: bigint;
  state: FormState | undefined;
  /** Of the agreement, where the reader has a passkey to sign it with. */
  passkeyFor: string | null;
}

/** Where a representative signs: a code by mail first, then the name, the password and the code. */
export function SignPanel(props: SignPanelProps) {
  const { may, contentHash, actingFor, signBy, signingOrder, amount, state, passkeyFor } = props;
  const t = useText(agreements);
  if (!may.allowed) return <Refused reason={may.reason} words={may.words ?? ''} />;
  return (
    <Section title={t('sign-title')} id="sign">
      <div className="panel stack">
        <p>{t('sign-lead', { name: actingFor ?? '' })}</p>
        <p>
          {t(signingOrder === 'sequence' ? 'order.sequence' : 'order.parallel')}
          {signBy && (
            <>
              {' · '}
              {t('sign-by')} <Time value={signBy} format="date" />
            </>
          )}
        </p>
        {amount > 0n && (
          <Notice>
            {t('sign-amount')} <Money yuan={Number(amount) / 100} />
          </Notice>
        )}
        <SigningForms {...{ contentHash, state, passkeyFor }} />
      </div>
    </Section>
  );
}

type SigningProps = Pick<SignPanelProps, 'contentHash' | 'state' | 'passkeyFor'>;

function SigningForms({ contentHash, state, passkeyFor }: SigningProps) {
  const t = useText(agreements);
  return (
    <>
      <Form intent="read" state={state}>
        <Button variant="quiet" size="small">
          {t('read-end')}
        </Button>
      </Form>
      {passkeyFor !== null && <SignByPasskey {...{ contentHash, state }} agreementId={passkeyFor} />}
      <Form intent="code" state={state}>
        <Button variant="secondary">{t('code-get')}</Button>
        <p className="field-hint">{t('code-hint')}</p>
      </Form>
      <Form intent="sign" hidden={{ contentHash }} state={state}>
        <h3>{t('sign-step')}</h3>
        <WhoSigns />
        <Field name="password" label={t('password')} required>
          <TextInput type="password" autoComplete="current-password" />
        </Field>
        <Field name="code" label={t('code')} required>
          <TextInput inputMode="numeric" autoComplete="one-time-code" maxLength={6} />
        </Field>
        <Button size="large">{t('sign')}</Button>
      </Form>
    </>
  );
}

function WhoSigns() {
  const t = useText(agreements);
  return (
    <>
      <Checkbox name="consent" value="yes" label={t('consent')} />
      <Field name="name" label={t('real-name')} hint={t('real-name-hint')}>
        <TextInput autoComplete="name" maxLength={40} />
      </Field>
    </>
  );
}

type ByPasskeyProps = Pick<SignPanelProps, 'contentHash' | 'state'> & { agreementId: string };

/** The short way: the device signs for just this text. */
function SignByPasskey({ contentHash, state, agreementId }: ByPasskeyProps) {
  const t = useText(passkeys);
  return (
    <PasskeyForm
      {...(state && { state })}
      kind="use"
      ask={{ purpose: 'sign-agreement', agreementId }}
      intent="sign-passkey"
      hidden={{ contentHash }}
    >
      <h3>{t('sign-title')}</h3>
      <p className="field-hint">{t('sign-hint')}</p>
      <WhoSigns />
      <Button size="large">{t('sign-submit')}</Button>
    </PasskeyForm>
  );
}

function Refused({ reason, words }: { reason: string; words: string }) {
  const t = useText(agreements);
  const i = useText(identity);
  return (
    <Notice title={t('may-not-sign')}>
      {words} {reason === 'agreements.act-for-party' && <Link to={paths.actFor}>{i('account.act-for')}</Link>}
    </Notice>
  );
}
