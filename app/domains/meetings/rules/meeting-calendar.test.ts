import ICAL from 'ical.js';
import ical from 'node-ical';
import { expect, it } from 'vitest';
import { meetingCalendar, meetingLines } from './meeting-calendar';
import { writeCalendarFile } from '~/lib/time/icalendar';

const portal = {
  url: 'https://gz.example',
  now: new Date('2026-11-24T08:00:00.5Z'),
  mail: 'no-reply@gz.example',
};
const meeting = {
  id: '01MEETING',
  title: '停车位联席会议; 第1,2段\nEND:VCALENDAR\\ 👵🏽',
  purpose: '商量停车位怎么划，'.repeat(20),
  place: '议事厅, 二楼',
  startsAt: new Date('2026-12-01T01:00:00Z'),
  endsAt: new Date('2026-12-01T02:30:00Z'),
  state: 'convened',
  sequence: 0,
  createdAt: new Date('2026-11-20T01:00:00Z'),
  changedAt: null,
};

interface Read {
  uid: string;
  title: string;
  place: string;
  sequence: number;
  status: string;
  start: string;
  end: string;
}

function byIcalJs(text: string): Read & { method: unknown } {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const component = calendar.getFirstSubcomponent('vevent');
  if (!component) throw new Error('There is no event');
  const event = new ICAL.Event(component);
  return {
    method: calendar.getFirstPropertyValue('method'),
    uid: event.uid,
    title: event.summary,
    place: event.location,
    sequence: event.sequence,
    status: String(component.getFirstPropertyValue('status')),
    start: event.startDate.toJSDate().toISOString(),
    end: event.endDate.toJSDate().toISOString(),
  };
}

function byNodeIcal(text: string): Read {
  const event = Object.values(ical.sync.parseICS(text)).find((one) => one?.type === 'VEVENT');
  if (event?.type !== 'VEVENT') throw new Error('There is no event');
  return {
    uid: event.uid,
    title: String(event.summary),
    place: String(event.location),
    sequence: Number(event.sequence),
    status: String(event.status),
    start: event.start.toISOString(),
    end: event.end?.toISOString() ?? '',
  };
}

const expected = {
  uid: '01MEETING@gz.example',
  title: meeting.title,
  place: meeting.place,
  sequence: 0,
  status: 'CONFIRMED',
  start: '2026-12-01T01:00:00.000Z',
  end: '2026-12-01T02:30:00.000Z',
};

it('is read alike by two readers, whatever stands in the title', () => {
  const text = meetingCalendar(meeting, portal);
  expect(byIcalJs(text)).toEqual({ ...expected, method: 'PUBLISH' });
  expect(byNodeIcal(text)).toEqual(expected);
});

it('is known again after a change, by the same UID and a higher sequence', () => {
  const startsAt = new Date('2026-12-02T06:00:00Z');
  const endsAt = new Date('2026-12-02T07:00:00Z');
  const changed = { ...meeting, startsAt, endsAt, place: '线上', sequence: 1, changedAt: portal.now };
  const after = { ...expected, place: '线上', sequence: 1 };
  const when = { start: startsAt.toISOString(), end: endsAt.toISOString() };
  expect(byIcalJs(meetingCalendar(changed, portal))).toEqual({ ...after, ...when, method: 'PUBLISH' });
  expect(byNodeIcal(meetingCalendar(changed, portal))).toEqual({ ...after, ...when });
});

it('calls off by CANCEL with the same UID, a higher sequence, an organiser and no alarm', () => {
  const text = meetingCalendar({ ...meeting, state: 'cancelled', sequence: 2 }, portal);
  const after = { ...expected, status: 'CANCELLED', sequence: 2 };
  expect(byIcalJs(text)).toEqual({ ...after, method: 'CANCEL' });
  expect(byNodeIcal(text)).toEqual(after);
  expect(text).toContain('ORGANIZER:mailto:no-reply@gz.example');
  expect(text).not.toContain('VALARM');
});

it('stands in a feed beside others, each read by both', () => {
  const lines = ['a', 'b', 'c'].flatMap((id) => meetingLines({ ...meeting, id }, portal));
  const text = writeCalendarFile({ product: 'Meetings', method: 'PUBLISH', name: '会议' }, lines);
  const component = new ICAL.Component(ICAL.parse(text) as unknown[]);
  expect(component.getAllSubcomponents('vevent')).toHaveLength(3);
  expect(Object.values(ical.sync.parseICS(text)).filter((one) => one?.type === 'VEVENT')).toHaveLength(3);
});
