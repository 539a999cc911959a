import { text } from 'node:stream/consumers';
import { createElement } from 'react';
import { renderToPipeableStream } from 'react-dom/server';
import { expect, it } from 'vitest';
import { WithoutNulls } from './without-nulls';

const title = '便河小区北门加一盏路灯';

/** A page of many short fields: React puts their words together in a buffer of two kilobytes. */
function pageAt(offset: number) {
  const fields = Array.from({ length: 400 }, (_, at) =>
    createElement('input', { key: at, defaultValue: title }),
  );
  return createElement('form', { title: 'x'.repeat(offset) }, fields);
}

it('hands on what React writes, with no character broken wherever its buffer ends', async () => {
  for (let offset = 0; offset < 6; offset += 1) {
    const body = new WithoutNulls();
    renderToPipeableStream(pageAt(offset)).pipe(body);
    const page = await text(body);
    expect(page).not.toContain('\0');
    expect(page.split(`value="${title}"`)).toHaveLength(401);
  }
});
