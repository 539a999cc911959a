/** A form as a page shows it, filled in: where it goes and what it sends. */
export interface ShownForm {
  /** The page that shows it. */
  page: string;
  action: string;
  fields: [string, string][];
  /** By which it is known again: where it goes, and what it sends unseen. */
  key: string;
}

interface Part {
  tag: string;
  attributes: Map<string, string>;
  /** What stands behind the tag up to the next one. */
  text: string;
}

const plain = (text: string) =>
  text.replace(/&(amp|lt|gt|quot|#x27);/g, (_whole, name: string) => signs[name] ?? '');
const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" };

/** The parts of a form, as React writes them: each attribute in double quotes, with every `>` escaped. */
const partsOf = (html: string): Part[] =>
  [...html.matchAll(/<(input|textarea|select|option|button)\b([^>]*)>([^<]*)/g)].map(
    ([, tag = '', written = '', text = '']) => ({
      tag,
      attributes: new Map(
        [...written.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, plain(value)]),
      ),
      text: plain(text),
    }),
  );

const words = '请各位按照规定办理，办结以后在这里说明情况。';

/** What somebody would type in an empty field. */
function typedIn({ attributes }: Part): string {
  const type = attributes.get('type');
  if (type === 'number') return attributes.get('min') ?? '1';
  if (type === 'email') return 'stranger@example.org';
  if (type === 'date') return '2030-01-01';
  if (type === 'datetime-local') return '2030-01-01T10:00';
  return words.slice(0, Number(attributes.get('maxlength') ?? words.length));
}

/** The choice of a select: the one chosen, else the first that is one. */
function chosenOf(options: readonly Part[]): string {
  const values = options.map(({ attributes, text }) => attributes.get('value') ?? text);
  const chosen = options.findIndex(({ attributes }) => attributes.has('selected'));
  return values[chosen] || values.find((value) => value !== '') || '';
}

/** The fields of a form without its buttons; of radios the chosen or the first, of boxes those that are ticked. */
function fieldsOf(parts: readonly Part[]): [string, string][] {
  const fields = new Map<string, string>();
  for (const [at, part] of parts.entries()) {
    const name = part.attributes.get('name') ?? '';
    const type = part.attributes.get('type') ?? '';
    if (name === '' || part.tag === 'button' || part.tag === 'option' || type === 'file') continue;
    const value = part.attributes.get('value') ?? part.text.trim();
    if (part.tag === 'select') {
      const rest = parts.slice(at + 1);
      const end = rest.findIndex(({ tag }) => tag !== 'option');
      fields.set(name, chosenOf(end === -1 ? rest : rest.slice(0, end)));
    } else if (type === 'radio' || type === 'checkbox') {
      if (part.attributes.has('checked') || !fields.has(name)) fields.set(name, value || 'on');
    } else fields.set(name, value || typedIn(part));
  }
  return [...fields];
}

const isUnseen = ({ attributes }: Part) => attributes.get('type') === 'hidden';
const named = (part: Part): [string, string] => [
  part.attributes.get('name') ?? '',
  part.attributes.get('value') ?? '',
];

/** The forms of a page that are posted: one for each button that says what it does. */
export function shownForms(html: string, page: string): ShownForm[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].flatMap(([, written = '', inner = '']) => {
    if (!/method="post"/i.test(written)) return [];
    const action = plain(/action="([^"]*)"/.exec(written)?.[1] ?? page);
    const parts = partsOf(inner);
    const buttons = parts
      .filter(({ tag, attributes }) => tag === 'button' && attributes.has('name'))
      .map(named);
    const unseen = parts.filter(isUnseen).map(named);
    return (buttons.length > 0 ? buttons : [null]).map((button) => ({
      page,
      action,
      fields: [...fieldsOf(parts), ...(button ? [button] : [])],
      key: JSON.stringify([action, ...unseen, button]),
    }));
  });
}
