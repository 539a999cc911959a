import { textIn } from '~/i18n/catalogue';
import { eventText } from '~/i18n/event-text';
import { events } from '~/i18n/events';
import type { Locale } from '~/i18n/locale';
import { shiftDetails } from '~/i18n/shift-details';
import { pathOfSubject, paths } from '~/paths';
import { keyedHash, signText } from '~/platform/crypto/keyed-hash.server';

export interface Notice {
  type: string;
  subjectKind: string;
  subjectId: string;
  data: Record<string, unknown>;
}

/** Told by right to those who asked, whoever else reads the order: there is a page for their answer. */
const callBack = 'work-order.call-back-asked';

/** Where on the page: the comment in its thread. */
const placeIn = (threadId: unknown, commentId: unknown) =>
  typeof threadId === 'string' && typeof commentId === 'string'
    ? `?thread=${threadId}#comment-${commentId}`
    : '';

/** What asks something leads to where it is answered. */
const pathOf = ({ type, subjectId }: Notice, page: string) =>
  type === callBack ? paths.callBack(subjectId) : page;

/** The words of an event for its reader, and where it leads. */
export function notificationText(
  { locale, timeZone }: { locale: Locale; timeZone: string },
  notice: Notice,
): { text: string; details: string[]; path: string } {
  const t = textIn(locale, events);
  const { reason, threadId, commentId } = notice.data;
  const page = pathOfSubject(notice.subjectKind, notice.subjectId);
  return {
    text: eventText(locale, notice.type, notice.data),
    details: [
      ...shiftDetails({ locale, timeZone }, notice.data, { whole: true }),
      ...(typeof reason === 'string' && reason !== '' ? [t('reason', { reason })] : []),
    ],
    path: pathOf(notice, page === paths.home ? paths.inbox : page + placeIn(threadId, commentId)),
  };
}

/**
 * Told by right also to who may not read the thing, without its title: whoever is asked whether it was solved, whoever
 * is no longer invited to what only the invited may read, and whoever reported what is hidden since.
 */
export const isOwed = (type: string): boolean =>
  [callBack, 'meeting.uninvited', 'report.upheld'].includes(type);

/** The two answers to a question that a notice asks, as pages that open with them; null where it asks none. */
export const answersTo = ({ type, subjectId }: Pick<Notice, 'type' | 'subjectId'>) =>
  type === callBack ? { yes: paths.callBack(subjectId, 'yes'), no: paths.callBack(subjectId, 'no') } : null;

/** Where a notice leads whose thing its reader may not read. */
export const pathOfWithheld = ({ type, subjectId }: Pick<Notice, 'type' | 'subjectId'>): string =>
  type === callBack ? paths.callBack(subjectId) : paths.inbox;

/** The link by which a reader of mail ends it, without signing in (RFC 8058). */
export function unsubscribePath(secret: string, personId: string): string {
  return paths.unsubscribe(signText(keyedHash(secret, 'unsubscribe'), personId));
}
