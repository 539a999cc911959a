import { Link } from '@remix-run/react';
import { Said, StatusBadge } from '~/components/ui';
import { pathOfSubject } from '~/paths';
import { hasKey } from '~/i18n/catalogue';
import { proposals } from '~/i18n/proposals';
import { useText } from '~/i18n/use-text';

export interface LinkedMatter {
  kind: string;
  id: string;
  title: string;
  state: string;
}

/** What hangs on a matter along the line: ballots, volunteering, agreements, work orders. */
export function LinkedMatters({ linked }: { linked: readonly LinkedMatter[] }) {
  const t = useText(proposals);
  if (linked.length === 0) return null;
  const kind = (matter: LinkedMatter) => {
    const key = `kind.${matter.kind}`;
    return hasKey(proposals, key) ? t(key) : matter.kind;
  };
  const state = (matter: LinkedMatter) => {
    const key = `linked.${matter.state}`;
    return hasKey(proposals, key) ? t(key) : matter.state;
  };
  return (
    <ul className="linked-matters">
      {linked.map((matter) => (
        <li key={matter.id}>
          <StatusBadge tone="info">{kind(matter)}</StatusBadge>{' '}
          <Link to={pathOfSubject(matter.kind, matter.id)}>
            <Said>{matter.title}</Said>
          </Link>{' '}
          · {state(matter)}
        </li>
      ))}
    </ul>
  );
}
