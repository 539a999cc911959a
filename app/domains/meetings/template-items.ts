import { textIn } from '~/i18n/catalogue';
import type { Locale } from '~/i18n/locale';
import { meetings } from '~/i18n/meetings';

/** The points with which the agenda of a kind of meeting begins, in the language of who convenes it. */
export function templateItems(locale: Locale, kind: string): string[] {
  const t = textIn(locale, meetings);
  if (kind === 'residents-council')
    return [t('template.report-back'), t('template.raise'), t('template.discuss'), t('template.decide')];
  if (kind === 'four-discussions') return [t('template.motion')];
  return [];
}
