import { describe, expect, it } from 'vitest';
import { formOf, isWhole, outcomeOf, senderOf, valueOf } from './unsent';
import type { Unsent } from './unsent';

const unsent: Unsent = {
  ...{ key: 'k', personId: 'p', sender: senderOf('p', 'o'), missing: 0, words: '', state: 'waiting' },
  fields: [
    ['body', '后巷的路灯坏了'],
    ['areaId', '421002001001'],
    ['kept-pictures', 'f1'],
  ],
  pictures: [new Blob(['x'], { type: 'image/jpeg' })],
  keptAt: '2026-11-29T06:20:00.000Z',
};
const answered = (status: number, said: Parameters<typeof outcomeOf>[1]['said'] = null, isLedAway = false) =>
  outcomeOf(unsent, { status, said, isLedAway });

describe('what waits', () => {
  it('is put by only where the portal could take it', () => {
    expect(isWhole(unsent.fields)).toBe(true);
    expect(
      isWhole([
        ['body', '  短  '],
        ['areaId', '4210'],
      ]),
    ).toBe(false);
    expect(
      isWhole([
        ['body', '后巷的路灯坏了'],
        ['areaId', ''],
      ]),
    ).toBe(false);
  });

  it('is sent as it was typed, with its pictures, and says who wrote it', () => {
    const form = formOf(unsent);
    expect(form.get('body')).toBe(valueOf(unsent, 'body'));
    expect(form.get('sender')).toBe('p/o');
    expect((form.get('pictures') as File).type).toBe('image/jpeg');
    expect(senderOf('p', null)).toBe('p/');
  });

  it('waits on for a network and a portal that answers', () => {
    for (const outcome of [answered(502), answered(503), answered(429), answered(500), answered(200)])
      expect(outcome).toEqual({ kind: 'later' });
  });

  it('is done with once the portal has an id for it', () => {
    expect(answered(200, { id: 'x' })).toEqual({ kind: 'sent', id: 'x' });
  });

  it('waits for its writer where somebody else is signed in, or nobody', () => {
    for (const outcome of [answered(0, null, true), answered(401)])
      expect(outcome).toMatchObject({ kind: 'changed', unsent: { state: 'signed-out' } });
    expect(answered(409, { otherSender: true })).toMatchObject({ unsent: { state: 'other-sender' } });
  });

  it('keeps the words of a refusal', () => {
    expect(answered(400, { form: { errors: { body: ['太短'], '': ['再试'] } } })).toMatchObject({
      unsent: { state: 'refused', words: '太短 再试', fields: unsent.fields },
    });
  });

  it('does without pictures that the portal has not any more, and says how many', () => {
    expect(answered(400, { form: { errors: { pictures: ['没有'] } } })).toMatchObject({
      unsent: { state: 'waiting', missing: 1, fields: unsent.fields.slice(0, 2) },
    });
  });
});
