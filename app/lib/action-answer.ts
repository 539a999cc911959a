import type { FormState } from './form-state';

type Encoded = string | number | boolean | Record<string, number> | number[];
type Plain = string | boolean | readonly string[] | { readonly [name: string]: Plain };

/**
 * The answer of an action, as Remix's single fetch writes it (turbo-stream 2: one line of JSON, each object's names
 * and values by their places in a list). Read back with turbo-stream in the test.
 */
export function actionAnswer(form: FormState): string {
  const list: Encoded[] = [];
  const add = (value: Plain): number => {
    const place = list.length;
    list.push('');
    list[place] = encode(value);
    return place;
  };
  const encode = (value: Plain): Encoded => {
    if (typeof value === 'string' || typeof value === 'boolean') return value;
    if (isList(value)) return value.map((item) => add(item));
    const pairs: [string, number][] = [];
    for (const [name, inner] of Object.entries(value)) pairs.push([`_${add(name)}`, add(inner)]);
    return Object.fromEntries(pairs);
  };
  const { signedOut, values, errors } = form;
  add({ data: { form: { values, errors, ...(signedOut ? { signedOut } : {}) } } });
  return `${JSON.stringify(list)}\n`;
}

const isList = (value: Plain): value is readonly string[] => Array.isArray(value);

/** Whether an action's answer holds what the page understands, and not an error that would take its place. */
export function holdsActionData(answer: string): boolean {
  return answer.startsWith('[{"_1":2},"data",');
}
