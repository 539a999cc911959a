import { appIcons } from './app-icon.server';
import type { AppIcon } from './app-icon.server';
import type { Profile } from '~/domains/pages/index.server';
import { nameOfPortal, shownProfile } from '~/domains/pages/index.server';
import { textIn } from '~/i18n/catalogue';
import { common } from '~/i18n/common';
import type { Locale } from '~/i18n/locale';
import { offline } from '~/i18n/offline';
import { paths } from '~/paths';
import { offlinePaths } from '~/paths-offline';

/** `--color-paper` of the light scheme: what is shown until the first page is there. */
const ground = '#faf7f1';
/** Below an icon there is room for so many. */
const shortName = 12;

const iconOf = (name: AppIcon, version: number) => {
  const { size } = appIcons[name];
  return {
    src: offlinePaths.appIcon(name, version),
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose: name.startsWith('maskable') ? 'maskable' : 'any',
  };
};

/** What a device asks before it sets the portal among its apps (W3C, Web Application Manifest). */
export function webManifest(profile: Profile, locale: Locale) {
  const t = textIn(locale, common);
  const o = textIn(locale, offline);
  const shown = shownProfile(profile, locale);
  const name = nameOfPortal(profile, locale);
  const shortcut = (words: string, url: string) => ({ name: words, url });
  return {
    id: paths.home,
    name,
    ...(Array.from(name).length <= shortName && { short_name: name }),
    description: shown.slogan || t('site.description'),
    ...{ lang: locale, dir: 'ltr', start_url: paths.home, scope: paths.home },
    ...{ display: 'standalone', theme_color: shown.colour, background_color: ground },
    categories: ['government', 'social'],
    icons: (['192', '512', 'maskable-192', 'maskable-512'] as const).map((icon) =>
      iconOf(icon, profile.version),
    ),
    shortcuts: [
      shortcut(o('shortcut.report'), paths.newFeedback),
      shortcut(o('shortcut.waits'), paths.mine),
      shortcut(t('navigation.ballots'), paths.ballots),
    ],
  };
}
