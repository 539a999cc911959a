import { Link } from '@remix-run/react';
import { phones } from '~/i18n/phones';
import { useText } from '~/i18n/use-text';
import { paths } from '~/paths';

/** The phone of the account as its page lists it, and the way to the page where it is changed. */
export function PhoneInList({ shown }: { shown: string | null }) {
  const t = useText(phones);
  return (
    <>
      {shown ?? t('none')}{' '}
      <Link className="inline-block py-1" to={paths.phone}>
        {t(shown === null ? 'to-add' : 'manage')}
      </Link>
    </>
  );
}
