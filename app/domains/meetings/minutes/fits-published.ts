import { quorumOf } from '../load-meeting.server';
import type { LoadedMeeting } from '../load-meeting.server';
import { textOfMinutes } from '../rules/published-minutes';
import type { MinutesFormat, PublishedMinutes } from '../rules/published-minutes';
import { sha256 } from '~/lib/sha256';

type Approved = Pick<PublishedMinutes, 'seats' | 'organiser'> & { format: MinutesFormat };

type Published = Pick<LoadedMeeting, 'publishedText' | 'contentHash'>;

/** The text that was approved; null where there is none, or it fits its fingerprint no more. */
const approvedOf = ({ publishedText, contentHash }: Published): Approved | null =>
  publishedText === null || sha256(publishedText) !== contentHash
    ? null
    : (JSON.parse(publishedText) as Approved);

/** As what each seat stands in the published minutes, in the order of the seats; an organisation by its name then. */
export const seatsThen = (meeting: Published): readonly { as: string }[] => approvedOf(meeting)?.seats ?? [];

/** The organisation that convened, by its name in the published minutes. */
export const organiserThen = (meeting: Published): string | null => approvedOf(meeting)?.organiser ?? null;

/**
 * Whether what stands in the database now is what was approved: the text fits its fingerprint, and what the page shows
 * fits the text. Only names of organisations are taken from the text: they stand as they were then. True for what is not
 * published.
 */
export function fitsPublished(meeting: LoadedMeeting): boolean {
  const { publishedText, contentHash } = meeting;
  if (publishedText === null) return contentHash === null;
  const approved = approvedOf(meeting);
  if (!approved) return false;
  const seats = meeting.seats.map(({ organisationId, capacity, presentAt }, at) => ({
    as: organisationId === null ? capacity : (approved.seats[at]?.as ?? ''),
    present: presentAt !== null,
  }));
  const organiser = meeting.organisationId === null ? null : approved.organiser;
  const now = { ...meeting, seats, organiser, quorum: quorumOf(meeting) };
  return textOfMinutes(now, approved.format) === publishedText;
}
