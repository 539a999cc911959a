import { NavLink } from '@remix-run/react';
import { useRootData } from './use-viewer';
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

/** In senior mode the few that most come for; all others stand on the page of services. */
const few: readonly string[] = ['home', 'feedback', 'ballots', 'volunteering'];

/** The lists of the portal. */
export function Navigation() {
  const t = useText(common);
  const senior = useRootData()?.senior ?? false;
  const m = useText(meetingsMenu);
  const c = useText(councilsMenu);
  return (
    <nav aria-label={t('navigation.main')} className="main-navigation">
      <ul>
        {entries
          .filter(([, key]) => !senior || few.includes(key))
          .map(([to, key]) => (
            <li key={to}>
              <NavLink to={to} end={to === '/'}>
                {t(`navigation.${key}`)}
              </NavLink>
            </li>
          ))}
        {senior ? (
          <li>
            <NavLink to={paths.services}>{t('bar.services')}</NavLink>
          </li>
        ) : (
          <>
            <li>
              <NavLink to={paths.meetings}>{m('meetings')}</NavLink>
            </li>
            <li>
              <NavLink to={paths.councils}>{c('councils')}</NavLink>
            </li>
          </>
        )}
      </ul>
    </nav>
  );
}
