import { encodings } from '~/platform/cache/kept-page.server';
import type { Encoding } from '~/platform/cache/kept-page.server';

/** A coding with its weight as RFC 9110, 12.5.3 and 12.4.2 have them. */
const element = /^([!#$%&'*+.^`|~\w-]+)(?:[ \t]*;[ \t]*q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?))?$/i;
const sameAs: Readonly<Record<string, string>> = { 'x-gzip': 'gzip' };

function weightsOf(header: string): Map<string, number> | null {
  const weights = new Map<string, number>();
  for (const part of header.split(',')) {
    const text = part.trim();
    if (text === '') continue;
    const [whole, written = '', weight = '1'] = element.exec(text) ?? [];
    const name = written.toLowerCase();
    const coding = sameAs[name] ?? name;
    if (whole === undefined || weights.has(coding)) return null;
    weights.set(coding, Number(weight));
  }
  return weights;
}

function read(header: string): readonly Encoding[] | null {
  const weights = weightsOf(header);
  if (!weights) return null;
  // Sent as it is, a page is acceptable unless that is excluded; but where anything else is, that was asked for.
  const least = 0.0001;
  const weightOf = (encoding: Encoding) =>
    weights.get(encoding) ?? weights.get('*') ?? (encoding === 'identity' ? least : 0);
  return encodings
    .filter((encoding) => weightOf(encoding) > 0)
    .sort((one, other) => weightOf(other) - weightOf(one));
}

const plain: readonly Encoding[] = ['identity'];
const mostKnown = 200;
const longestKnown = 200;
const known = new Map<string, readonly Encoding[] | null>();

/**
 * The content codings that an Accept-Encoding header takes, the best first; of equal ones the smallest. None where none
 * of ours is acceptable, null where the header is not written as RFC 9110 has it or names a coding twice. Without the
 * header the page goes as it is. Browsers send few different ones: what each comes to is remembered.
 */
export function acceptedEncodings(header: string | undefined): readonly Encoding[] | null {
  if (header === undefined) return plain;
  const before = known.get(header);
  if (before !== undefined) return before;
  const accepted = read(header);
  if (known.size >= mostKnown) known.clear();
  if (header.length <= longestKnown) known.set(header, accepted);
  return accepted;
}
