import { Button, ConfirmForm, Form, Notice } from '~/components/ui';
import { entrusting } from '~/i18n/entrusting';
import { useText } from '~/i18n/use-text';
import type { FieldValues, FormState } from '~/lib/form-state';
import { BallotChoices } from './ballot-choices';
import { BlankPaper } from './paper/blank-paper';
import type { VotedBallot } from './voted-ballot';

interface TakenOnVoteProps {
  ballot: VotedBallot;
  taken: { id: string; fromName: string; own: { receipt: string } | null; values: FieldValues };
  open: boolean;
  state: FormState | undefined;
}

/** Where the vote of one other person is cast, or given back. */
export function TakenOnVote({ ballot, taken, open, state }: TakenOnVoteProps) {
  const t = useText(entrusting);
  const name = taken.fromName;
  const given = state ? { state } : {};
  return (
    <section className="panel stack" aria-label={t('taken-of', { name })}>
      <h3>{t('taken-of', { name })}</h3>
      {taken.own && <Notice kind="success">{t('receipt', { name, receipt: taken.own.receipt })}</Notice>}
      {open ? (
        <Form intent="vote" hidden={{ entrusting: taken.id }} initial={taken.values} {...given}>
          <BallotChoices ballot={ballot} />
          <BlankPaper />
          <Button>{t(taken.own ? 'change' : 'cast', { name })}</Button>
        </Form>
      ) : (
        <p>{t('not-open')}</p>
      )}
      <ConfirmForm
        trigger={t('give-back')}
        title={t('give-back-title')}
        description={t('give-back-description', { name })}
        confirm={t('give-back')}
        intent="give-back"
        hidden={{ entrusting: taken.id }}
        {...given}
      />
    </section>
  );
}
