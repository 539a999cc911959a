import sharp from 'sharp';
import { expect, it } from 'vitest';
import { cleanPicture } from './clean-picture.server';

const jpeg = () =>
  sharp({ create: { width: 3000, height: 1000, channels: 3, background: '#c33' } })
    .withExif({ IFD0: { Copyright: 'somebody', Make: 'Phone' } })
    .jpeg()
    .toBuffer();

it('re-encodes, shrinks and forgets the metadata', async () => {
  const clean = await cleanPicture(await jpeg());
  expect(clean).toMatchObject({ mediaType: 'image/webp', width: 1920, height: 640 });
  expect((await sharp(clean?.bytes).metadata()).exif).toBeUndefined();
});

it('refuses what is no picture, whatever it is called', async () => {
  expect(
    await cleanPicture(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')),
  ).toBeNull();
  expect(await cleanPicture(Buffer.from('GIF89a; not really'))).toBeNull();
  expect(await cleanPicture(Buffer.alloc(0))).toBeNull();
  expect(await cleanPicture(Buffer.alloc(9 * 1024 * 1024))).toBeNull();
});
