import { Link } from '@remix-run/react';
import { Money, StatusBadge } from '~/components/ui';
import { paths } from '~/paths';
import { community } from '~/i18n/community';
import { useText } from '~/i18n/use-text';

export interface AwaitedSignaturesProps {
  awaited: readonly {
    id: string;
    title: string;
    /** In fen. */
    amountFen: string;
    /** Who could sign it as the mandates are. */
    able: string[];
  }[];
}

/** What waits for the organisation's signature, and for what nobody has a mandate that reaches so far. */
export function AwaitedSignatures({ awaited }: AwaitedSignaturesProps) {
  const t = useText(community);
  if (awaited.length === 0) return null;
  return (
    <>
      <h3>{t('awaited-signatures')}</h3>
      <ul>
        {awaited.map(({ id, title, amountFen, able }) => (
          <li key={id}>
            <Link to={paths.agreement(id)}>{title}</Link>{' '}
            {amountFen !== '0' && (
              <>
                {t('awaited-amount')} <Money yuan={Number(amountFen) / 100} />{' '}
              </>
            )}
            {able.length > 0 ? (
              t('awaited-able', { names: able.join(' · ') })
            ) : (
              <StatusBadge tone="warning">{t('awaited-nobody')}</StatusBadge>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
