import type { Sharp } from 'sharp';
import { decodeHeic, isHeic } from './decode-heic.server';
import { longestEdge, edgesOf } from '~/lib/pictures/picture-sizes';
import type { SmallerEdge } from '~/lib/pictures/picture-sizes';

export interface CleanPicture {
  bytes: Buffer;
  mediaType: 'image/webp';
  width: number;
  height: number;
}

export interface SmallerPicture {
  edge: SmallerEdge;
  bytes: Buffer;
}

/** Why bytes are not taken as a picture. */
export type PictureFault = 'not-a-picture' | 'too-many-pixels';

export const largestPictureBytes = 8 * 1024 * 1024;
/** As many as phones write that are told to keep every point: asked of the head, before anything is decoded. */
const mostPixels = 51_000_000;
const accepted = ['jpeg', 'png', 'webp', 'gif', 'heif', 'avif'];
const quality = 80;

let last: Promise<unknown> = Promise.resolve();

/** One after the other: a picture as decoded may take a hundred times the bytes that were sent. */
function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  const mine = last.then(work);
  last = mine.catch(() => undefined);
  return mine;
}

/**
 * A picture as the portal keeps it: its type read from its bytes and not from its name, turned upright,
 * at most 1600 pixels unless told, encoded anew as WebP, without metadata (place, camera, time).
 * Answers why, where it is not taken.
 */
export async function cleanPicture(
  bytes: Uint8Array,
  edge = longestEdge,
): Promise<CleanPicture | PictureFault> {
  if (bytes.byteLength === 0 || bytes.byteLength > largestPictureBytes) return 'not-a-picture';
  return inTurn(async () => {
    try {
      const picture = await opened(bytes);
      return typeof picture === 'string' ? picture : await encoded(picture, edge);
    } catch {
      return 'not-a-picture';
    }
  });
}

async function opened(bytes: Uint8Array): Promise<Sharp | PictureFault> {
  const { default: sharp } = await import('sharp');
  if (isHeic(bytes)) {
    const raw = await decodeHeic(bytes);
    if (typeof raw === 'string') return raw;
    const { data, width, height } = raw;
    return sharp(data, { raw: { width, height, channels: 4 } }).removeAlpha();
  }
  const picture = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' });
  const { format, width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
  if (!format || !accepted.includes(format)) return 'not-a-picture';
  return width * height > mostPixels ? 'too-many-pixels' : picture.rotate();
}

async function encoded(picture: Sharp, edge: number): Promise<CleanPicture> {
  const { data, info } = await picture
    .resize({ width: edge, height: edge, fit: 'inside', withoutEnlargement: true })
    .webp({ quality })
    .toBuffer({ resolveWithObject: true });
  return { bytes: data, mediaType: 'image/webp', width: info.width, height: info.height };
}

/** The smaller sizes of a picture that was cleaned before; those that it is too small for are not among them. */
export async function smallerPictures(
  bytes: Uint8Array,
  measures: { width: number; height: number },
): Promise<SmallerPicture[]> {
  return inTurn(async () => {
    const { default: sharp } = await import('sharp');
    const smaller: SmallerPicture[] = [];
    for (const edge of edgesOf(measures)) {
      const picture = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' });
      smaller.push({ edge, bytes: (await encoded(picture, edge)).bytes });
    }
    return smaller;
  });
}
