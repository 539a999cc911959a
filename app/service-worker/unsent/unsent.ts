/** Feedback that could not be handed over, as it waits on the device. */
export interface Unsent {
  key: string;
  /** Only who wrote it reads it here; it is sent as that person, for that organisation, and as nobody else. */
  personId: string;
  sender: string;
  fields: readonly (readonly [name: string, value: string])[];
  pictures: readonly Blob[];
  /** Pictures that the device could not keep. */
  missing: number;
  /** By the clock of the device, as ISO 8601. */
  keptAt: string;
  state: UnsentState;
  /** Why the portal did not take it, in its words. */
  words: string;
}

/** `waiting` for a network; the others for what the person does. */
export type UnsentState = 'waiting' | 'signed-out' | 'other-sender' | 'refused';

/** Who sends: the person, and the organisation for which they act. */
export const senderOf = (personId: string, organisationId: string | null): string =>
  `${personId}/${organisationId ?? ''}`;

/** The field by which the portal is told who wrote it. */
export const senderField = 'sender';

export const valueOf = ({ fields }: Pick<Unsent, 'fields'>, name: string): string =>
  fields.find(([field]) => field === name)?.[1] ?? '';

const leastBody = 6;

/** The portal would not take less: it is better said while the form is still at hand. */
export const isWhole = (fields: Unsent['fields']): boolean =>
  valueOf({ fields }, 'body').trim().length >= leastBody && valueOf({ fields }, 'areaId') !== '';

/** The form as it is sent again: as it was, and who wrote it. */
export function formOf({ fields, pictures, sender }: Unsent): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  form.append(senderField, sender);
  pictures.forEach((picture, at) => form.append('pictures', picture, `${at + 1}`));
  return form;
}

/** What became of it. */
export type Outcome = { kind: 'sent'; id: string } | { kind: 'later' } | { kind: 'changed'; unsent: Unsent };

const keptPictures = 'kept-pictures';

interface Said {
  id?: string;
  otherSender?: boolean;
  form?: { errors: Record<string, string[]> };
}

/** What the portal's answer means for what waits; `said` is null where the answer was not its own. */
export function outcomeOf(
  unsent: Unsent,
  answer: { status: number; isLedAway: boolean; said: Said | null },
): Outcome {
  const { status, isLedAway, said } = answer;
  const changed = (change: Partial<Unsent>): Outcome => ({
    kind: 'changed',
    unsent: { ...unsent, ...change },
  });
  if (isLedAway || status === 401) return changed({ state: 'signed-out' });
  if (status === 200 && said?.id) return { kind: 'sent', id: said.id };
  if (said?.otherSender === true) return changed({ state: 'other-sender' });
  if (status >= 500 || status === 429 || !said?.form) return { kind: 'later' };
  const { errors } = said.form;
  const kept = unsent.fields.filter(([name]) => name === keptPictures);
  // Pictures that nobody took lie in the portal for a while alone: the words do not wait for them.
  if (errors.pictures && kept.length > 0)
    return changed({
      fields: unsent.fields.filter(([name]) => name !== keptPictures),
      missing: unsent.missing + kept.length,
      state: 'waiting',
    });
  return changed({ state: 'refused', words: Object.values(errors).flat().join(' ') });
}
