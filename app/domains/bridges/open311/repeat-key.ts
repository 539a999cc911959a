import type { CheckedRequest } from '../rules/open311/check-request';
import { sha256 } from '~/lib/sha256';

/** Hours within which the same content from the same system is a repetition. */
export const repeatHours = 24;

/**
 * By what a repeated POST is known: the client's own id, its Idempotency-Key, or else what was sent, within a day.
 * The first key is written; all of them are looked for.
 */
export function repeatKeys(
  request: CheckedRequest,
  { idempotencyKey, now }: { idempotencyKey: string | null; now: Date },
): string[] {
  if (request.externalId !== null) return [`id:${sha256(request.externalId)}`];
  if (idempotencyKey) return [`key:${sha256(idempotencyKey)}`];
  const { category, description, latitude, longitude, addressText, reporter, media } = request;
  const hash = sha256(
    JSON.stringify([
      category,
      description,
      latitude,
      longitude,
      addressText,
      Object.entries(reporter).sort(),
      media,
    ]),
  );
  const day = Math.floor(now.getTime() / (repeatHours * 3600_000));
  return [`content:${day}:${hash}`, `content:${day - 1}:${hash}`];
}
