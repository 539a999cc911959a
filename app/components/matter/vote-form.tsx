import { Link } from '@remix-run/react';
import { Button, CheckboxGroup, Form, LinkButton, Notice, RadioGroup, Section } from '~/components/ui';
import { paths } from '~/http/paths';
import { ballots } from '~/i18n/ballots';
import { useText } from '~/i18n/use-text';
import type { Decision } from '~/lib/decision';
import type { FormState } from '~/lib/form-state';

export interface VotePage {
  ballot: {
    kind: string;
    maximumChoices: number | null;
    options: { id: string; label: string; proposalId: string | null }[];
  };
  voting: Decision;
  own: { receipt: string } | null;
  values: Record<string, string | string[]>;
  kept: boolean;
  signedIn: boolean;
}

/** Where one votes; a visitor may choose first and signs in last. */
export function VoteForm({ page, state }: { page: VotePage; state?: FormState }) {
  const t = useText(ballots);
  const { voting } = page;
  const visitor = !voting.allowed && voting.reason === 'ballots.sign-in-to-vote';
  if (!voting.allowed && !visitor) {
    return (
      <Section title={t('your-vote')}>
        <Notice>
          {voting.words}{' '}
          {voting.reason === 'ballots.residence-not-verified' && (
            <Link to={paths.residence}>{t('verify-residence')}</Link>
          )}
        </Notice>
      </Section>
    );
  }
  return (
    <Section title={t('your-vote')} id="vote">
      {page.kept && <Notice kind="success">{t('choice-kept')}</Notice>}
      {page.own && (
        <Notice kind="success" title={t('voted-at')}>
          {t('receipt')}: <code>{page.own.receipt}</code>. {t('receipt-hint')}
        </Notice>
      )}
      <Form intent="vote" initial={page.values} {...(state ? { state } : {})}>
        <Choices page={page} />
        <Button size="large">{t(visitor ? 'sign-in-and-cast' : page.own ? 'change' : 'cast')}</Button>
      </Form>
      {visitor && (
        <LinkButton variant="quiet" to={paths.register}>
          {t('how-to-vote')}
        </LinkButton>
      )}
    </Section>
  );
}

function Choices({ page }: { page: VotePage }) {
  const t = useText(ballots);
  const { ballot } = page;
  if (ballot.kind === 'support') {
    return ballot.options.map((option) => (
      <RadioGroup
        key={option.id}
        name={`answer.${option.id}`}
        label={option.label}
        inline
        hint={
          option.proposalId ? <Link to={paths.proposal(option.proposalId)}>{t('related')}</Link> : undefined
        }
        choices={(['yes', 'no', 'abstain'] as const).map((value) => ({ value, label: t(`vote-${value}`) }))}
      />
    ));
  }
  const choices = ballot.options.map((option) => ({ value: option.id, label: option.label }));
  if (ballot.kind === 'single-choice')
    return <RadioGroup name="option" label={t('choose')} choices={choices} required />;
  const maximum = ballot.maximumChoices ?? choices.length;
  return (
    <CheckboxGroup
      name="option"
      label={t('choose')}
      hint={`${t('rule-maximum')} ${maximum}`}
      choices={choices}
    />
  );
}
