import { keyOfSubject, otherSubject } from '../ledger/index.server';
import type { ShownSubject, SubjectKey } from '../ledger/index.server';
import type { Notice } from './notification-text';
import { textIn } from '~/i18n/catalogue';
import { events } from '~/i18n/events';
import type { Locale } from '~/i18n/locale';

/** What is told of an order that has no list is told of the order. */
const aboutOrder = 'responsibility.gap-found';

/** The thing that a notice is about, by which it is decided who may read it. */
export const subjectOf = ({ type, subjectKind: kind, subjectId: id }: Omit<Notice, 'data'>): SubjectKey =>
  type === aboutOrder ? { kind: 'work-order', id } : { kind, id };

/** The other thing whose title the notice says, where it names one. */
const otherOf = (notice: Notice) => otherSubject(notice.subjectKind, notice.data);

/** All things of which the reader's access is asked before the notice is shown. */
export function subjectsIn(notice: Notice): SubjectKey[] {
  const other = otherOf(notice);
  return other ? [subjectOf(notice), other] : [subjectOf(notice)];
}

const titles = ['title', 'into', 'statement'];

/**
 * The notice as its reader may read it now: with the title that the thing has today, and without a word of what may no
 * longer be read. `withheld` says that it leads nowhere.
 */
export function shownNotice(
  locale: Locale,
  notice: Notice,
  readable: ReadonlyMap<string, ShownSubject>,
): Notice & { withheld: boolean } {
  const notPublic = textIn(locale, events)('not-public');
  const subject = readable.get(keyOfSubject(subjectOf(notice)));
  if (!subject) {
    const silent = Object.entries(notice.data).map(([name, value]) =>
      typeof value === 'string'
        ? [name, titles.includes(name) ? notPublic : '']
        : [name, typeof value === 'object' ? null : value],
    );
    return { ...notice, data: { ...Object.fromEntries(silent), title: notPublic }, withheld: true };
  }
  const other = otherOf(notice);
  const into = other && !readable.has(keyOfSubject(other)) ? { into: notPublic } : {};
  // An empty title was left out on purpose.
  const title = subject.title !== null && notice.data.title !== '' ? { title: subject.title } : {};
  return { ...notice, data: { ...notice.data, ...title, ...into }, withheld: false };
}
