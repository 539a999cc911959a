export interface CleanPicture {
  bytes: Buffer;
  mediaType: 'image/webp';
  width: number;
  height: number;
}

export const largestPictureBytes = 8 * 1024 * 1024;
const mostPixels = 40_000_000;
const longestEdge = 1920;
const accepted = ['jpeg', 'png', 'webp', 'gif', 'heif', 'avif'];

let last: Promise<unknown> = Promise.resolve();

/** One after the other: a picture as decoded may take a hundred times the bytes that were sent. */
function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  const mine = last.then(work);
  last = mine.catch(() => undefined);
  return mine;
}

/**
 * A picture as the portal keeps it: its type read from its bytes and not from its name, turned upright,
 * at most 1920 pixels unless told, encoded anew as WebP, without metadata (place, camera, time).
 * Answers null for what is not a picture or is too large.
 */
export async function cleanPicture(bytes: Uint8Array, edge = longestEdge): Promise<CleanPicture | null> {
  if (bytes.byteLength === 0 || bytes.byteLength > largestPictureBytes) return null;
  return inTurn(() => decoded(bytes, edge));
}

async function decoded(bytes: Uint8Array, edge: number): Promise<CleanPicture | null> {
  try {
    const { default: sharp } = await import('sharp');
    const picture = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' });
    const { format } = await picture.metadata();
    if (!format || !accepted.includes(format)) return null;
    const { data, info } = await picture
      .rotate()
      .resize({ width: edge, height: edge, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 80 })
      .toBuffer({ resolveWithObject: true });
    return { bytes: data, mediaType: 'image/webp', width: info.width, height: info.height };
  } catch {
    return null;
  }
}
