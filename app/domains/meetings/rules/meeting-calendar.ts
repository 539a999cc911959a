import { escapeText, icalStamp, writeCalendarFile } from '~/lib/time/icalendar';

export interface CalendarMeeting {
  id: string;
  title: string;
  purpose: string;
  place: string;
  startsAt: Date;
  endsAt: Date;
  state: string;
  sequence: number;
  createdAt: Date;
  changedAt: Date | null;
}

/** The lines of one meeting: the same UID for ever, and a SEQUENCE by which programs tell a change from what they know. */
export function meetingLines(
  meeting: CalendarMeeting,
  portal: { url: string; now: Date; reminds?: false },
): string[] {
  const cancelled = meeting.state === 'cancelled';
  return [
    'BEGIN:VEVENT',
    `UID:${meeting.id}@${new URL(portal.url).host}`,
    `SEQUENCE:${meeting.sequence}`,
    `DTSTAMP:${icalStamp(portal.now)}`,
    `CREATED:${icalStamp(meeting.createdAt)}`,
    `LAST-MODIFIED:${icalStamp(meeting.changedAt ?? meeting.createdAt)}`,
    `DTSTART:${icalStamp(meeting.startsAt)}`,
    `DTEND:${icalStamp(meeting.endsAt)}`,
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    `SUMMARY:${escapeText(meeting.title)}`,
    `LOCATION:${escapeText(meeting.place)}`,
    `DESCRIPTION:${escapeText(meeting.purpose)}`,
    `URL:${portal.url}/meetings/${meeting.id}`,
    // What is called off reminds of nothing.
    ...(cancelled || portal.reminds === false
      ? []
      : [
          'BEGIN:VALARM',
          'ACTION:DISPLAY',
          'TRIGGER:-P1D',
          `DESCRIPTION:${escapeText(meeting.title)}`,
          'END:VALARM',
        ]),
    'END:VEVENT',
  ];
}

/**
 * The calendar file of one meeting. ORGANIZER stands in a cancellation because RFC 5546, 3.2.5 asks for one; the portal
 * itself sends it.
 */
export function meetingCalendar(
  meeting: CalendarMeeting,
  portal: { url: string; now: Date; mail: string },
): string {
  const method = meeting.state === 'cancelled' ? 'CANCEL' : 'PUBLISH';
  const lines = meetingLines(meeting, portal);
  const organiser = `ORGANIZER:mailto:${portal.mail}`;
  return writeCalendarFile({ product: 'Meetings', method }, [...lines.slice(0, -1), organiser, 'END:VEVENT']);
}
