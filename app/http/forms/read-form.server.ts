import { data } from '@remix-run/node';
import { BodyRefused, postedForm } from './bodies/posted-body.server';

const forms = new WeakMap<Request, Promise<FormData>>();

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
