import { Link } from '@remix-run/react';
import { Notice } from '~/components/ui';
import { paths } from '~/paths';
import { useText } from '~/i18n/use-text';
import { workbench } from '~/i18n/workbench';

/** Where the work on an order that was merged goes on; nothing for others. */
export function MergedInto({ orderId }: { orderId: string | null }) {
  const t = useText(workbench);
  if (!orderId) return null;
  return (
    <Notice kind="info">
      {t('merged-into')} <Link to={paths.workOrder(orderId)}>{t('merged-see')}</Link>
    </Notice>
  );
}
