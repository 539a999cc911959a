import { expect, it } from 'vitest';
import { readHandle, writeHandle } from './draft-handle';

const id = '01KB4M4Z6M9V3S0A1B2C3D4E5F';

it('reads what it writes', () => {
  expect(readHandle(writeHandle(id, 7))).toEqual({ id, revision: 7 });
});

it('takes an id alone, and nothing for what is none', () => {
  expect(readHandle(id)).toEqual({ id, revision: undefined });
  for (const text of ['', '.', `${id}.`, `${id}.x`, `${id}.1.2`, '../..', `${id}.-1`])
    expect(readHandle(text)).toEqual({ id: '', revision: undefined });
});
