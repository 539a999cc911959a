import type { LoadedMeeting } from './load-meeting.server';
import { textOfMinutes } from './rules/published-minutes';
import type { PublishedMinutes } from './rules/published-minutes';
import { sha256 } from '~/lib/sha256';

/**
 * Whether what stands in the database now is what was approved: the text fits its fingerprint, and what the page shows
 * fits the text. Names of organisations stand as they were then. True for what is not published.
 */
export function fitsPublished(meeting: LoadedMeeting): boolean {
  const { publishedText, contentHash } = meeting;
  if (publishedText === null) return contentHash === null;
  if (sha256(publishedText) !== contentHash) return false;
  const { seats, organiser, quorum } = JSON.parse(publishedText) as PublishedMinutes;
  return textOfMinutes({ ...meeting, seats, organiser, quorum }) === publishedText;
}
