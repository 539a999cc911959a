import { NavLink } from '@remix-run/react';
import { paths } from '~/paths';
import { common } from '~/i18n/common';
import { meetingsMenu } from '~/i18n/meetings-menu';
import { useText } from '~/i18n/use-text';

const entries = [
  ['/', 'home'],
  ['/proposals', 'proposals'],
  ['/feedback', 'feedback'],
  ['/conversations', 'conversations'],
  ['/ballots', 'ballots'],
  ['/volunteering', 'volunteering'],
  ['/agreements', 'agreements'],
  ['/work-orders', 'work-orders'],
  ['/areas', 'areas'],
] as const;

export function Navigation() {
  const t = useText(common);
  const m = useText(meetingsMenu);
  return (
    <nav aria-label={t('navigation.main')} className="main-navigation">
      <ul>
        {entries.map(([to, key]) => (
          <li key={to}>
            <NavLink to={to} end={to === '/'}>
              {t(`navigation.${key}`)}
            </NavLink>
          </li>
        ))}
        <li>
          <NavLink to={paths.meetings}>{m('meetings')}</NavLink>
        </li>
      </ul>
    </nav>
  );
}
