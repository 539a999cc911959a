import { SolvedButtons } from '~/components/workorders/solved-buttons';
import { Notice } from '~/components/ui';
import { feedback } from '~/i18n/feedback';
import { useText } from '~/i18n/use-text';

/** Whoever asked says here whether it is solved: nobody looks for that behind a link to an order. */
export function ToConfirm({ callBacks }: { callBacks: readonly { id: string }[] }) {
  const t = useText(feedback);
  if (callBacks.length === 0) return null;
  return (
    <Notice kind="warning" title={t('to-confirm-title')}>
      <p>{t('to-confirm-hint')}</p>
      {callBacks.map(({ id }) => (
        <SolvedButtons key={id} orderId={id} />
      ))}
    </Notice>
  );
}
