import { expect, it } from 'vitest';
import { signatureFields } from './pdf-structure';

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const field = (number: number, rest: string) =>
  `${number} 0 obj\n<< /Type /Annot /FT /Sig /T (party-1) /P 3 0 R /Rect [1 2 3 4] ${rest}>>\nendobj\n`;
const found = { number: 12, name: 'party-1', page: '3 0 R', rect: [1, 2, 3, 4], isSigned: false };

it('finds the fields as they stand at the end of the file, and nothing that only looks like one', () => {
  const others =
    '3 0 obj\n<< /Type /Page >>\nendobj\n4 0 obj\n(/FT /Sig)\nendobj\n5 0 obj\n<< /FT /Signed /T (x) /P 3 0 R >>\nendobj\n';
  expect(signatureFields(bytesOf(others))).toEqual(new Map());
  expect(signatureFields(bytesOf(`${others}/FT /Sig\n${field(12, '')}/FT /Sig`))).toEqual(
    new Map([['party-1', found]]),
  );
  expect(signatureFields(bytesOf(field(12, '') + others + field(12, '/V 13 0 R '))).get('party-1')).toEqual({
    ...found,
    isSigned: true,
  });
});

it('holds nobody up over the places of signatures, which are digits by the ten thousand', () => {
  const signature = `20 0 obj\n<< /Type /Sig /Contents <${'0'.repeat(60_000)}> >>\nendobj\n`;
  const pdf = bytesOf(signature + field(12, '') + signature);
  const begun = process.cpuUsage();
  expect([...signatureFields(pdf).keys()]).toEqual(['party-1']);
  const { user, system } = process.cpuUsage(begun);
  expect((user + system) / 1000).toBeLessThan(100);
});
