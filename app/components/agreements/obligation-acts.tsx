import {
  Button,
  ConfirmForm,
  DisclosureForm,
  Field,
  FileUpload,
  Form,
  LinkButton,
  TextArea,
  TextInput,
} from '~/components/ui';
import { paths } from '~/paths';
import { agreements } from '~/i18n/agreements';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';
import { fileKinds } from './file-kinds';
import type { ShownObligation } from './obligation-list';

export interface ObligationActsProps {
  obligation: ShownObligation;
  /** The reader makes work orders. */
  orders: boolean;
  state: FormState | undefined;
}

/** What the reader can do about one obligation. */
export function ObligationActs({ obligation, orders, state }: ObligationActsProps) {
  const t = useText(agreements);
  const hidden = { obligationId: obligation.id };
  const { may } = obligation;
  return (
    <div className="form-actions">
      {may.report && (
        <DisclosureForm trigger={t('meet')} size="small" intent="meet" hidden={hidden} files state={state}>
          <Field name="report" label={t('meet-report')} hint={t('meet-report-hint')} required>
            <TextArea rows={3} maximum={2000} />
          </Field>
          <Field name="files" label={t('meet-files')}>
            <FileUpload accept={fileKinds} maximum={10} megabytes={20} hint={t('meet-files-hint')} />
          </Field>
          <Button size="small">{t('meet')}</Button>
        </DisclosureForm>
      )}
      <OtherSideActs {...{ obligation, state }} />
      {may.release && (
        <Form intent="release" hidden={hidden} state={state}>
          <Button size="small">{t(obligation.payerIsAway ? 'release-received' : 'release')}</Button>
        </Form>
      )}
      {may.writeOff && <WriteOff {...{ hidden, state }} />}
      {orders && (
        <LinkButton size="small" variant="quiet" to={`${paths.newWorkOrder}?obligation=${obligation.id}`}>
          {t('to-order')}
        </LinkButton>
      )}
    </div>
  );
}

function WriteOff({ hidden, state }: { hidden: Record<string, string>; state: FormState | undefined }) {
  const t = useText(agreements);
  return (
    <ConfirmForm
      {...{ hidden, state, intent: 'write-off', variant: 'quiet', size: 'small' }}
      trigger={t('write-off')}
      title={t('write-off')}
      reason={t('reason')}
      description={<p>{t('write-off-hint')}</p>}
    />
  );
}

function OtherSideActs({ obligation, state }: Pick<ObligationActsProps, 'obligation' | 'state'>) {
  const t = useText(agreements);
  const hidden = { obligationId: obligation.id };
  const { may } = obligation;
  return (
    <>
      {may.answer && (
        <>
          <Form intent="accept" hidden={hidden} state={state}>
            <Button size="small">{t('accept')}</Button>
          </Form>
          <ConfirmForm
            {...{ hidden, state, intent: 'refuse', variant: 'quiet', size: 'small' }}
            trigger={t('refuse')}
            title={t('refuse')}
            reason={t('reason')}
          />
        </>
      )}
      {may.breach && (
        <ConfirmForm
          {...{ hidden, state, intent: 'breach', variant: 'quiet', size: 'small', danger: true }}
          trigger={t('breach')}
          title={t('breach')}
          reason={t('reason')}
        >
          <Field name="cureBy" label={t('breach-until')} required>
            <TextInput type="date" />
          </Field>
        </ConfirmForm>
      )}
    </>
  );
}
