import type { Tokenizer } from 'marked';

type Rules = Tokenizer['rules'];

/** Signs of Chinese writing, with the quotation marks and dashes that it shares with others; no spaces. */
const signs = '\\u3001-\\u303f\\uff01-\\uffef\\u2014\\u2018-\\u201f\\u2026\\u00b7';
const characters = `${signs}\\u2e80-\\u2fdf\\u3040-\\u31ff\\u3400-\\u9fff\\ua000-\\ua4cf\\uac00-\\ud7af\\uf900-\\ufaff`;
const written = `[${characters}\\u{20000}-\\u{3ffff}]`;

/**
 * CommonMark opens and closes emphasis by what stands beside its marks: space, punctuation or a letter. Chinese has no
 * spaces and puts its signs within the marks (`**注意：**请`), so its signs count as letters, and a sign of another
 * script opens and closes beside a Chinese character as it would beside a space.
 */
const sign = `(?![~${signs}])[\\p{P}\\p{S}]`;
const signOrSpace = `(?![~${signs}])[\\s\\p{P}\\p{S}]`;
const letter = `(?:[^\\s\\p{P}\\p{S}]|[~${signs}])`;

/** Between digits, or letters and digits, one asterisk multiplies: 200*300*400, 20cm*30cm. */
const product = '[0-9]\\*[0-9A-Za-z]|[A-Za-z]\\*[0-9]';

/** Marked's alternatives in its order, by whose groups it tells what a run of marks may do. */
function closing(mark: string, run: string, never: string): string {
  return [
    `(?!${mark})${sign}(${run})(?=[\\s]|$)`,
    `(?!${written}${mark}+(?!${mark})${sign})${letter}(${run})(?!${mark})(?=${signOrSpace}|$)`,
    `(?!${mark})(?!${sign}${mark}+${written})${signOrSpace}(${run})(?=${letter})`,
    `[\\s](${run})(?!${mark})(?=${sign})`,
    `(?!${mark})(?:${sign}(?=${mark}+(?!${mark})(?:${sign}|${written}))|${written}(?=${mark}+(?!${mark})${sign}))(${run})`,
    `(?!${never})${letter}(${run})(?=${letter})`,
  ].join('|');
}

const delimiters = {
  punctuation: new RegExp(`^((?![*_])(?:[\\s\\p{P}\\p{S}]|${written}))`, 'u'),
  emStrongLDelim: new RegExp(
    `^(?:\\*+(?:((?!\\*)${sign})|([^\\s*]))?)|^_+(?:((?!_)(?!~)[\\p{P}\\p{S}])|([^\\s_]))?`,
    'u',
  ),
  emStrongRDelimAst: new RegExp(
    `^[^_*]*?__[^_*]*?\\*[^_*]*?(?=__)|[^*]+(?=[^*])|${closing('\\*', '\\*+', product)}`,
    'gu',
  ),
  delLDelim: new RegExp(`^~~?(?:((?!~)${sign})|[^\\s~])`, 'u'),
  delRDelim: new RegExp(`^[^~]+(?=[^~])|${closing('~', '~~?', '~')}`, 'gu'),
};

/** A task is one also where no space parts its box from a Chinese word. */
const tasks = {
  listIsTask: new RegExp(`^\\[[ xX]\\](?: +\\S|(?=[${characters}]))`),
  listReplaceTask: /^\[[ xX]\] */,
};

const changed = new WeakMap<Rules, Rules>();

/** Marked's rules with those for emphasis, links and tasks as Chinese is written. */
export function chineseRules(rules: Rules): Rules {
  const known = changed.get(rules);
  if (known) return known;
  const text = new RegExp(
    rules.inline.text.source.replace('(?<![^\\s*_~(])www', `(?<![^\\s*_~(${characters}])www`),
  );
  const made: Rules = {
    other: { ...rules.other, ...tasks },
    block: rules.block,
    inline: { ...rules.inline, ...delimiters, text },
  };
  changed.set(rules, made);
  return made;
}

const addressBegins = /^(?:https?:\/\/|ftp:\/\/|www\.)/i;
const addressEnds = new RegExp(`[${characters}\\u{20000}-\\u{3ffff}]`, 'u');

/** What may be a bare address at the beginning: Chinese signs and characters stand behind it, not in it. */
export function addressPart(src: string): string {
  if (!addressBegins.test(src)) return src;
  const line = src.slice(0, 5000).split(/[\s<]/, 1)[0] ?? '';
  const end = line.search(addressEnds);
  return end === -1 ? src : src.slice(0, end);
}

/** Sizes with their units, 2米*3米*4米, and without their numbers, 长*宽*高. */
const sizes = `(?:${written}|[A-Za-z])\\*[0-9][^*\\s]{0,20}\\*[0-9]|[长宽高厚深]\\*[长宽高厚深]`;
const multiplied = new RegExp(`^(?:[0-9]\\*(?:[0-9A-Za-z]|${written})|[A-Za-z]\\*[0-9]|${sizes})`, 'u');

/** Whether the asterisk at the beginning multiplies, by what stands before it: then it opens nothing. */
export function multiplies(before: string, src: string): boolean {
  return multiplied.test(before.slice(-1) + src.slice(0, 30));
}

/** Characters that no text may hold stand for the full stop or bracket behind a number that begins no list. */
const stop = '\ufdd0';
const bracket = '\ufdd1';
const year = /^([ \t>]*(?:(?:[-*+]|\d{1,3}[.)])[ \t]+)*\d{4,9})([.)])(?=[ \t])/gm;
const day = /^([ \t>]*(?:[-*+][ \t]+)?\d{1,2})([.)])(?=[ \t]+\d{1,2}\.[ \t]+\d{1,2}(?![\d.]))/gm;

/** Numbers of four digits and dates (2026. 12. 1) begin no list: their first stop is hidden from marked. */
export function withoutDatedLists(source: string): string {
  const hide = (_: string, number: string, mark: string) => number + (mark === '.' ? stop : bracket);
  return source.replace(year, hide).replace(day, hide);
}

/** The text or HTML with what was hidden by `withoutDatedLists`. */
export function withStops(html: string): string {
  return html.replaceAll(stop, '.').replaceAll(bracket, ')');
}
