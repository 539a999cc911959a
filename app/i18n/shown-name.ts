import { textIn } from './catalogue';
import { common } from './common';
import type { Locale } from './locale';
import { erasedName } from '~/lib/texts/erased-name';

/** A name as it is kept, in words for who has closed the account. */
export function shownName(locale: Locale, name: string): string {
  return name === erasedName ? textIn(locale, common)('erased-person') : name;
}
