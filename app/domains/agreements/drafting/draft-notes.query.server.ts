import type { ReadContext } from '../../context';
import { organisationsInService } from '../../organisations/index.server';
import { draftText } from './draft-text';
import { wholeDraft } from './propose-draft.server';
import { readsAsParty } from '../living/heirs.query.server';
import { difference } from '~/lib/texts/difference';
import type { FieldValues } from '~/lib/form-state';

interface Discussed {
  id: string;
  parties: readonly { organisationId: string }[];
}

const mostNotes = 500;
const mostProposals = 20;

const said = {
  ...{ id: true, clause: true, version: true, quoted: true, organisationId: true, text: true },
  ...{ proposed: true, state: true, answer: true, createdAt: true },
  assents: { select: { organisationId: true }, orderBy: { createdAt: 'asc' } },
} as const;

interface Proposed {
  state: string;
  organisationId: string;
  assents: { organisationId: string }[];
}

/** Who has accepted a proposal, and who is still asked. */
function answersTo({ state, organisationId, assents }: Proposed, inService: readonly string[]) {
  const accepted = assents.map((assent) => assent.organisationId);
  const asked = inService.filter((id) => id !== organisationId && !accepted.includes(id));
  return { accepted, waitsFor: state === 'open' ? asked : [] };
}

const partiesInService = (ctx: ReadContext, { parties }: Discussed) =>
  organisationsInService(
    ctx,
    parties.map(({ organisationId }) => organisationId),
  );

/** The notes of the parties on clauses, kept through freezing; for the parties alone. */
export async function clauseNotesOf(ctx: ReadContext, agreement: Discussed) {
  if (!(await readsAsParty(ctx, agreement))) return [];
  const notes = await ctx.database.read.clauseNote.findMany({
    where: { agreementId: agreement.id, clause: { not: wholeDraft } },
    select: said,
    orderBy: { createdAt: 'asc' },
    take: mostNotes,
  });
  const isOpen = notes.some(({ state }) => state === 'open');
  const inService = isOpen ? await partiesInService(ctx, agreement) : [];
  return notes.map(({ assents, ...note }) => ({ ...note, ...answersTo({ ...note, assents }, inService) }));
}

/**
 * The drafts that parties proposed in place of the one that stood, newest first, each with what it changes word by word;
 * for the parties alone.
 */
export async function proposedDrafts(
  ctx: ReadContext,
  agreement: Discussed & { version: number },
  names: Record<string, { name: string }>,
) {
  if (!(await readsAsParty(ctx, agreement))) return [];
  const notes = await ctx.database.read.clauseNote.findMany({
    where: { agreementId: agreement.id, clause: wholeDraft },
    select: { ...said, fields: true },
    orderBy: { createdAt: 'desc' },
    take: mostProposals,
  });
  if (notes.length === 0) return [];
  const versions = await ctx.database.read.agreementVersion.findMany({
    where: { agreementId: agreement.id, version: { in: notes.map(({ version }) => version) } },
    select: { version: true, fields: true },
  });
  const before = new Map(versions.map(({ version, fields }) => [version, fields]));
  const inService = await partiesInService(ctx, agreement);
  const called = Object.fromEntries(Object.entries(names).map(([id, { name }]) => [id, name]));
  return notes.map(({ id, organisationId, text, state, answer, createdAt, version, fields, assents }) => ({
    ...{ id, organisationId, text, state, answer, createdAt },
    ...answersTo({ state, organisationId, assents }, inService),
    isOutdated: state === 'open' && version !== agreement.version,
    difference: changesOf(before.get(version) ?? '{}', fields ?? '{}', called),
  }));
}

/** Attachments are not of the form: they stay. */
function changesOf(before: string, proposed: string, names: Record<string, string>) {
  const was = JSON.parse(before) as FieldValues;
  const is = { ...(JSON.parse(proposed) as FieldValues), files: was.files ?? [] };
  return difference(draftText(was, names), draftText(is, names));
}
