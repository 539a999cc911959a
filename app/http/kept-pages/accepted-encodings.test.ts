import { expect, it } from 'vitest';
import { acceptedEncodings } from './accepted-encodings';

it.each([
  [undefined, ['identity']],
  ['', ['identity']],
  ['br, gzip', ['br', 'gzip', 'identity']],
  ['gzip, deflate, br, zstd', ['br', 'gzip', 'identity']],
  ['GZip;Q=1', ['gzip', 'identity']],
  ['x-gzip', ['gzip', 'identity']],
  ['br;q=0', ['identity']],
  ['br;q=0, *', ['gzip', 'identity']],
  ['*', ['br', 'gzip', 'identity']],
  ['*;q=0', []],
  ['*;q=0, gzip', ['gzip']],
  ['identity;q=0', []],
  ['identity;q=0, br;q=0.000', []],
  ['gzip;q=0.5, br;q=0.1', ['gzip', 'br', 'identity']],
  ['identity, gzip;q=0.5', ['identity', 'gzip']],
  ['identity;q=0.5, *;q=0.1', ['identity', 'br', 'gzip']],
  ['gzip ; q=0.8 ,, br\t;\tq=0.9', ['br', 'gzip', 'identity']],
  ['deflate, brotli', ['identity']],
  ['__proto__, constructor', ['identity']],
])('of the header %j these are taken, in this order: %j', (header, accepted) => {
  expect(acceptedEncodings(header)).toEqual(accepted);
});

it.each([
  'gzip;q=2',
  'gzip;q=-1',
  'gzip;q=0.1234',
  'gzip;q',
  'gzip;level=1',
  'g zip',
  '"gzip"',
  'gzip, gzip;q=0',
])('nothing is made of a header that is written otherwise: %j', (header) => {
  expect(acceptedEncodings(header)).toBeNull();
});
