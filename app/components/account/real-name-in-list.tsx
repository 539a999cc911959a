import { Link } from '@remix-run/react';
import { realName } from '~/i18n/real-name';
import { useText } from '~/i18n/use-text';
import { accountPaths } from '~/paths-account';

/** Whether the real name is confirmed, as the page of the account lists it, and the way to its page. */
export function RealNameInList({ isConfirmed }: { isConfirmed: boolean }) {
  const t = useText(realName);
  return (
    <>
      {t(isConfirmed ? 'own' : 'in-list-no')}{' '}
      <Link className="inline-block py-1" to={accountPaths.realName}>
        {t('in-list-link')}
      </Link>
    </>
  );
}
