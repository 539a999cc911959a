import type { ReactNode } from 'react';
import { Card, TimeSpan } from '~/components/ui';
import { hasKey } from '~/i18n/catalogue';
import { care } from '~/i18n/care';
import { useText } from '~/i18n/use-text';
import { paths } from '~/paths';
import { CareState } from './care-state';

/** Visit or check call. */
export function useKindName(): (kind: string) => string {
  const t = useText(care);
  return (kind) => {
    const key = `kind.${kind}`;
    return hasKey(care, key) ? t(key) : kind;
  };
}

/** A name, with the organisation for which somebody comes. */
export function useComerName() {
  const t = useText(care);
  return (comes: { name: string; organisation: string | null }): string =>
    comes.organisation === null
      ? comes.name
      : t('of-organisation', { name: comes.name, organisation: comes.organisation });
}

interface TaskLineProps {
  task: { id: string; kind: string; state: string; startsAt: Date; endsAt: Date };
  meta?: ReactNode;
  children?: ReactNode;
}

/** A visit or call in a list; it leads to its page. */
export function TaskLine({ task, meta, children }: TaskLineProps) {
  const kindName = useKindName();
  return (
    <Card
      title={kindName(task.kind)}
      to={paths.careTask(task.id)}
      badges={<CareState of="task" state={task.state} />}
      meta={
        <>
          <TimeSpan startsAt={task.startsAt} endsAt={task.endsAt} />
          {meta}
        </>
      }
    >
      {children}
    </Card>
  );
}
