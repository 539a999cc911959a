import { data } from '@remix-run/node';
import { BodyRefused, formOf, postedForm } from './posted-body.server';

const forms = new WeakMap<Request, Promise<FormData>>();

/** Says which form a request brings whose body was read before it was made. */
export function bringForm(request: Request, bytes: Uint8Array<ArrayBuffer>): void {
  const reading = formOf(bytes, request.headers.get('Content-Type') ?? '');
  // Whoever asks for it is told.
  reading.catch(() => undefined);
  forms.set(request, reading);
}

/**
 * The posted form; a body that is none is a bad request, and one with more parts or longer names than forms have
 * is too large. It may be asked for several times.
 */
export async function readForm(request: Request): Promise<FormData> {
  const reading = forms.get(request) ?? postedForm(request);
  forms.set(request, reading);
  try {
    return await reading;
  } catch (error) {
    throw data({ reason: null }, { status: error instanceof BodyRefused ? error.status : 400 });
  }
}
