import type { Reader } from '../../known-subjects';
import type { WeeklyNews } from '../../weekly-news';
import { unsubscribePath } from '../notification-text';
import type { News } from './news-of.server';
import { textIn } from '~/i18n/catalogue';
import type { Locale } from '~/i18n/locale';
import { mails } from '~/i18n/mails';
import { mine } from '~/i18n/mine';
import { weeklyLetter } from '~/i18n/weekly-letter';
import { dateFormat } from '~/lib/formats';
import { paths } from '~/paths';

interface Portal {
  publicUrl: string;
  sessionSecret: string;
  timeZone: string;
}

interface Letter {
  person: Reader;
  locale: Locale;
  news: News;
}

/** A heading with its lines; nothing where there are none. */
const part = (heading: string, lines: readonly string[]) => (lines.length > 0 ? [heading, ...lines] : []);

const sumOf = (news: readonly WeeklyNews[], what: string) =>
  news.reduce((sum, one) => sum + (one.what === what && 'count' in one ? one.count : 0), 0);

/** The letter of the week as a mail: short lines under headings, each with its link. */
export function letterMail(portal: Portal, { person, locale, news }: Letter) {
  const t = textIn(locale, weeklyLetter);
  const common = textIn(locale, mails);
  const unsubscribeUrl = portal.publicUrl + unsubscribePath(portal.sessionSecret, person.id);
  return {
    ...{ recipient: person.email, personId: person.id, unsubscribeUrl, locale, subject: t('subject') },
    paragraphs: [common('greeting', { name: person.displayName }), ...partsOf(portal, locale, news)],
    footer: [
      t('change', { url: portal.publicUrl + paths.noticeTopics }),
      common('unsubscribe', { url: unsubscribeUrl }),
    ],
  };
}

function partsOf({ publicUrl, timeZone }: Portal, locale: Locale, { waits, moved, news }: News): string[] {
  const t = textIn(locale, weeklyLetter);
  const ask = textIn(locale, mine);
  const format = dateFormat(locale, { month: 'long', day: 'numeric', timeZone });
  const by = (key: 'until' | 'opened-until', at: Date | null) =>
    at === null ? '' : ` ${t(key, { day: format.format(at) })}`;
  const url = (path: string) => publicUrl + path;
  const asked = waits.map((one) => {
    const title = one.title === '' ? ask('untitled') : one.title;
    return `${ask(`ask.${one.ask}`, { title })}${by('until', one.until)} ${url(one.to)}`;
  });
  const followed = moved.lines.map(({ text, path }) => `${text} ${url(path)}`);
  const more = moved.more > 0 ? [t('more', { count: moved.more, url: url(paths.inbox) })] : [];
  const opened = news.flatMap((one) =>
    one.what === 'opened' ? [`${one.title}${by('opened-until', one.until)} ${url(one.to)}`] : [],
  );
  const solved = news.flatMap((one) => (one.what === 'solved' ? [`${one.title} ${url(one.to)}`] : []));
  const numbers = { asked: sumOf(news, 'asked-number'), solved: sumOf(news, 'solved-number') };
  const inNumbers = numbers.asked + numbers.solved > 0 ? [t('numbers', numbers)] : [];
  return [
    ...part(t('waits'), asked),
    ...part(t('moved'), [...followed, ...more]),
    ...part(t('opened'), opened),
    ...part(t('solved'), [...inNumbers, ...solved]),
  ];
}
