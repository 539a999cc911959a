import { ConfirmForm, Notice, Time } from '~/components/ui';
import { passkeys as words } from '~/i18n/passkeys';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';
import { OwnPassword } from './passkey-list';

export interface SecondFactorProps {
  since: Date | null;
  /** How many recovery codes are left. */
  codes: number;
  /** There is a passkey to ask for. */
  ready: boolean;
  state: FormState | undefined;
}

/** Whether the password alone lets in, and the way to the other. */
export function SecondFactor({ since, codes, ready, state }: SecondFactorProps) {
  const t = useText(words);
  if (since === null) return <Off ready={ready} state={state} />;
  return (
    <div className="stack">
      <p>
        {t('second-on')} <Time value={since} format="date" /> · {t('codes-left', { count: codes })}
      </p>
      <div className="form-actions">
        <ConfirmForm
          {...(state && { state })}
          intent="renew"
          trigger={t('codes-renew')}
          title={t('codes-renew-title')}
          description={<p>{t('codes-renew-hint')}</p>}
        >
          <OwnPassword />
        </ConfirmForm>
        <ConfirmForm
          {...(state && { state })}
          intent="turn-off"
          trigger={t('turn-off')}
          title={t('turn-off-title')}
          description={<p>{t('turn-off-hint')}</p>}
          danger
        >
          <OwnPassword />
        </ConfirmForm>
      </div>
    </div>
  );
}

function Off({ ready, state }: Pick<SecondFactorProps, 'ready' | 'state'>) {
  const t = useText(words);
  return (
    <div className="stack">
      <Notice kind="warning">
        {t('second-off')} {!ready && t('second-first')}
      </Notice>
      {ready && (
        <ConfirmForm
          {...(state && { state })}
          intent="turn-on"
          trigger={t('turn-on')}
          title={t('turn-on-title')}
          description={<p>{t('second-hint')}</p>}
        >
          <OwnPassword />
        </ConfirmForm>
      )}
    </div>
  );
}

/** The codes that a person keeps, shown this once. */
export function RecoveryCodes({ codes }: { codes: string }) {
  const t = useText(words);
  return (
    <Notice kind="success" title={t('codes-shown')}>
      <p>{t('codes-why')}</p>
      <ol aria-label={t('codes')}>
        {codes.split('\n').map((code) => (
          <li key={code}>
            <code className="shown-secret">{code}</code>
          </li>
        ))}
      </ol>
    </Notice>
  );
}
