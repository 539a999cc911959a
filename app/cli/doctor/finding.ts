import type { doctor } from '~/i18n/doctor';

type Words = Exclude<keyof (typeof doctor)['en'], 'fine' | 'count' | 'fault' | 'warning'>;

/** One thing that is wrong with a set-up, by the key of its words. */
export interface Finding {
  /** A fault stops the portal or hurts people; a warning may be meant so. */
  weight: 'fault' | 'warning';
  words: Words;
  params?: Record<string, string | number>;
}

export const fault = (words: Words, params?: Finding['params']): Finding => ({
  ...{ weight: 'fault', words },
  ...(params && { params }),
});

export const warning = (words: Words, params?: Finding['params']): Finding => ({
  ...{ weight: 'warning', words },
  ...(params && { params }),
});

/** The first line of what went wrong, without passwords that stand in an address. */
export function detailOf(error: unknown): string {
  const said = error instanceof Error ? error.message || error.name : String(error);
  const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
  const [line = ''] = said.split('\n').filter((part) => part.trim() !== '');
  return (line.trim() + (line.includes(code.trim()) ? '' : code)).replace(/\/\/[^/\s@]*@/g, '//…@');
}
