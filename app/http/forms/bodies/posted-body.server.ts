import { isPlainForm } from './whole-body';
import { asTyped } from '~/lib/texts/as-typed';
import { withoutNul } from '~/lib/texts/without-nul';

/** What a posted form may hold at most. Asked of its bytes, before anything takes it apart. */
export interface FormBounds {
  /** Fields and files together; a field that is sent several times counts as often. */
  parts: number;
  files: number;
  /** Characters of a field's name. */
  name: number;
  /** Characters of all texts together: only files make a body large. */
  text: number;
}

const mebibyte = 1024 * 1024;
/** The largest form of the portal, orders or matters to decide at once, has some 120 fields. */
export const usualBounds: FormBounds = { parts: 500, files: 20, name: 200, text: 2 * mebibyte };

/** A body that is no form (400), or holds more than forms may (413). */
export class BodyRefused extends Error {
  constructor(readonly status: 400 | 413) {
    super(status === 413 ? 'The form holds too much' : 'The body is no form');
    this.name = 'BodyRefused';
  }
}

/** How often the mark occurs, counted up to `most + 1`. Takes time in proportion to the bytes. */
function countUpTo(bytes: Buffer, mark: Buffer, most: number): number {
  let count = 0;
  for (let at = bytes.indexOf(mark); at !== -1 && count <= most; at = bytes.indexOf(mark, at + mark.length))
    count += 1;
  return count;
}

const isMultipart = (contentType: string) => /^multipart\/form-data(?![^\s;])/i.test(contentType);

/** A parameter of a media type (RFC 9110, 5.6.6), as programs write it: nothing in it is escaped. */
const parameter = /\s*;\s*([!#$%&'*+.^`|~\w-]+)=(?:"([^"\\]*)"|([^\s;"\\]+))/y;

/** The one boundary of a multipart form, as whoever takes it apart will read it too; anything odd is no form. */
function boundaryOf(contentType: string): string {
  const values: string[] = [];
  parameter.lastIndex = 'multipart/form-data'.length;
  let end = parameter.lastIndex;
  for (let found = parameter.exec(contentType); found; found = parameter.exec(contentType)) {
    end = parameter.lastIndex;
    if (found[1]?.toLowerCase() === 'boundary') values.push(found[2] ?? found[3] ?? '');
  }
  const [boundary = ''] = values;
  const isPlain = values.length === 1 && boundary !== '' && boundary.length <= 200;
  if (!isPlain || !/^[\s;]*$/.test(contentType.slice(end))) throw new BodyRefused(400);
  return boundary;
}

function ensureFewParts(bytes: Buffer, contentType: string, { parts }: FormBounds): void {
  const boundary = isMultipart(contentType) ? boundaryOf(contentType) : null;
  // Behind the last part stands the boundary once more; between two pairs stands one sign.
  const [mark, most] = boundary === null ? ['&', parts - 1] : [`--${boundary}`, parts + 1];
  if (countUpTo(bytes, Buffer.from(mark, 'latin1'), most) > most) throw new BodyRefused(413);
}

function ensureSmallParts(form: FormData, bounds: FormBounds): void {
  let [parts, files, text] = [0, 0, 0];
  for (const [name, value] of form) {
    parts += 1;
    if (typeof value === 'string') text += value.length;
    else files += 1;
    const few = parts <= bounds.parts && files <= bounds.files;
    if (!few || name.length > bounds.name || text > bounds.text) throw new BodyRefused(413);
  }
}

/** The same as a `Response` makes of them, without the streams that it makes first. */
function fieldsIn(bytes: Buffer): FormData {
  const form = new FormData();
  for (const [name, value] of new URLSearchParams(bytes.toString('utf8'))) form.append(name, value);
  return form;
}

/** Texts, their names and the names of files without the character of zero; what files hold is theirs. */
function plainForm(form: FormData): FormData {
  const plain = new FormData();
  for (const [name, value] of form)
    if (typeof value === 'string') plain.append(withoutNul(name), asTyped(value));
    else plain.append(withoutNul(name), value, withoutNul(value.name));
  return plain;
}

/** The form in these bytes. Throws BodyRefused. */
export async function formOf(
  bytes: Uint8Array<ArrayBuffer>,
  contentType: string,
  bounds: FormBounds = usualBounds,
): Promise<FormData> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  ensureFewParts(buffer, contentType, bounds);
  const form = isPlainForm(contentType) ? fieldsIn(buffer) : await partsIn(bytes, contentType);
  ensureSmallParts(form, bounds);
  return plainForm(form);
}

function partsIn(bytes: Uint8Array<ArrayBuffer>, contentType: string): Promise<FormData> {
  return new Response(bytes, { headers: { 'Content-Type': contentType } }).formData().catch(() => {
    throw new BodyRefused(400);
  });
}

/** The posted form of a request; its body is read whole. Throws BodyRefused. */
export async function postedForm(request: Request, bounds: FormBounds = usualBounds): Promise<FormData> {
  const bytes = await request.arrayBuffer().catch(() => {
    throw new BodyRefused(400);
  });
  return formOf(new Uint8Array(bytes), request.headers.get('Content-Type') ?? '', bounds);
}

/** The body as text, of at most so many bytes. Throws BodyRefused (413) as soon as there are more. */
export async function postedText(request: Request, mostBytes: number): Promise<string> {
  const reader = request.body?.getReader();
  const chunks: Uint8Array[] = [];
  for (let length = 0; reader;) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    length += value.byteLength;
    if (length > mostBytes) throw new BodyRefused(413);
  }
  return Buffer.concat(chunks).toString('utf8');
}
