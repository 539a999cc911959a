import ical from 'node-ical';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openMeetingsCalendar } from './open-calendar.query.server';
import { hour, makeMeeting, meetingContext } from '../../../tests/factories/meetings';
import type { TestContext } from '../../../tests/setup/context';

let test: TestContext;
beforeAll(async () => {
  test = await meetingContext();
}, 60_000);
afterAll(() => test.dispose());

it('holds what is to come, however much was, and of that the last', async () => {
  const coming = await makeMeeting(test);
  const meeting = await test.database.read.meeting.findUniqueOrThrow({ where: { id: coming } });
  const now = test.clock.now().getTime();
  const past = Array.from({ length: 510 }, (_, at) => `past-${at}`);
  await test.database.transaction((tx) =>
    tx.prisma.meeting.createMany({
      data: past.map((id, at) => {
        const startsAt = new Date(now - (at + 1) * hour);
        return { ...meeting, id, startsAt, endsAt: new Date(startsAt.getTime() + hour / 2) };
      }),
    }),
  );
  const calendar = ical.sync.parseICS(await openMeetingsCalendar(test.as('visitor'), undefined));
  const ids = Object.keys(calendar).map((uid) => uid.split('@')[0] ?? '');
  expect(ids).toContain(coming);
  expect(past.filter((id) => ids.includes(id))).toEqual(past.slice(0, 499));
});
