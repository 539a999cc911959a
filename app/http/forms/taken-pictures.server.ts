import { readUploads } from './uploads.server';
import type { PersonContext } from '../actor.server';
import { DomainError } from '~/domains/domain-error';
import { describePictures, ensureOwnPictures, storePicture } from '~/domains/files/index.server';
import { keptField, longestDescription, wordsField } from '~/lib/pictures/picture-fields';
import { largestPictureBytes } from '~/platform/files/clean-picture.server';
import { cutText } from '~/lib/texts/cut-text';

const textIn = (form: FormData, name: string) => {
  const value = form.get(name);
  return typeof value === 'string' ? cutText(value.trim(), longestDescription) : '';
};

const keptIn = (form: FormData, field: string) => [
  ...new Set(form.getAll(keptField(field)).filter((value): value is string => typeof value === 'string')),
];

/**
 * The pictures of one field, those that its script has sent before and those that come with the form; answers their ids
 * in this order. What was said of them for those who do not see them is kept with them. Throws `too-large` or `invalid`
 * at the field.
 */
export async function takePictures(
  ctx: PersonContext,
  form: FormData,
  { field = 'pictures', mostFiles = 5 }: { field?: string; mostFiles?: number } = {},
): Promise<string[]> {
  const kept = keptIn(form, field);
  const uploads = await readUploads(form, field, { mostFiles, mostBytes: largestPictureBytes });
  if (kept.length + uploads.length > mostFiles)
    throw new DomainError('invalid', { field, reason: 'files.too-many', params: { maximum: mostFiles } });
  await ensureOwnPictures(ctx, kept, field);
  await describePictures(
    ctx,
    kept.map((id) => ({ id, description: textIn(form, wordsField(id)) })),
  );
  const description = textIn(form, wordsField(field));
  const stored = await Promise.all(uploads.map((bytes) => storePicture(ctx, bytes, { description, field })));
  return [...kept, ...stored];
}
