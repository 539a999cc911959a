const signs = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * A receipt that people can copy by hand: 16 signs of Crockford's base 32 from 10 random bytes. Digits and
 * small letters sort alike in every database, so the published order is the same everywhere.
 */
export function receiptOf(random: Uint8Array): string {
  let bits = 0n;
  for (const byte of random.subarray(0, 10)) bits = (bits << 8n) | BigInt(byte);
  return Array.from({ length: 16 }, (_, index) => signs[Number((bits >> BigInt(75 - index * 5)) & 31n)]).join(
    '',
  );
}
