import { Link } from '@remix-run/react';
import { common } from '~/i18n/common';
import { useText } from '~/i18n/use-text';
import { paths } from '~/paths';

export function DemoBanner() {
  const t = useText(common);
  return (
    <aside className="banner" aria-label={t('demo.label')}>
      <div className="frame">
        <span>{t('demo.banner')}</span>
        <Link to={paths.demoSignIn}>{t('demo.sign-in')}</Link>
      </div>
    </aside>
  );
}

/** Always in sight while a person acts for an organisation. */
export function ActingForBanner({ name }: { name: string }) {
  const t = useText(common);
  return (
    <aside className="banner banner-acting" aria-label={t('account.change-acting')}>
      <div className="frame">
        <span>{t('account.acting-for', { name })}</span>
        <Link to={paths.actFor}>{t('account.change-acting')}</Link>
      </div>
    </aside>
  );
}
