import { hasKey, textIn } from './catalogue';
import { events } from './events';
import type { Locale } from './locale';
import { shownName } from './shown-name';
import { erasedName } from '~/lib/texts/erased-name';

/** What befell a comment is said of the comment, not of the matter under which it stands. */
function keyOf(type: string, data: Readonly<Record<string, unknown>>): string {
  const ofComment = `${type}.comment`;
  if (data.commentId !== undefined && hasKey(events, ofComment)) return ofComment;
  // Of an order several times run: until somebody dispatches, accepts, has it done.
  const ofClock = { dispatch: `${type}.dispatch`, response: `${type}.response` };
  if (data.clock === 'dispatch' || data.clock === 'response') {
    const key = ofClock[data.clock];
    if (hasKey(events, key)) return key;
  }
  // Whoever has closed the account is named no more.
  const unnamed = `${type}.somebody`;
  return ['', erasedName, undefined].includes(data.name as string | undefined) && hasKey(events, unnamed)
    ? unnamed
    : type;
}

/** Where no title is quoted, what stood around it: Chinese needs something to say it of, and so does English. */
const untitled: Record<Locale, readonly (readonly [RegExp, string])[]> = {
  'zh-CN': [
    [/(?<=[对为在把从与和就])“”/gu, '此事'],
    [/(?<=^|[，。；：了加任入谢])“”的/gu, ''],
    [/“”/gu, ''],
  ],
  en: [
    [/(?<=\b(?:of|about|on|for|in|to|like|with|at|from|left|by) |, )“”/gu, 'it'],
    [/:?\s?“”$/gu, ''],
    [/\s?“”/gu, ''],
  ],
};

function withoutQuotes(locale: Locale, text: string): string {
  if (!text.includes('“”')) return text;
  const said = untitled[locale]
    .reduce((words, [found, instead]) => words.replace(found, instead), text)
    .trim();
  return said.charAt(0).toUpperCase() + said.slice(1);
}

/** The words of an event for its reader. What is not public has no title: then none is quoted. */
export function eventText(locale: Locale, given: string, data: Readonly<Record<string, unknown>>): string {
  const type = keyOf(given, data);
  if (!hasKey(events, type)) return type;
  const words = Object.entries(data).map(([name, value]) => [
    name,
    typeof value === 'number' ? value : shownName(locale, String(value ?? '')),
  ]);
  const text = textIn(locale, events)(type, Object.fromEntries(words) as Record<string, string | number>);
  return withoutQuotes(locale, text);
}
