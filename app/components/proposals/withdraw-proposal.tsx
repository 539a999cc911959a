import { ConfirmForm } from '~/components/ui';
import { proposals } from '~/i18n/proposals';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';

/** The author takes the proposal back, saying why. */
export function WithdrawProposal({ state }: { state: FormState | undefined }) {
  const t = useText(proposals);
  return (
    <ConfirmForm
      intent="withdraw"
      state={state}
      trigger={t('withdraw')}
      title={t('withdraw-title')}
      description={<p>{t('withdraw-hint')}</p>}
      variant="quiet"
      danger
      reason={t('reason')}
    />
  );
}
