import { NavLink } from '@remix-run/react';
import { Icon } from '~/components/ui/icon';
import type { IconName } from '~/components/ui/icon';
import { common } from '~/i18n/common';
import { useText } from '~/i18n/use-text';
import type { Viewer } from './root-data';
import { Unread } from './unread';
import { paths } from '~/paths';

const entries = [
  [paths.home, 'home', 'home'],
  [paths.services, 'services', 'work-order'],
  [paths.newFeedback, 'new', 'plus'],
  [paths.inbox, 'inbox', 'inbox'],
  [paths.mine, 'mine', 'person'],
] as const satisfies readonly (readonly [string, string, IconName])[];

/** On phones, at the foot of the window: where a thumb reaches what people come for. Links, that need no scripts. */
export function BottomBar({ viewer }: { viewer: Viewer | null }) {
  const t = useText(common);
  const unread = viewer?.unread ?? 0;
  return (
    <nav aria-label={t('bar.label')} className="bottom-bar">
      <ul>
        {entries.map(([to, name, icon]) => (
          <li key={to}>
            <NavLink to={to} end className={name === 'new' ? 'bottom-bar-new' : undefined}>
              <Icon name={icon} />
              <span>{t(`bar.${name}`)}</span>
              {name === 'inbox' && <Unread count={unread} said={t('bar.unread', { count: unread })} />}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
