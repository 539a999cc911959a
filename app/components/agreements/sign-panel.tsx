import { Link } from '@remix-run/react';
import { Button, Checkbox, Field, Form, Money, Notice, Section, TextInput, Time } from '~/components/ui';
import { paths } from '~/paths';
import { agreements } from '~/i18n/agreements';
import { identity } from '~/i18n/identity';
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
  /** The reader belongs to one of the parties: to others there is nothing to say. */
  isParty: boolean;
  state: FormState | undefined;
}

/** Where a representative signs: a code by mail first, then the name, the password and the code. */
export function SignPanel(props: SignPanelProps) {
  const { may, contentHash, actingFor, signBy, signingOrder, amount, isParty, state } = props;
  const t = useText(agreements);
  if (!may.allowed && (may.reason === 'signed-out' || !isParty)) return null;
  if (!may.allowed && may.reason === 'agreements.signed-already') return null;
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
        <SigningForms contentHash={contentHash} state={state} />
      </div>
    </Section>
  );
}

function SigningForms({ contentHash, state }: Pick<SignPanelProps, 'contentHash' | 'state'>) {
  const t = useText(agreements);
  return (
    <>
      <Form intent="read" state={state}>
        <Button variant="quiet" size="small">
          {t('read-end')}
        </Button>
      </Form>
      <Form intent="code" state={state}>
        <Button variant="secondary">{t('code-get')}</Button>
        <p className="field-hint">{t('code-hint')}</p>
      </Form>
      <Form intent="sign" hidden={{ contentHash }} state={state}>
        <h3>{t('sign-step')}</h3>
        <Checkbox name="consent" value="yes" label={t('consent')} />
        <Field name="name" label={t('real-name')} hint={t('real-name-hint')}>
          <TextInput autoComplete="name" maxLength={40} />
        </Field>
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

function Refused({ reason, words }: { reason: string; words: string }) {
  const t = useText(agreements);
  const i = useText(identity);
  return (
    <Notice title={t('may-not-sign')}>
      {words} {reason === 'agreements.act-for-party' && <Link to={paths.actFor}>{i('account.act-for')}</Link>}
    </Notice>
  );
}
