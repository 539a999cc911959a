import { useRef } from 'react';
import { SingleKeys } from '~/components/ui/single-keys';
import { useAnswerKeys } from './use-answer-keys';
import { Button, Form, Icon, Said } from '~/components/ui';
import { conversations } from '~/i18n/conversations';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';

export const answers = ['agree', 'disagree', 'pass'] as const;
const icons = { agree: 'check', disagree: 'close', pass: 'next' } as const;

export interface StatementCardProps {
  statement: { id: string; number: number; body: string; own: (typeof answers)[number] | null };
  signedIn: boolean;
  state: FormState | undefined;
}

/** One statement with its three answers: a form that posts, and keys. */
export function StatementCard({ statement, signedIn, state }: StatementCardProps) {
  const t = useText(conversations);
  const card = useRef<HTMLElement>(null);
  useAnswerKeys(card);
  return (
    <section ref={card} className="statement-card" aria-labelledby={`statement-${statement.number}`}>
      <p className="statement-number">{t('card-label', { number: statement.number })}</p>
      <h2 id={`statement-${statement.number}`} className="statement-body" aria-live="polite">
        <Said>{statement.body}</Said>
      </h2>
      {statement.own && <p>{t('answer-changed', { answer: t(statement.own) })}</p>}
      <Form intent="answer" hidden={{ statementId: statement.id }} state={state} preventScrollReset>
        <div className="statement-answers">
          {answers.map((answer) => (
            <Button
              key={answer}
              name="answer"
              value={answer}
              size="large"
              variant={answer === 'pass' ? 'quiet' : 'secondary'}
              aria-pressed={statement.own === answer || undefined}
            >
              <Icon name={icons[answer]} />
              {t(answer)}
            </Button>
          ))}
        </div>
      </Form>
      <p className="field-hint">
        {!signedIn && <span>{t('sign-in-hint')} </span>}
        {t('private-hint')} <SingleKeys help={t('keys-hint')} />
      </p>
    </section>
  );
}
