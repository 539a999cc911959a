import { Link, NavLink, useLocation } from '@remix-run/react';
import { Icon } from '~/components/ui/icon';
import { SearchForm } from '~/components/ui/forms/search-form';
import { common } from '~/i18n/common';
import { useText } from '~/i18n/use-text';
import { AccountMenu } from './account-menu';
import { HeaderMenu } from './header-menu';
import { Navigation } from './navigation';
import { Preferences } from './preferences-menu';
import type { Viewer } from './root-data';
import { useRootData } from './use-viewer';
import { Unread } from './unread';
import { paths } from '~/paths';
import { installedPaths } from '~/paths-installed';

function Brand() {
  const t = useText(common);
  const portal = useRootData()?.portal;
  const slogan = portal?.name ? portal.slogan : t('site.slogan');
  return (
    <Link to={paths.home} className="brand">
      {portal?.logo ? (
        <img
          src={paths.file(portal.logo.id)}
          alt=""
          width={portal.logo.width}
          height={portal.logo.height}
          className="brand-logo"
        />
      ) : (
        <img src={installedPaths.mark} alt="" width="41" height="41" className="brand-seal" />
      )}
      <span>
        <span className="brand-name">{portal?.name || t('site.name')}</span>
        {slogan && <span className="brand-slogan">{slogan}</span>}
      </span>
    </Link>
  );
}

function Search() {
  const t = useText(common);
  return <SearchForm action={paths.search} placeholder={t('search.placeholder')} />;
}

function SignIn() {
  const t = useText(common);
  const { pathname, search } = useLocation();
  const next =
    pathname === paths.home || pathname === paths.signIn
      ? ''
      : `?next=${encodeURIComponent(pathname + search)}`;
  return (
    <Link to={`${paths.signIn}${next}`} className="header-link font-semibold">
      {t('account.sign-in')}
    </Link>
  );
}

function InboxLink({ unread }: { unread: number }) {
  const t = useText(common);
  return (
    <Link to={paths.inbox} className="header-link">
      <Icon name="inbox" />
      <span className="sr-only">
        {unread > 0 ? t('account.inbox-unread', { count: unread }) : t('account.inbox')}
      </span>
      <Unread count={unread} />
    </Link>
  );
}

function SignedIn({ viewer }: { viewer: Viewer }) {
  const t = useText(common);
  return (
    <>
      <NavLink to={paths.mine} end className="header-link header-mine">
        {t('bar.mine')}
      </NavLink>
      <InboxLink unread={viewer.unread} />
      <AccountMenu viewer={viewer} />
    </>
  );
}

export function SiteHeader({ viewer }: { viewer: Viewer | null }) {
  const t = useText(common);
  return (
    <header className="site-header">
      <div className="frame site-header-row">
        <Brand />
        <div className="only-wide header-search">
          <Search />
        </div>
        {viewer ? <SignedIn viewer={viewer} /> : <SignIn />}
        <div className="only-wide">
          <HeaderMenu summary={<PreferencesSummary />}>
            <Preferences />
          </HeaderMenu>
        </div>
        <div className="only-narrow">
          <HeaderMenu
            summary={
              <>
                <Icon name="menu" />
                <span className="sr-only">{t('navigation.menu')}</span>
              </>
            }
          >
            <Search />
            <Navigation />
            <Preferences />
          </HeaderMenu>
        </div>
      </div>
      <div className="only-wide frame">
        <Navigation />
      </div>
    </header>
  );
}

function PreferencesSummary() {
  const t = useText(common);
  return (
    <>
      <Icon name="settings" />
      {t('preferences.title')}
    </>
  );
}
