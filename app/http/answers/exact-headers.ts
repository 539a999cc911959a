import { topicsHeader } from '~/http/cache-topics';

/** Exact numbers are kept nowhere; public ones as long as none of the topics changes. */
export const headersOf = (isExact: boolean, topics: string): Record<string, string> =>
  isExact ? { 'Cache-Control': 'private, no-store' } : { [topicsHeader]: topics };
