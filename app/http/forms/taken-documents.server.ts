import { readNamedUploads } from './uploads.server';
import type { Context } from '~/domains/context';
import { storeFile } from '~/domains/files/index.server';

/** Keeps the pictures and documents of the field `files`, as the actor's; answers their ids. Throws `invalid` there. */
export async function takeDocuments(ctx: Context, form: FormData): Promise<string[]> {
  const uploads = await readNamedUploads(form, 'files');
  return Promise.all(uploads.map((file) => storeFile(ctx, file, { namesPictures: true })));
}
