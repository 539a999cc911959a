import type { ReadContext } from '../../context';
import { filesAttachedTo } from '../../files/index.server';
import { agreementFields } from './agreement-fields';
import type { EditedAgreement } from './agreement-fields';
import { attachmentKind } from './attachment-kind';
import type { FieldValues } from '~/lib/form-state';

/** All that a draft would be frozen with, its files included: what is read, kept as a version, and asked before freezing. */
export async function draftFields(
  ctx: ReadContext,
  agreement: EditedAgreement & { id: string },
): Promise<FieldValues> {
  const files = await filesAttachedTo(ctx, attachmentKind, agreement.id);
  return {
    ...agreementFields(agreement, ctx.configuration.timeZone),
    files: files.map(({ name, sha256 }) => `${name} ${sha256}`),
  };
}
