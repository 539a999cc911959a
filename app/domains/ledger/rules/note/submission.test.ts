import { expect, it } from 'vitest';
import { readSubmission, writeSubmission } from './submission';

it('a submission is read as it was written, and nothing else is', () => {
  const note = Buffer.from('a/log\n3\nx\n\n— a/log AAAAAAAA\n');
  const proof = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
  const body = writeSubmission({ oldSize: 2, proof, note });
  expect(readSubmission(body)).toEqual({ oldSize: 2, proof, note });
  const bad = [
    '',
    'old 1\n',
    'old -1\n\nx',
    'old 01\n\nx',
    'old 1e3\n\nx',
    'size 1\n\nx',
    'old 1\nAAAA\n\nx',
  ];
  for (const text of [...bad, `old 1\n${`${'A'.repeat(43)}=\n`.repeat(64)}\nx`])
    expect(() => readSubmission(Buffer.from(text)), text.slice(0, 20)).toThrow('not a submission');
});
