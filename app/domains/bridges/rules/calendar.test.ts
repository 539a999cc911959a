import fc from 'fast-check';
import { expect, it } from 'vitest';
import { writeCalendar } from './calendar';
import { escapeText, foldLine } from '~/lib/time/icalendar';

it('folds lines to 75 octets and loses nothing', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 300 }).filter((text) => !/[\r\n]/.test(text)),
      (text) => {
        const folded = foldLine(text);
        for (const line of folded.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(folded.replaceAll('\r\n ', '')).toBe(text);
      },
    ),
  );
});

it('writes an entry that no title can break out of', () => {
  const now = new Date('2026-11-24T08:00:00.5Z');
  const entry = {
    id: '01A',
    title: '修路灯; 第1,2段\r\nEND:VCALENDAR\\',
    at: new Date('2026-12-01T15:59:59Z'),
    url: 'https://gz.example/work-orders/01A',
    words: '',
  };
  const text = writeCalendar({ name: '期限', host: 'gz.example', now, entries: [entry] });
  const lines = text.split('\r\n');
  expect(lines[0]).toBe('BEGIN:VCALENDAR');
  expect(lines.filter((line) => line === 'END:VCALENDAR')).toHaveLength(1);
  expect(lines).toContain('UID:01A@gz.example');
  expect(lines).toContain('DTSTART:20261201T155959Z');
  expect(text).not.toContain('DTEND');
  expect(lines).toContain('DTSTAMP:20261124T080000Z');
  expect(lines).toContain(`SUMMARY:${escapeText(entry.title)}`);
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
});

it('holds a component even where nothing is due', () => {
  const now = new Date('2026-11-24T08:00:00Z');
  const lines = writeCalendar({ name: '期限', host: 'gz.example', now, entries: [] }).split('\r\n');
  expect(lines).toContain('BEGIN:VTIMEZONE');
  expect(lines.filter((line) => line.startsWith('BEGIN:')).length).toBe(
    lines.filter((line) => line.startsWith('END:')).length,
  );
});
