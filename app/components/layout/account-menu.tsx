import { Form, Link } from '@remix-run/react';
import { Avatar } from '~/components/ui/avatar';
import { common } from '~/i18n/common';
import { useText } from '~/i18n/use-text';
import { HeaderMenu } from './header-menu';
import type { Viewer } from './root-data';
import { useRootData } from './use-viewer';
import { paths } from '~/paths';

export function AccountMenu({ viewer }: { viewer: Viewer }) {
  const t = useText(common);
  return (
    <HeaderMenu
      summary={
        <>
          <Avatar name={viewer.name} />
          <span className="sr-only">{t('account.menu', { name: viewer.name })}</span>
        </>
      }
    >
      <p className="font-semibold">{viewer.name}</p>
      <AccountLinks viewer={viewer} />
    </HeaderMenu>
  );
}

function AccountLinks({ viewer }: { viewer: Viewer }) {
  const t = useText(common);
  const demo = useRootData()?.demo ?? false;
  const links = [
    [paths.account, t('account.mine')],
    [paths.myVolunteering, t('account.my-volunteering')],
    ...(viewer.represents ? [[paths.actFor, t('account.change-acting')] as const] : []),
    ...(viewer.represents ? [[paths.volunteerDesk, t('account.volunteer-desk')] as const] : []),
    ...(viewer.worksOrders ? [[paths.workbench, t('account.workbench')] as const] : []),
    ...(viewer.holdsOffice ? [[paths.moderation, t('account.moderation')] as const] : []),
    ...(viewer.represents || viewer.holdsOffice
      ? [[paths.calendarLink, t('account.calendar')] as const]
      : []),
    ...(viewer.administers ? [[paths.administration, t('account.administration')] as const] : []),
    ...(demo ? [[paths.mailbox, t('account.mailbox')] as const] : []),
  ] as const;
  return (
    <ul className="menu-links">
      {links.map(([to, label]) => (
        <li key={to}>
          <Link to={to}>{label}</Link>
        </li>
      ))}
      <li>
        <Form method="post" action={paths.signOut}>
          <button>{t('account.sign-out')}</button>
        </Form>
      </li>
    </ul>
  );
}
