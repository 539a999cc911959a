import { describe, expect, it } from 'vitest';
import { readForm, typedValues } from '../forms.server';
import { usualBounds } from './posted-body.server';

const many = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, at) => part(at));

const urlencoded = (body: string) =>
  new Request('http://portal.test/', {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body,
  });

function multipart(parts: string[], type = 'multipart/form-data; boundary="limit"'): Request {
  const boundary = 'limit';
  const body = `${parts.map((part) => `--${boundary}\r\nContent-Disposition: form-data; ${part}\r\n`).join('')}--${boundary}--\r\n`;
  return new Request('http://portal.test/', {
    method: 'POST',
    headers: { 'Content-Type': type },
    body,
  });
}

const statusOf = (request: Request) =>
  readForm(request).then(
    () => 200,
    (refusal: { init: { status: number } }) => refusal.init.status,
  );

describe('a posted form', () => {
  const { parts, name, text, files } = usualBounds;

  it.each<[string, Request]>([
    ['with too many names', urlencoded(many(parts + 1, (at) => `f${at}=1`).join('&'))],
    ['with one name too often', urlencoded('f=1&'.repeat(parts + 1))],
    ['with empty pairs without end', urlencoded('&'.repeat(1_000_000))],
    ['with too long a name', urlencoded(`${'n'.repeat(name + 1)}=1`)],
    ['with nested names', urlencoded(`${'a[b]'.repeat(name)}=1`)],
    ['with too much text', multipart([`name="body"\r\n\r\n${'长'.repeat(text + 1)}`])],
    ['with too many parts', multipart(many(parts + 1, (at) => `name="f${at}"\r\n\r\n1`))],
    ['with too many files', multipart(many(files + 1, (at) => `name="f"; filename="${at}"\r\n\r\n1`))],
  ])('%s is too large', async (_, request) => {
    expect(await statusOf(request)).toBe(413);
  });

  it('of another type, or broken, is a bad request', async () => {
    const headers = { 'Content-Type': 'text/plain' };
    expect(await statusOf(new Request('http://portal.test/', { method: 'POST', headers, body: 'a=1' }))).toBe(
      400,
    );
    expect(await statusOf(new Request('http://portal.test/', { method: 'POST' }))).toBe(400);
    expect(await statusOf(multipart(['no name\r\n\r\n1']))).toBe(400);
  });

  it.each([
    'multipart/form-data; boundary=zz; boundary=limit',
    'multipart/form-data; boundary="li\\mit"',
    'multipart/form-data; boundary=limit; a="',
    'multipart/form-data; boundary=""',
    'multipart/form-data',
  ])('whose parts cannot be told before it is taken apart is a bad request: %s', async (type) => {
    expect(await statusOf(multipart(['name="f"\r\n\r\n1'], type))).toBe(400);
  });

  it.each([
    'multipart/form-data; boundary=limit',
    'Multipart/Form-Data;BOUNDARY=limit;',
    'multipart/form-data; a="; boundary=zz"; boundary=limit',
    'multipart/form-data; charset=utf-8; boundary="limit"; a=";"',
  ])('is read as programs write its type: %s', async (type) => {
    expect(await statusOf(multipart(['name="f"\r\n\r\n1'], type))).toBe(200);
    expect(
      await statusOf(
        multipart(
          many(parts + 1, () => 'name="f"\r\n\r\n1'),
          type,
        ),
      ),
    ).toBe(413);
  });

  it('as large as the largest honest one is read whole', async () => {
    const form = await readForm(urlencoded(many(parts, (at) => `f${at}=1`).join('&')));
    expect(Object.keys(typedValues(form))).toHaveLength(parts);
    const repeated = await readForm(multipart(many(parts, () => 'name="f"\r\n\r\n1')));
    expect(typedValues(repeated).f).toHaveLength(parts);
  });
});

describe('typed values', () => {
  it('take time in proportion to the fields', () => {
    const form = new FormData();
    for (let at = 0; at < 40_000; at += 1) form.append(`f${at}`, '1');
    const begun = process.cpuUsage();
    expect(Object.keys(typedValues(form))).toHaveLength(40_000);
    // It took more than 20 s when each name looked through all fields.
    expect(process.cpuUsage(begun).user / 1000).toBeLessThan(3000);
  });
});
