import { quorumOf } from '../load-meeting.server';
import type { LoadedMeeting } from '../load-meeting.server';
import { textOfMinutes } from '../rules/published-minutes';
import type { MinutesFormat, PublishedMinutes } from '../rules/published-minutes';
import { sha256 } from '~/lib/sha256';

type Approved = Pick<PublishedMinutes, 'seats' | 'organiser'> & { format: MinutesFormat };

/**
 * Whether what stands in the database now is what was approved: the text fits its fingerprint, and what the page shows
 * fits the text. Only names of organisations are taken from the text: they stand as they were then. True for what is not
 * published.
 */
export function fitsPublished(meeting: LoadedMeeting): boolean {
  const { publishedText, contentHash } = meeting;
  if (publishedText === null) return contentHash === null;
  if (sha256(publishedText) !== contentHash) return false;
  const approved = JSON.parse(publishedText) as Approved;
  const seats = meeting.seats.map(({ organisationId, capacity, presentAt }, at) => ({
    as: organisationId === null ? capacity : (approved.seats[at]?.as ?? ''),
    present: presentAt !== null,
  }));
  const organiser = meeting.organisationId === null ? null : approved.organiser;
  const now = { ...meeting, seats, organiser, quorum: quorumOf(meeting) };
  return textOfMinutes(now, approved.format) === publishedText;
}
