import type { z } from 'zod';
import type { ReadContext } from '../../context';
import { checksOfSteps, gatherCosts, typedFields } from '../organising/new-ballot-schema';
import type { TypedBallot } from '../organising/new-ballot-schema';
import { initialFields, namesOfStep } from './steps';
import type { TypedStep } from './steps';
import type { FieldValues } from '~/lib/form-state';
import { instantText } from '~/lib/time/local-time';

export interface StepFault {
  field: string;
  issue: z.core.$ZodIssue;
}

/** What stands for fields of other steps that cannot be read: each is refused on its own step. */
const readable: FieldValues = {
  ...initialFields,
  ...{ title: '----', question: '----', areaId: '----' },
  ...{ opensAt: '2000-01-01T00:00:00Z', closesAt: '2100-01-01T00:00:00Z' },
};

const shape: Record<string, z.ZodType> = typedFields.shape;

/**
 * Times as typed are meant by the portal's clock. What is to open at a time that is over opens now: that it had been open
 * since then would be published, and would hide how little time there is to vote.
 */
export function inPortalTime(
  values: FieldValues,
  { configuration, clock }: Pick<ReadContext, 'configuration' | 'clock'>,
): FieldValues {
  const instant = (name: string) => {
    const value = values[name];
    return typeof value === 'string' ? { [name]: instantText(value, configuration.timeZone) } : {};
  };
  const times = { ...values, ...instant('opensAt'), ...instant('closesAt') };
  const now = clock.now();
  const [opens, closes] = [times.opensAt, times.closesAt].map((text) => shape.opensAt?.safeParse(text).data);
  // Where both are over that is what is said of it.
  const isOver = opens instanceof Date && closes instanceof Date && opens < now && now < closes;
  return isOver ? { ...times, opensAt: now.toISOString() } : times;
}

/** What is wrong on one step: its fields each by itself, and where they are well, with each other and with the steps before. */
export function faultsOfStep(step: TypedStep, values: FieldValues): StepFault[] {
  const names = new Set(namesOfStep(step, values));
  const given = Object.entries(values).filter(([name]) => name.startsWith('cost.') || name in shape);
  const read = given.map(([name, value]) => {
    const parsed = shape[name]?.safeParse(value, { reportInput: true });
    return { name, value, issues: parsed?.error?.issues ?? [] };
  });
  const faults = read.flatMap(({ name, issues }) =>
    names.has(name) ? issues.map((issue) => ({ field: name, issue })) : [],
  );
  if (faults.length > 0) return faults;
  const well = Object.fromEntries(
    read.filter(({ issues }) => issues.length === 0).map(({ name, value }) => [name, value]),
  );
  return togetherFaults(step, typedFields.parse(gatherCosts({ ...readable, ...well })));
}

function togetherFaults(step: TypedStep, ballot: TypedBallot): StepFault[] {
  const checks: Partial<Record<TypedStep, (typeof checksOfSteps)[keyof typeof checksOfSteps]>> =
    checksOfSteps;
  const faults: StepFault[] = [];
  checks[step]?.(ballot, (field, message, line) => {
    const of = line ? { path: [field, line.at], input: line.text } : { path: [field], input: ballot };
    faults.push({ field, issue: { code: 'custom', message, ...of } });
  });
  return faults;
}
