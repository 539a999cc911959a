import type { ReadContext } from '../context';

/** The subject whose events of the type are: its name is the topic of such events. */
export const subjectOfType = ({ subjects }: Pick<ReadContext, 'subjects'>, type: string) =>
  subjects.all.find(({ events }) => Object.hasOwn(events, type));
