import decodeHeic from 'heic-decode';

export interface RawPicture {
  data: Uint8Array;
  width: number;
  height: number;
}

export type HeicAnswer = RawPicture | 'not-a-picture' | 'too-many-pixels';

/** Decoded, each point takes four bytes in the decoder and four here: fewer than of other pictures. */
const mostPixels = 26_000_000;

/**
 * The first picture of the file as red, green, blue and opacity; its size is asked before it is decoded. What the
 * decoder holds goes with its thread.
 */
export async function rawOfHeic(bytes: Uint8Array): Promise<HeicAnswer> {
  try {
    const [first] = await decodeHeic.all({ buffer: bytes });
    if (!first || first.width < 1 || first.height < 1) return 'not-a-picture';
    if (first.width * first.height > mostPixels) return 'too-many-pixels';
    const { data, width, height } = await first.decode();
    return { data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength), width, height };
  } catch {
    return 'not-a-picture';
  }
}
