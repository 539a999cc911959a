import { z } from 'zod';
import { numberField } from '~/lib/number-field';

/** A variable that is a number from one to another. */
export function wholeNumber(least: number, most: number) {
  const error = `must be a whole number from ${least} to ${most}`;
  return numberField(z.number({ error }).int({ error }).min(least, { error }).max(most, { error }));
}

/** A variable that may be left empty. */
export const optionalText = z.string().trim().default('');

/** An address of a mail server with a host, and a port that is one. */
export function isMailServer(text: string): boolean {
  if (!/^smtps?:\/\//.test(text) || !URL.canParse(text)) return false;
  const { hostname, port } = new URL(text);
  return hostname !== '' && port !== '0' && !/\s/.test(text);
}
