import { Link } from '@remix-run/react';
import { Pictures } from '~/components/files/pictures';
import type { Picture } from '~/components/files/pictures';
import { pathOfSubject } from '~/paths';
import { useText } from '~/i18n/use-text';
import { workOrders } from '~/i18n/work-orders';

export interface OrderMatter {
  kind: string;
  id: string;
  title: string;
  page: { kind: string; id: string };
  pictures: readonly Picture[];
}

/** What hangs on a work order with its pictures, as far as the reader may read it, and how much more there is. */
export function OrderMatters({ matters, hidden = 0 }: { matters: readonly OrderMatter[]; hidden?: number }) {
  const t = useText(workOrders);
  return (
    <ul>
      {matters.map(({ kind, id, title, page, pictures }) => (
        <li key={id}>
          {t(`kind.${kind}` as 'kind.proposal')} <Link to={pathOfSubject(page.kind, page.id)}>{title}</Link>
          <Pictures pictures={pictures} />
        </li>
      ))}
      {hidden > 0 && <li>{t('linked-hidden', { count: hidden })}</li>}
    </ul>
  );
}
