import { plainWidth } from '../texts/plain-width';

/** Digits as people write them down, with a country, an area in brackets, and the extension behind: 0716-8123456转8. */
const form = /^(\+?[\d\s()-]{3,24}?)\s*(?:(?:转|分机|ext\.?|x|#)\s*(\d{1,6}))?$/i;

/** The number with plain digits and signs, whatever width they were typed in. */
export const plainTelephone = (typed: string): string => plainWidth(typed).trim();

/** Whether the text is a telephone number of so many digits, which somebody could dial. */
export function isTelephone(text: string, fewestDigits: number): boolean {
  const [, number = ''] = form.exec(text) ?? [];
  return number.replaceAll(/\D/g, '').length >= fewestDigits;
}

/** The address under which telephones dial the number (RFC 3966). */
export function telephoneAddress(text: string): string {
  const [, number = text, extension] = form.exec(plainTelephone(text)) ?? [];
  return `tel:${number.replaceAll(/[^\d+]/g, '')}${extension ? `;ext=${extension}` : ''}`;
}
