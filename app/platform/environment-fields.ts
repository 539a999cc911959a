import { z } from 'zod';
import { numberField } from '~/lib/numbers/number-field';

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

/** A witness of the public log: its key as it is given to verifiers, and where heads are handed to it. */
export interface LogWitness {
  key: string;
  url: string;
}

const witnessForm = /^(\S+\+[0-9a-f]{8}\+[A-Za-z0-9+/]{44}) (https?:\/\/\S+)$/;
const mostWitnesses = 16;

/** `KEY URL, KEY URL`; null where it has another form, or one stands there twice. */
export function readWitnesses(text: string): LogWitness[] | null {
  if (text === '') return [];
  const parts = text.split(',').map((part) => part.trim().replace(/\s+/g, ' '));
  const witnesses = parts.map((part): LogWitness | null => {
    const [, key = '', url = ''] = witnessForm.exec(part) ?? [];
    return URL.canParse(url) ? { key, url: url.replace(/\/+$/, '') } : null;
  });
  const known = witnesses.flatMap((one) => one ?? []);
  const keys = new Set(known.map(({ key }) => key));
  return known.length === parts.length && keys.size === parts.length && parts.length <= mostWitnesses
    ? known
    : null;
}
