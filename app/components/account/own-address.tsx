import { Link } from '@remix-run/react';
import { accountPaths } from '~/paths-account';
import { identity } from '~/i18n/identity';
import { useText } from '~/i18n/use-text';

/** The mail address of the account, and the way to another one. */
export function OwnAddress({ email }: { email: string }) {
  const t = useText(identity);
  return (
    <>
      <div>{email}</div>
      <Link className="inline-block py-1" to={accountPaths.address}>
        {t('account.change-address')}
      </Link>
    </>
  );
}
