import { whenUsed } from '../when-used';

const opencc = whenUsed<typeof import('opencc-js/t2cn')>('opencc-js/t2cn');

let convert: ((text: string) => string) | undefined;
const known = new Map<string, string>();

/** The simplified form of one Chinese character; any other character as it is. */
export function simplified(character: string): string {
  let form = known.get(character);
  if (form === undefined) {
    convert ??= opencc().Converter({ from: 't', to: 'cn' });
    form = convert(character);
    known.set(character, form);
  }
  return form;
}
