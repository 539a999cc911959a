import sharp from 'sharp';

/** Where it was taken and by which phone, as phones write it. */
const exif = {
  IFD0: { Make: 'Phone', Model: 'Taken by' },
  IFD3: {
    ...{ GPSLatitudeRef: 'N', GPSLatitude: '31/1 14/1 0/1' },
    ...{ GPSLongitudeRef: 'E', GPSLongitude: '121/1 28/1 0/1' },
  },
};

/** What a camera sees: never flat, so that its bytes are as many as of a real one. */
function noise(width: number, height: number): Buffer {
  const points = Buffer.alloc(width * height * 3);
  let state = 12345;
  for (let at = 0; at < points.length; at += 1) {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
    points[at] = (at / points.length) * 200 + ((state >> 16) & 0x1f);
  }
  return points;
}

/** A photo as a phone writes it: lying on its side where `orientation` is 6, with place and camera in its head. */
export function phonePhoto(width = 2400, height = 1800, orientation = 1): Promise<Buffer> {
  return sharp(noise(width, height), { raw: { width, height, channels: 3 } })
    .withMetadata({ orientation })
    .withExifMerge(exif)
    .jpeg({ quality: 90 })
    .toBuffer();
}

/** So many points of one colour in a few kilobytes: small as sent, large as decoded. */
export function flatPicture(width: number, height: number): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#888' }, limitInputPixels: false })
    .png({ compressionLevel: 9 })
    .toBuffer();
}

/**
 * A picture of 480 by 320 points as iPhones write it, green with a red quarter at the left top, with a place and a camera
 * (“Gongzhi”) in its head. Encoded by libheif's example from a picture of our own: nothing in npm writes HEVC.
 */
export const heicPhoto = Buffer.from(
  [
    'AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAYFtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAA',
    'AA5waXRtAAAAAAABAAAANGlsb2MAAAAAREAAAgABAAAAAAGlAAEAAAAAAAAArAACAAAAAAJRAAEAAAAAAAABUAAAADhpaW5mAAAA',
    'AAACAAAAFWluZmUCAAAAAAEAAGh2YzEAAAAAFWluZmUCAAABAAIAAEV4aWYAAAAAwGlwcnAAAACiaXBjbwAAAHZodmNDAQNwAAAA',
    'AAAAAAAAP/AA/P34+AAADwMgAAEAGEABDAH//wNwAAADAJAAAAMAAAMAP7oCQCEAAQApQgEBA3AAAAMAkAAAAwAAAwA/oA8IBQWW',
    '6kkprmwIAAADAAgAAAMACEAiAAEAB0QBwXKwYkAAAAAUaXNwZQAAAAAAAAHgAAABQAAAABBwaXhpAAAAAAMICAgAAAAWaXBtYQAA',
    'AAAAAAABAAEDgQKDAAAAGmlyZWYAAAAAAAAADmNkc2MAAgABAAEAAAIEbWRhdAAAAKgoAa9SnZDJQmD5DpJf//H5X/9R/kPk+6Mb',
    'GSPwP1xveHnUL1FmS54/dZJY68Ti6c+oGCp6pBlA2g1iZSCl2HfgCTAiMa0twAIqk+yEQCqGDLKD32alhE89cw/7rfO6WkAtV4ak',
    'OcaDkfvDaxWaosKlEuzHi6ZHeN2VPWp0ZNZcqHfHK6ZYI3jrImcysmHcR8gj62LAvcAAABmgAAA9IAAAAwAAAwAABAwAAAAASUkq',
    'AAgAAAAJAA8BAgAGAAAAkgAAABABAgAIAAAAigAAABIBAwABAAAAAQAAABoBBQABAAAAegAAABsBBQABAAAAggAAACgBAwABAAAA',
    'AgAAABMCAwABAAAAAQAAAGmHBAABAAAAmAAAACWIBAABAAAA5gAAAAAAAABIAAAAAQAAAEgAAAABAAAAR29uZ3poaQBQaG9uZQAG',
    'AACQBwAEAAAAMDIxMAGRBwAEAAAAAQIDAACgBwAEAAAAMDEwMAGgAwABAAAA//8AAAKgBAABAAAA4AEAAAOgBAABAAAAQAEAAAAA',
    'AAAEAAEAAgACAAAATgAAAAIABQADAAAANAEAAAMAAgACAAAARQAAAAQABQADAAAAHAEAAAAAAAB5AAAAAQAAABwAAAABAAAAAAAA',
    'AAEAAAAfAAAAAQAAAA4AAAABAAAAAAAAAAEAAAA=',
  ].join(''),
  'base64',
);
