import { ConfirmForm } from '~/components/ui';
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
      danger
      reason={t('deactivate-reason')}
    />
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
      reason={t('reactivate-reason')}
    />
  );
}
