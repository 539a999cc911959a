import { ConfirmForm, Field, TextArea } from '~/components/ui';
import { community } from '~/i18n/community';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';

/** For moderators of the area: the organisation acts no longer. */
export function DeactivateOrganisation({ name, state }: { name: string; state: FormState | undefined }) {
  const t = useText(community);
  return (
    <ConfirmForm
      state={state}
      intent="deactivate"
      trigger={t('deactivate')}
      title={t('deactivate-title', { name })}
      description={<p>{t('deactivate-hint')}</p>}
      confirm={t('deactivate')}
      danger
    >
      <Field name="reason" label={t('deactivate-reason')} required>
        <TextArea rows={2} maximum={500} />
      </Field>
    </ConfirmForm>
  );
}

/** For moderators of the area: the organisation acts again. */
export function ReactivateOrganisation({ name, state }: { name: string; state: FormState | undefined }) {
  const t = useText(community);
  return (
    <ConfirmForm
      state={state}
      intent="reactivate"
      trigger={t('reactivate')}
      title={t('reactivate-title', { name })}
      description={<p>{t('reactivate-hint')}</p>}
      confirm={t('reactivate')}
    >
      <Field name="reason" label={t('reactivate-reason')} required>
        <TextArea rows={2} maximum={500} />
      </Field>
    </ConfirmForm>
  );
}
