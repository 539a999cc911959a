import { NavLink } from '@remix-run/react';
import { paths } from '~/paths';
import { common } from '~/i18n/common';
import { councilsMenu } from '~/i18n/councils-menu';
import { meetingsMenu } from '~/i18n/meetings-menu';
import { useText } from '~/i18n/use-text';

const entries = [
  [paths.home, 'home'],
  [paths.proposals, 'proposals'],
  [paths.feedback, 'feedback'],
  [paths.conversations, 'conversations'],
  [paths.ballots, 'ballots'],
  [paths.volunteering, 'volunteering'],
  [paths.agreements, 'agreements'],
  [paths.workOrders, 'work-orders'],
  [paths.areas, 'areas'],
] as const;

export function Navigation() {
  const t = useText(common);
  const m = useText(meetingsMenu);
  const c = useText(councilsMenu);
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
        <li>
          <NavLink to={paths.councils}>{c('councils')}</NavLink>
        </li>
      </ul>
    </nav>
  );
}
