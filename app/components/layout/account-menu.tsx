import { Form, Link } from '@remix-run/react';
import { Avatar } from '~/components/ui/avatar';
import { common } from '~/i18n/common';
import { useText } from '~/i18n/use-text';
import { HeaderMenu } from './header-menu';
import type { Viewer } from './root-data';
import { useRootData } from './use-viewer';

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
    ['/account', t('account.mine')],
    ['/volunteering/mine', t('account.my-volunteering')],
    ...(viewer.represents ? [['/account/act-for', t('account.change-acting')] as const] : []),
    ...(viewer.represents ? [['/volunteering/desk', t('account.volunteer-desk')] as const] : []),
    ...(viewer.worksOrders ? [['/workbench', t('account.workbench')] as const] : []),
    ...(viewer.holdsOffice ? [['/moderation', t('account.moderation')] as const] : []),
    ...(viewer.represents || viewer.holdsOffice
      ? [['/account/calendar', t('account.calendar')] as const]
      : []),
    ...(viewer.administers ? [['/bridges/keys', t('account.bridges')] as const] : []),
    ...(viewer.administers ? [['/moderation/roles', t('account.roles')] as const] : []),
    ...(demo ? [['/mailbox', t('account.mailbox')] as const] : []),
  ] as const;
  return (
    <ul className="menu-links">
      {links.map(([to, label]) => (
        <li key={to}>
          <Link to={to}>{label}</Link>
        </li>
      ))}
      <li>
        <Form method="post" action="/sign-out">
          <button>{t('account.sign-out')}</button>
        </Form>
      </li>
    </ul>
  );
}
