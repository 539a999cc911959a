import { useActionData } from '@remix-run/react';
import * as decide from './decide-unasked';
import { WhyHidden } from './why-hidden';
import { later, Notice, whenShown } from '~/components/ui';
import type { FormState } from '~/lib/form-state';

const ShowAgain = whenShown(
  import.meta.env.SSR
    ? decide.ShowAgain
    : later(() => import('./decide-unasked').then((own) => own.ShowAgain)),
);

interface HiddenNoticeProps {
  kind: string;
  id: string;
  words: string;
  moderates: boolean;
}

/** Above what is hidden, for its author and for moderators. */
export function HiddenNotice({ kind, id, words, moderates }: HiddenNoticeProps) {
  const state = useActionData<{ form?: FormState }>()?.form;
  return (
    <Notice kind="warning">
      <p>{words}</p>
      <WhyHidden kind={kind} id={id} />
      {moderates && <ShowAgain subject={{ kind, id }} state={state} />}
    </Notice>
  );
}
