import type { ReadContext } from '../context';

/** The name of an area in the reader's language, where it has one. */
export const areaName = (
  { locale }: Pick<ReadContext, 'locale'>,
  { name, nameEnglish }: { name: string; nameEnglish: string | null },
): string => (locale === 'en' && nameEnglish ? nameEnglish : name);
