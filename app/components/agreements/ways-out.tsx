import { Button, ConfirmForm, Field, Form, LinkButton, Notice, TextInput } from '~/components/ui';
import { agreements } from '~/i18n/agreements';
import { paths } from '~/paths';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';

type Asked = 'thaw' | 'void' | 'end';
type Continued = 'retaken' | 'amendment' | 'renewal';

export interface WaysOutProps {
  agreement: { id: string; state: string };
  may: {
    edit: { allowed: boolean };
    freeze: { allowed: boolean };
    thaw: boolean;
    withdraw: boolean;
    decline: boolean;
    notice: boolean;
    assent: readonly Asked[];
    continue: readonly Continued[];
  };
  revision: string;
  /** Of those that take all parties: who has said yes, as names, and why. */
  waiting: readonly { what: string; names: string; reason: string; own: boolean }[];
  noticeDays: number;
  state: FormState | undefined;
}

/** All that moves an agreement on or ends it, for this reader in this state: no state is without a way out. */
export function WaysOut(props: WaysOutProps) {
  const { may, state } = props;
  const t = useText(agreements);
  return (
    <div className="stack">
      <div id="acts">
        <WaitingAssents {...props} />
      </div>
      <div className="form-actions">
        <DraftActs {...props} />
        {may.thaw && (
          <ConfirmForm
            {...{ intent: 'thaw', state, trigger: t('thaw'), title: t('thaw-title') }}
            description={<p>{t('thaw-hint')}</p>}
          />
        )}
        {may.continue.map((as) => (
          <Form key={as} intent="continue" hidden={{ as }} state={state}>
            <Button variant="secondary">{t(`continue.${as}`)}</Button>
          </Form>
        ))}
        <AskingAll {...props} />
        {may.notice && <GivingNotice {...props} />}
        <Leaving {...props} />
      </div>
    </div>
  );
}

/** One party alone ends it. */
function Leaving({ agreement, may, state }: WaysOutProps) {
  const t = useText(agreements);
  return (
    <>
      {may.withdraw && (
        <ConfirmForm
          {...{ intent: 'withdraw', state, variant: 'quiet', danger: true, reason: t('reason') }}
          trigger={t(agreement.state === 'draft' ? 'abandon' : 'withdraw')}
          title={t('withdraw-title')}
          description={<p>{t('withdraw-hint')}</p>}
        />
      )}
      {may.decline && (
        <ConfirmForm
          {...{ intent: 'decline', state, variant: 'quiet', danger: true, reason: t('reason') }}
          trigger={t(agreement.state === 'draft' ? 'decline-draft' : 'decline')}
          title={t('decline-title')}
          description={<p>{t('decline-hint')}</p>}
        />
      )}
    </>
  );
}

function DraftActs({ agreement, may, revision, state }: WaysOutProps) {
  const t = useText(agreements);
  return (
    <>
      {may.edit.allowed && (
        <LinkButton variant="secondary" to={paths.editAgreement(agreement.id)}>
          {t('edit')}
        </LinkButton>
      )}
      {may.freeze.allowed && (
        <ConfirmForm
          {...{ intent: 'freeze', revision, state, variant: 'primary' }}
          trigger={t('freeze')}
          title={t('freeze-title')}
          description={<p>{t('freeze-hint')}</p>}
        />
      )}
    </>
  );
}

function AskingAll({ may, waiting, state }: WaysOutProps) {
  const t = useText(agreements);
  const asked = (what: string) => waiting.some((one) => one.what === what);
  return may.assent
    .filter((what) => !asked(what))
    .map((what) => (
      <ConfirmForm
        key={what}
        {...{ intent: 'assent', hidden: { what }, state, variant: 'quiet', reason: t('reason') }}
        trigger={t(`assent.${what}`)}
        title={t(`assent.${what}`)}
        description={<p>{t(`assent-hint.${what}`)}</p>}
      />
    ));
}

function GivingNotice({ noticeDays, state }: WaysOutProps) {
  const t = useText(agreements);
  return (
    <ConfirmForm
      {...{ intent: 'notice', state, variant: 'quiet', danger: true, reason: t('reason') }}
      trigger={t('notice')}
      title={t('notice')}
      description={<p>{t('notice-hint', { days: noticeDays })}</p>}
    >
      <Field name="endsOn" label={t('notice-day')} required>
        <TextInput type="date" />
      </Field>
    </ConfirmForm>
  );
}

function WaitingAssents({ waiting, may, state }: WaysOutProps) {
  const t = useText(agreements);
  return waiting.map(({ what, names, reason, own }) => {
    const known = may.assent.find((one) => one === what);
    const words = what as Asked;
    return (
      <Notice key={what} kind="warning">
        <p>{t(`assent-waiting.${words}`, { names, reason })}</p>
        {known && !own && (
          <ConfirmForm
            {...{ intent: 'assent', hidden: { what }, state, reason: t('reason') }}
            trigger={t('assent-yes')}
            title={t(`assent.${known}`)}
            description={<p>{t(`assent-hint.${known}`)}</p>}
          />
        )}
        {known && own && (
          <Form intent="assent-back" hidden={{ what }} state={state}>
            <Button variant="quiet" size="small">
              {t('assent-back')}
            </Button>
          </Form>
        )}
      </Notice>
    );
  });
}
