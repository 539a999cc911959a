import { Link } from '@remix-run/react';
import { Button, Checkbox, ConfirmForm, Field, Form, Notice, Section, TextInput } from '~/components/ui';
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
  state: FormState | undefined;
}

/** Where a representative signs, after giving the password again, or declines. */
export function SignPanel({ may, contentHash, actingFor, state }: SignPanelProps) {
  const t = useText(agreements);
  const i = useText(identity);
  if (!may.allowed && may.reason === 'signed-out') return null;
  if (!may.allowed) {
    return (
      <Notice title={t('may-not-sign')}>
        {may.words}{' '}
        {may.reason === 'agreements.act-for-party' && <Link to={paths.actFor}>{i('account.act-for')}</Link>}
      </Notice>
    );
  }
  return (
    <Section title={t('sign-title')} id="sign">
      <div className="panel stack">
        <p>{t('sign-lead', { name: actingFor ?? '' })}</p>
        <Form intent="sign" hidden={{ contentHash }} state={state}>
          <Checkbox name="consent" value="yes" label={t('consent')} />
          <Field name="password" label={t('password')} required>
            <TextInput type="password" autoComplete="current-password" />
          </Field>
          <Button size="large">{t('sign')}</Button>
        </Form>
        <ConfirmForm
          intent="decline"
          state={state}
          trigger={t('decline')}
          title={t('decline-title')}
          description={<p>{t('decline-hint')}</p>}
          variant="quiet"
          danger
          reason={t('reason')}
        />
      </div>
    </Section>
  );
}
