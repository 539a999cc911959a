import { Link } from '@remix-run/react';
import { pathOfSubject } from '~/http/paths';
import { useText } from '~/i18n/use-text';
import { workOrders } from '~/i18n/work-orders';

export interface OrderMatter {
  kind: 'proposal' | 'feedback' | 'obligation';
  id: string;
  /** Null where the public may not read it. */
  title: string | null;
  page: { kind: string; id: string };
}

/** What hangs on a work order, by its public titles. */
export function OrderMatters({ matters }: { matters: readonly OrderMatter[] }) {
  const t = useText(workOrders);
  return (
    <ul>
      {matters.map(({ kind, id, title, page }) => (
        <li key={id}>
          {t(`kind.${kind}`)}{' '}
          {title ? (
            <Link to={pathOfSubject(page.kind, page.id)}>{title}</Link>
          ) : (
            t(kind === 'obligation' ? 'linked-obligation' : 'linked-private')
          )}
        </li>
      ))}
    </ul>
  );
}
