import { paths } from '~/paths';

/** The open API: what is refused there is said in the form of programs, and how often it is asked is limited. */
export const isReadByPrograms = (path: string): boolean => path.startsWith(`${paths.api}/`);

/** Whole files of data: how often they are asked for is limited. */
export const isDataFile = (path: string): boolean =>
  path.startsWith(`${paths.dataset()}/`) && /\.(csv|json|ndjson)$/.test(path);
