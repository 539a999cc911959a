import fc from 'fast-check';
import { decode, encode } from 'turbo-stream';
import { describe, expect, it } from 'vitest';
import { actionAnswer, holdsActionData } from './action-answer';

const streamOf = (text: string) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(text));
      controller.close();
    },
  });

async function textOf(stream: ReadableStream<Uint8Array>): Promise<string> {
  return new Response(stream).text();
}

const names = fc.string({ minLength: 1, maxLength: 12 }).filter((name) => name !== '__proto__');
const forms = fc.record({
  values: fc.dictionary(names, fc.oneof(fc.string(), fc.array(fc.string(), { maxLength: 4 })), {
    maxKeys: 6,
  }),
  errors: fc.dictionary(names, fc.array(fc.string(), { minLength: 1, maxLength: 2 }), { maxKeys: 3 }),
});

describe('the answer of an action made in the browser', () => {
  it('is read by turbo-stream as the form that it holds, whatever was typed', async () => {
    await fc.assert(
      fc.asyncProperty(forms, async (form) => {
        const { value } = await decode(streamOf(actionAnswer(form)));
        expect(value).toEqual({ data: { form } });
      }),
      { numRuns: 200 },
    );
  });

  it('says that nobody is signed in', async () => {
    const form = { values: { title: '路灯“不亮”\u2028' }, errors: { '': ['x'] }, signedOut: true as const };
    expect((await decode(streamOf(actionAnswer(form)))).value).toEqual({ data: { form } });
  });

  it('is told from an error, which would take the place of the page', async () => {
    expect(holdsActionData(await textOf(encode({ data: { form: {} } })))).toBe(true);
    expect(holdsActionData(await textOf(encode({ error: new Error('no') })))).toBe(false);
    expect(holdsActionData('<!doctype html>')).toBe(false);
  });
});
