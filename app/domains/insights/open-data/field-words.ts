import { hasKey, textIn } from '~/i18n/catalogue';
import type { Locale } from '~/i18n/locale';
import { openData } from '~/i18n/open-data';

/** What a field holds, in the reader's words: by its collection where it means something of its own there. */
export function fieldWords(locale: Locale, collection: string, field: string): string {
  const own = `field.${collection}.${field}`;
  const key = hasKey(openData, own) ? own : `field.${field}`;
  return hasKey(openData, key) ? textIn(locale, openData)(key) : '';
}

/** A collection's name and what it holds. */
export function datasetWords(locale: Locale, name: string): { title: string; about: string } {
  const t = textIn(locale, openData);
  return { title: t(`dataset.${name}` as 'dataset.areas'), about: t(`about.${name}` as 'about.areas') };
}
