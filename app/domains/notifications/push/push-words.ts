import type { NoticeGroup } from '../ways/groups';
import { textIn } from '~/i18n/catalogue';
import type { Locale } from '~/i18n/locale';
import { noticeWays } from '~/i18n/notice-ways';

/** What a phone shows: it lies on tables, and its services pass it on. So it names nobody and no matter. */
export interface PushMessage {
  title: string;
  body: string;
  /** Within the portal. */
  path: string;
  /** Of one thing one: the later takes the place of the earlier. */
  tag: string;
}

export interface Pushed {
  group: NoticeGroup;
  /** Whether anyone may read the thing. */
  isPublic: boolean;
  /** The person is named in it, and it is not only something that the person follows. */
  byName: boolean;
  /** It asks for an answer. */
  asks: boolean;
  count: number;
}

/** The reader's language, and what the portal is called in it. */
export interface PushedTo {
  locale: Locale;
  portal: string;
}

/** Title and words of a push: of what not everyone may read only that there is something. */
export function pushWords(
  { locale, portal }: PushedTo,
  { group, isPublic, byName, asks, count }: Pushed,
): Pick<PushMessage, 'title' | 'body'> {
  const t = textIn(locale, noticeWays);
  if (!isPublic) return { title: portal, body: t('push.something') };
  const title = t(`group.${group}`);
  if (asks) return { title, body: t('push.asks') };
  return { title, body: byName ? t('push.yours') : t('push.followed', { count }) };
}

/** Of many things at once. */
export function manyWords({ locale, portal }: PushedTo, count: number): Pick<PushMessage, 'title' | 'body'> {
  const t = textIn(locale, noticeWays);
  return { title: portal, body: t('push.many', { count }) };
}
