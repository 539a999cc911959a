import { Link } from '@remix-run/react';
import { Section } from '~/components/ui';
import { EventTimeline } from './event-timeline';
import type { EventTimelineProps } from './event-timeline';
import { pathOfSubject } from '~/paths';
import { meetingsMenu } from '~/i18n/meetings-menu';
import { useText } from '~/i18n/use-text';

interface DecidedInProps {
  meetings: readonly { id: string; title: string }[];
}

/** Where a thing was decided, and what befell it since. */
export function History({
  title,
  meetings,
  ...timeline
}: DecidedInProps & EventTimelineProps & { title: string }) {
  return (
    <>
      <DecidedIn meetings={meetings} />
      <Section title={title}>
        <EventTimeline {...timeline} />
      </Section>
    </>
  );
}

/** The meetings that had a thing on the agenda, or decided it. */
function DecidedIn({ meetings }: DecidedInProps) {
  const t = useText(meetingsMenu);
  if (meetings.length === 0) return null;
  return (
    <Section title={t('meetings')}>
      <ul className="linked-matters">
        {meetings.map(({ id, title }) => (
          <li key={id}>
            <Link to={pathOfSubject('meeting', id)}>{title}</Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
