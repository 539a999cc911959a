import {
  Card,
  CardList,
  ConfirmForm,
  Field,
  StatusBadge,
  TextInput,
  Button,
  DisclosureForm,
} from '~/components/ui';
import type { Tone } from '~/components/ui';
import { roll } from '~/i18n/roll';
import { useNamesInARow, useText } from '~/i18n/use-text';
import type { Decision } from '~/lib/decision';
import type { FormState } from '~/lib/form-state';

type Standing = 'listed' | 'struck' | 'asked' | 'refused' | 'corrected';

interface ShownLine {
  id: string;
  person: { name: string; unit: string; birthYear: number | null; household: string };
  standing: Standing;
  account: string | null;
  addedBy: string;
  addedReason: string | null;
  struckBy: string | null;
  struckReason: string | null;
  confirmedBy: string | null;
  confirming: Decision;
  like: readonly { displayName: string; birthYear: number | null }[];
}

export interface RollLinesProps {
  lines: readonly ShownLine[];
  keeping: Decision;
  joining: Decision;
  state?: FormState;
}

const tones: Record<Standing, Tone> = {
  listed: 'success',
  struck: 'neutral',
  asked: 'warning',
  refused: 'neutral',
  corrected: 'success',
};

/** The people on a roll, each with what is on record of the line and what can be done with it. */
export function RollLines({ lines, ...may }: RollLinesProps) {
  const t = useText(roll);
  return (
    <CardList label={t('list')}>
      {lines.map((line) => (
        <Card
          key={line.id}
          headingLevel={3}
          title={line.person.name}
          badges={<StatusBadge tone={tones[line.standing]}>{t(`standing.${line.standing}`)}</StatusBadge>}
          meta={<LineFacts line={line} />}
          actions={<LineActions line={line} {...may} />}
        />
      ))}
    </CardList>
  );
}

function LineFacts({ line }: { line: ShownLine }) {
  const t = useText(roll);
  const { person, addedBy, addedReason, struckBy, struckReason, confirmedBy } = line;
  const facts = [
    person.unit,
    person.birthYear === null ? '' : t('born', { year: person.birthYear }),
    person.household === '' ? '' : t('of-household', { household: person.household }),
    line.account === null ? t('no-account') : t('joined-with', { name: line.account }),
    addedReason === null
      ? t('from-file', { name: addedBy })
      : t('added-by', { name: addedBy, reason: addedReason }),
    struckBy === null ? '' : t('struck-by', { name: struckBy, reason: struckReason ?? '' }),
    confirmedBy === null ? '' : t('confirmed-by', { name: confirmedBy }),
  ];
  return (
    <>
      {facts
        .filter((fact) => fact !== '')
        .map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
    </>
  );
}

type Actions = Omit<RollLinesProps, 'lines'> & { line: ShownLine };

function LineActions({ line, keeping, joining, state }: Actions) {
  const t = useText(roll);
  const shown = { hidden: { line: line.id }, ...(state ? { state } : {}) };
  const { name } = line.person;
  if (line.standing === 'asked' && line.confirming.allowed)
    return (
      <>
        <ConfirmForm
          trigger={t('confirm')}
          title={t('confirm-title', { name })}
          description={t('confirm-description')}
          intent="confirm"
          {...shown}
        />
        <ConfirmForm
          trigger={t('refuse')}
          title={t('refuse-title', { name })}
          description={t('refuse-description')}
          intent="refuse"
          reason={t('reason')}
          {...shown}
        />
      </>
    );
  if (line.standing !== 'listed' || !keeping.allowed) return null;
  return (
    <>
      {joining.allowed && <Joining line={line} shown={shown} />}
      <ConfirmForm
        trigger={t('strike')}
        title={t('strike-title', { name })}
        description={t('strike-description')}
        intent="strike"
        reason={t('reason')}
        danger
        {...shown}
      />
    </>
  );
}

interface JoiningProps {
  line: ShownLine;
  shown: { hidden: Record<string, string>; state?: FormState };
}

/** Which account votes as the line: to be chosen where there is none, to be taken off where there is one. */
function Joining({ line, shown }: JoiningProps) {
  const t = useText(roll);
  if (line.account === null) return <JoinForm line={line} shown={shown} />;
  return (
    <ConfirmForm
      trigger={t('part')}
      title={t('part-title', { name: line.person.name })}
      description={t('part-description')}
      intent="part"
      {...shown}
    />
  );
}

function JoinForm({ line, shown }: JoiningProps) {
  const t = useText(roll);
  const inARow = useNamesInARow();
  const like = line.like.map(({ displayName, birthYear }) =>
    birthYear === null ? displayName : `${displayName} (${t('born', { year: birthYear })})`,
  );
  return (
    <DisclosureForm
      trigger={t('join')}
      intent="join"
      description={
        <>
          <p>{t('join-hint')}</p>
          {like.length > 0 && <p>{t('join-like', { names: inARow(like) })}</p>}
        </>
      }
      {...shown}
    >
      <Field name="email" label={t('join-email')} required>
        <TextInput type="email" />
      </Field>
      <Button>{t('join')}</Button>
    </DisclosureForm>
  );
}
