import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { createElement, Suspense } from 'react';
import { expect, it, vi } from 'vitest';
import { drawnPage } from './drawn-page';

const drawing = { nonce: 'n', whole: false, mostMilliseconds: 5000 };
const long = createElement('p', {}, '共治'.repeat(100_000));

it('who leaves a page while it comes leaves no fault in the log', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const Never = () => {
    throw new Promise(() => undefined);
  };
  const late = createElement(Suspense, { fallback: createElement('i') }, createElement(Never));
  const { body } = await drawnPage(createElement('main', {}, long, late), drawing);
  await once(body, 'readable');
  body.destroy();
  await once(body, 'close');
  expect(said.mock.calls).toEqual([]);
  said.mockRestore();
});

it('what fails after the frame was sent is logged, and the rest comes', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  let ends = (): void => undefined;
  const waiting = new Promise<void>((resolve) => (ends = resolve));
  let over = false;
  const Failing = () => {
    if (over) throw new Error('in the middle of it');
    throw waiting.then(() => (over = true));
  };
  const late = createElement(Suspense, { fallback: createElement('i') }, createElement(Failing));
  const { body, failed } = await drawnPage(createElement('main', {}, long, late), drawing);
  expect(failed).toBe(false);
  ends();
  expect(await text(body)).toContain('共治');
  expect(said.mock.calls).toEqual([[expect.objectContaining({ message: 'in the middle of it' })]]);
  said.mockRestore();
});

it('a page without a frame is thrown', async () => {
  const Failing = () => {
    throw new Error('no frame');
  };
  await expect(drawnPage(createElement(Failing), drawing)).rejects.toThrow('no frame');
});
