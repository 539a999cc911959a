import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { flatPicture, heicPhoto, phonePhoto } from '../../../tests/factories/pictures';
import { boundMemory } from './bound-memory';
import { cleanPicture, smallerPictures } from './clean-picture.server';
import type { CleanPicture } from './clean-picture.server';
import { isHeic } from './decode-heic.server';

async function cleaned(bytes: Uint8Array): Promise<CleanPicture> {
  const picture = await cleanPicture(bytes);
  if (typeof picture === 'string') throw new Error(picture);
  return picture;
}

describe('a picture that is taken', () => {
  it('is encoded anew, shrunk and turned upright, and forgets where it was taken and by what', async () => {
    const photo = await phonePhoto(2400, 1800, 6);
    expect((await sharp(photo).metadata()).exif).toBeDefined();
    const clean = await cleaned(photo);
    expect(clean).toMatchObject({ mediaType: 'image/webp', width: 1200, height: 1600 });
    const { exif, xmp, iptc, orientation } = await sharp(clean.bytes).metadata();
    expect([exif, xmp, iptc, orientation]).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('has smaller sizes, each as long as it says, and none that is larger than itself', async () => {
    const clean = await cleaned(await phonePhoto());
    const smaller = await smallerPictures(clean.bytes, clean);
    const measured = await Promise.all(smaller.map(({ bytes }) => sharp(bytes).metadata()));
    expect(measured.map(({ width, height }) => [width, height])).toEqual([
      [320, 240],
      [800, 600],
    ]);
    expect(smaller.map(({ edge }) => edge)).toEqual([320, 800]);
    expect(smaller[0]?.bytes.length).toBeLessThan(clean.bytes.length / 10);
    const tiny = await cleaned(await flatPicture(300, 20));
    expect(await smallerPictures(tiny.bytes, tiny)).toEqual([]);
  });

  it('may be one of an iPhone', async () => {
    expect([isHeic(heicPhoto), isHeic(await flatPicture(3, 3)), isHeic(Buffer.alloc(5))]).toEqual([
      ...[true, false, false],
    ]);
    expect(heicPhoto.includes('Gongzhi')).toBe(true);
    const clean = await cleaned(heicPhoto);
    expect(clean).toMatchObject({ width: 480, height: 320 });
    expect(clean.bytes.includes('Gongzhi')).toBe(false);
    const { data } = await sharp(clean.bytes).raw().toBuffer({ resolveWithObject: true });
    const [red = 0, green = 0] = data;
    expect(red).toBeGreaterThan(180);
    expect(green).toBeLessThan(60);
  });
});

describe('what is refused', () => {
  it('is what is no picture, whatever it is called', async () => {
    const none = [
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
      Buffer.from('GIF89a; not really'),
      heicPhoto.subarray(0, 400),
      Buffer.alloc(0),
      Buffer.alloc(9 * 1024 * 1024),
    ];
    for (const bytes of none) expect(await cleanPicture(bytes)).toBe('not-a-picture');
  });

  it('is a picture of too many points, by what its head says: nothing is decoded', async () => {
    const bomb = await flatPicture(12_000, 6_000);
    expect(bomb.length).toBeLessThan(1024 * 1024);
    const before = process.resourceUsage().maxRSS;
    expect(await cleanPicture(bomb)).toBe('too-many-pixels');
    expect(process.resourceUsage().maxRSS - before).toBeLessThan(50 * 1024);
  });
});

it('no more memory is given than was allowed', () => {
  const given: number[] = [];
  const memory = {
    buffer: new ArrayBuffer(64 * 1024),
    grow: (pages: number) => given.push(pages),
  };
  boundMemory(memory, 3 * 64 * 1024);
  memory.grow(2);
  expect(() => memory.grow(3)).toThrow(RangeError);
  expect(given).toEqual([2]);
});
