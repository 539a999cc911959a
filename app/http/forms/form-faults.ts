import type { z } from 'zod';
import { hasKey, textIn } from '~/i18n/catalogue';
import type { Locale } from '~/i18n/locale';
import { validation } from '~/i18n/validation';
import { shortened } from '~/lib/texts/cut-text';

type Key = keyof typeof validation.en & string;

interface Fault {
  key: Key;
  parameters?: Record<string, number>;
}

const formats: Record<string, Key> = {
  email: 'not-mail-address',
  datetime: 'not-a-time',
  date: 'not-a-time',
  url: 'not-an-address',
};
const types: Record<string, Key> = { number: 'not-a-number', int: 'not-a-number', date: 'not-a-time' };

function tooSmall({ origin, minimum }: z.core.$ZodIssueTooSmall): Fault {
  const parameters = { minimum: Number(minimum) };
  if (origin === 'string')
    return parameters.minimum <= 1 ? { key: 'required' } : { key: 'too-short', parameters };
  return { key: origin === 'array' || origin === 'set' ? 'too-few' : 'too-small', parameters };
}

function tooBig({ origin, maximum }: z.core.$ZodIssueTooBig): Fault {
  const parameters = { maximum: Number(maximum) };
  if (origin === 'string') return { key: 'too-long', parameters };
  return { key: origin === 'array' || origin === 'set' ? 'too-many' : 'too-big', parameters };
}

function faultOf(issue: z.core.$ZodIssue): Fault {
  // A schema may name the words itself: the message of its check is a key of the catalogue.
  if (hasKey(validation, issue.message)) return { key: issue.message };
  if (issue.input === undefined || issue.input === '') return { key: 'required' };
  switch (issue.code) {
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return tooBig(issue);
    case 'invalid_format':
      return { key: formats[issue.format] ?? 'wrong-form' };
    case 'invalid_value':
      return { key: 'not-a-choice' };
    case 'invalid_type':
      return { key: types[issue.expected] ?? 'wrong-form' };
    default:
      return { key: 'wrong-form' };
  }
}

/** More of what is wrong in one field than these is not told at once. */
const mostAtOneField = 10;

const longestPiece = 40;

/** Of a field of many lines, or of many choices, the one that is wrong as it was typed; null where the field is one. */
function pieceOf({ path, input }: z.core.$ZodIssue): string | null {
  const isPiece = typeof path.at(-1) === 'number' && typeof input === 'string' && input !== '';
  if (!isPiece) return null;
  return shortened(input, longestPiece + 1);
}

/** The words for one fault that a schema found, in the reader's language: the one table from zod to texts. */
export function faultText(locale: Locale, issue: z.core.$ZodIssue): string {
  const { key, parameters } = faultOf(issue);
  const t = textIn(locale, validation);
  const piece = pieceOf(issue);
  const words = t(key, parameters);
  return piece === null ? words : t('of-piece', { piece, words });
}

/** Adds what is wrong to what is told at its field: each once, and no more than anybody reads. */
export function addFault(errors: Record<string, string[]>, field: string, words: string): void {
  const there = (errors[field] ??= []);
  if (!there.includes(words) && there.length < mostAtOneField) there.push(words);
}
