import { DomainError } from '~/domains/domain-error';
import { largestPictureBytes } from '~/platform/files/clean-picture.server';
import { largestDocumentBytes } from '~/platform/files/recognise-document.server';
import { cutText } from '~/lib/texts/cut-text';

export interface UploadLimits {
  mostFiles: number;
  mostBytes: number;
}

const pictures: UploadLimits = { mostFiles: 5, mostBytes: largestPictureBytes };

/**
 * The files that were chosen in one field, as bytes: what they are is read from them and not from their names.
 * Throws `too-large` or `invalid` at that field.
 */
export async function readUploads(form: FormData, field: string, limits = pictures): Promise<Uint8Array[]> {
  return (await readNamedUploads(form, field, limits)).map(({ bytes }) => bytes);
}

export const documents: UploadLimits = { mostFiles: 5, mostBytes: largestDocumentBytes };

/** The same with the names under which the files were chosen. */
export async function readNamedUploads(form: FormData, field: string, limits = documents) {
  // A field in which nothing was chosen sends a file without name and bytes.
  const files = form
    .getAll(field)
    .filter((value): value is File => typeof value !== 'string' && (value.size > 0 || value.name !== ''));
  const empty = files.find((file) => file.size === 0);
  if (empty)
    throw new DomainError('invalid', {
      field,
      reason: 'files.empty',
      params: { name: cutText(empty.name, 60) },
    });
  if (files.length > limits.mostFiles) {
    throw new DomainError('invalid', {
      field,
      reason: 'files.too-many',
      params: { maximum: limits.mostFiles },
    });
  }
  if (files.some((file) => file.size > limits.mostBytes)) {
    const maximum = Math.floor(limits.mostBytes / (1024 * 1024));
    throw new DomainError('too-large', { field, reason: 'files.too-large', params: { maximum } });
  }
  return Promise.all(
    files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
}
