import { routePath } from './plain-address.server';
import { paths } from '~/paths';
import { offlinePaths } from '~/paths-offline';

const isUnder = (path: string, start: string): boolean => {
  const route = routePath(path);
  return route === start || route.startsWith(`${start}/`);
};

/** The open API: what is refused there is said in the form of programs. */
export const isReadByPrograms = (path: string): boolean => isUnder(path, paths.api);

const readOften = [paths.api, paths.dataset(), paths.feeds, paths.oembed, paths.embeds];

/** Pictures and files that are drawn for whoever asks: each costs more than a page, and none is kept. */
const drawn = [paths.insights, paths.shares, offlinePaths.appIcons];
const isDrawn = (path: string): boolean =>
  /\.(png|svg|csv|pdf)$/.test(routePath(path)) && drawn.some((start) => isUnder(path, start));

/** What is made for programs to read, the API, data, feeds, frames, pictures: how often they ask is limited. */
export const isReadOften = (path: string): boolean =>
  readOften.some((start) => isUnder(path, start)) || isDrawn(path);

/** Whole files of data, and documents that are written: how often they are asked for is limited to less. */
export const isDataFile = (path: string): boolean =>
  (isUnder(path, paths.dataset()) && /\.(csv|json|ndjson)$/.test(routePath(path))) ||
  (isUnder(path, paths.shares) && routePath(path).endsWith('.pdf'));
