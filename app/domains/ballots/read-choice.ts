import type { Choice } from './rules/kinds';

/** The choice that a posted form makes: `answer.<option>` for support, else `option`, once or several times. */
export function readChoice(kind: string, form: FormData): Choice {
  if (kind === 'support') {
    const answers: Record<string, 'yes' | 'no' | 'abstain'> = {};
    for (const [name, value] of form) {
      if (!name.startsWith('answer.')) continue;
      if (value === 'yes' || value === 'no' || value === 'abstain')
        answers[name.slice('answer.'.length)] = value;
    }
    return { kind: 'support', answers };
  }
  const options = form.getAll('option').filter((value): value is string => typeof value === 'string');
  if (kind === 'single-choice') return { kind: 'single-choice', option: options[0] ?? null };
  return { kind: 'approval', options };
}

/** Whether anything was chosen at all. */
export function isBlank(choice: Choice): boolean {
  if (choice.kind === 'support') return Object.keys(choice.answers).length === 0;
  if (choice.kind === 'single-choice') return choice.option === null;
  return choice.kind === 'approval' && choice.options.length === 0;
}

/** A choice back as the values of the form's fields. */
export function choiceValues(choice: Choice | null): Record<string, string | string[]> {
  if (choice?.kind === 'support') {
    return Object.fromEntries(
      Object.entries(choice.answers).map(([option, answer]) => [`answer.${option}`, answer]),
    );
  }
  if (choice?.kind === 'single-choice') return choice.option === null ? {} : { option: choice.option };
  return choice?.kind === 'approval' ? { option: choice.options } : {};
}
