import type { ServerBuild } from '@remix-run/node';
import { defaultLocale } from '~/i18n/locale';
import type { Locale } from '~/i18n/locale';
import { offlinePaths } from '~/paths-offline';

const folderOf = (locale: Locale) => `${offlinePaths.clientFiles}${locale}/`;

/**
 * The build as pages in one language name it: browsers load the folder with the words of their language alone. Each
 * language has a version of its own, so that a page which asks for more routes after the language was changed
 * elsewhere is loaded anew, instead of going on in both.
 */
export function buildIn(build: ServerBuild, locale: Locale): ServerBuild {
  const named = JSON.stringify(build.assets).replaceAll(folderOf(defaultLocale), folderOf(locale));
  const assets = JSON.parse(named) as ServerBuild['assets'];
  return { ...build, assets: { ...assets, version: `${assets.version}-${locale}` } };
}
