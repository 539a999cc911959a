import type { TransactionContext, ReadContext } from '../../context';
import { DomainError } from '../../domain-error';
import { isPublicProposal } from '../../proposals/index.server';
import { ensureArea } from '../../territory/index.server';
import { questionsOf } from '../rules/activity-texts';
import type { OpportunityInput } from '../schema';
import type { FieldValues } from '~/lib/form-state';
import { renderMarkdown } from '~/platform/markdown/render-markdown.server';

/** Throws `invalid` at the field that names an area or a proposal that there is not. */
export async function ensureWhere(
  ctx: TransactionContext,
  input: { areaId: string; proposalId: string | null },
): Promise<void> {
  await ensureArea(ctx, input.areaId);
  if (input.proposalId && !(await isPublicProposal(ctx, input.proposalId)))
    throw new DomainError('invalid', { field: 'proposalId', reason: 'unknown-proposal' });
}

/** What a form says of an activity, as columns; the contact is sealed. */
export function columnsOf(ctx: ReadContext, input: OpportunityInput) {
  const { title, body, areaId, risks, requirements, minimumAge, contact = '' } = input;
  return {
    ...{ title, body, areaId, risks, requirements, minimumAge },
    proposalId: input.proposalId === '' ? null : input.proposalId,
    place: input.place === '' ? null : input.place,
    bodyHtml: renderMarkdown(body),
    dangerous: input.dangerous ?? false,
    insurance: input.insurance ?? '',
    skills: (input.skills ?? []).join(','),
    sealedContact: contact === '' ? null : ctx.keys.seal(contact),
    questions: JSON.stringify(input.questions ?? []),
    signUpHours: input.signUpHours ?? 3,
    signOffHours: input.signOffHours ?? 3,
    largestGroup: input.largestGroup ?? 1,
  };
}

type Kept = {
  [Name in Exclude<keyof ReturnType<typeof columnsOf>, 'bodyHtml'>]: ReturnType<typeof columnsOf>[Name];
};

export const contactOf = (ctx: ReadContext, { sealedContact }: Pick<Kept, 'sealedContact'>): string =>
  sealedContact ? ctx.keys.open(sealedContact) : '';

/** The same as fields of the form. */
export function fieldsOf(ctx: ReadContext, kept: Kept & { contactId: string }): FieldValues {
  return {
    ...{ title: kept.title, body: kept.body, areaId: kept.areaId, risks: kept.risks },
    ...{ requirements: kept.requirements, minimumAge: String(kept.minimumAge) },
    ...{ proposalId: kept.proposalId ?? '', place: kept.place ?? '' },
    ...(kept.dangerous ? { dangerous: 'on' } : {}),
    insurance: kept.insurance,
    skills: kept.skills === '' ? [] : kept.skills.split(','),
    contactId: kept.contactId,
    contact: contactOf(ctx, kept),
    questions: questionsOf(kept.questions).join('\n'),
    signUpHours: String(kept.signUpHours),
    signOffHours: String(kept.signOffHours),
    largestGroup: String(kept.largestGroup),
  };
}
