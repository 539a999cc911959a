import ICAL from 'ical.js';
import ical from 'node-ical';
import { expect, it } from 'vitest';
import { writeShiftCalendar } from './shift-calendar';
import type { ShiftEvent } from './shift-calendar';

const shift: ShiftEvent = {
  id: '01SHIFT',
  title: '护江巡河, 第1;2段\nEND:VEVENT\\ 👵🏽',
  startsAt: new Date('2026-11-30T15:00:00Z'),
  endsAt: new Date('2026-11-30T18:30:00Z'),
  place: '东门; 二号桥',
  words: '捡拾垃圾，提供手套。'.repeat(20),
  url: 'https://gz.example/volunteering/01',
  sequence: 2,
  changedAt: new Date('2026-11-24T08:00:00Z'),
  cancelled: false,
};
const called: ShiftEvent = { ...shift, id: '02OFF', sequence: 3, words: '', place: '', cancelled: true };

/** What stands in the calendar, by the one reader and by the other. */
const readers = {
  'ical.js': (text: string) =>
    new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent').map((component) => {
      const event = new ICAL.Event(component);
      return {
        ...{
          uid: event.uid,
          title: event.summary,
          place: event.location ?? '',
          words: event.description ?? '',
        },
        start: event.startDate.toJSDate().toISOString(),
        end: event.endDate.toJSDate().toISOString(),
        sequence: event.sequence,
        status: String(component.getFirstPropertyValue('status')),
      };
    }),
  'node-ical': (text: string) =>
    Object.values(ical.sync.parseICS(text)).flatMap((event) =>
      event?.type === 'VEVENT'
        ? [
            {
              ...{ uid: event.uid, title: String(event.summary) },
              ...{ place: String(event.location ?? ''), words: String(event.description ?? '') },
              start: event.start.toISOString(),
              end: event.end?.toISOString(),
              sequence: Number(event.sequence),
              status: String(event.status),
            },
          ]
        : [],
    ),
};

it.each(Object.entries(readers))(
  '%s reads shifts, over midnight and called off, as they are',
  (_name, read) => {
    const text = writeShiftCalendar({ name: '我报名的班次', host: 'gz.example', events: [shift, called] });
    const expected = ({ id, title, startsAt, endsAt, place, words, sequence, cancelled }: ShiftEvent) => ({
      ...{ uid: `shift-${id}@gz.example`, title, place, words, sequence },
      ...{ start: startsAt.toISOString(), end: endsAt.toISOString() },
      status: cancelled ? 'CANCELLED' : 'CONFIRMED',
    });
    expect(read(text)).toEqual([expected(shift), expected(called)]);
  },
);

it.each(Object.entries(readers))('%s reads a calendar of nothing, and one of a thousand', (_name, read) => {
  const head = { name: '我们组织的班次', host: 'gz.example' };
  expect(read(writeShiftCalendar({ ...head, events: [] }))).toEqual([]);
  const many = Array.from({ length: 1000 }, (_, at) => ({ ...shift, id: String(at) }));
  expect(read(writeShiftCalendar({ ...head, events: many })).map(({ uid }) => uid)).toEqual(
    many.map(({ id }) => `shift-${id}@gz.example`),
  );
});
