import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import type { PersonContext } from './actor.server';
import { flash, readForm, runAction, runForm } from './forms.server';
import { readNamedUploads } from './uploads.server';
import { assentToStep, takeAssentBack } from '~/domains/agreements/assent-to-step.server';
import {
  attachFiles,
  largestAttachment,
  mostAttachments,
  removeFile,
} from '~/domains/agreements/attach-files.server';
import { answerClauseNote, noteClause } from '~/domains/agreements/clause-notes.server';
import { freezeAgreement } from '~/domains/agreements/freeze-agreement.server';
import { giveNotice } from '~/domains/agreements/give-notice.server';
import {
  acceptObligation,
  noteBreach,
  refuseObligation,
  releaseAmount,
  reportObligation,
} from '~/domains/agreements/obligations.server';
import { noteReading } from '~/domains/agreements/record-act.server';
import { remakeDocument } from '~/domains/agreements/remake-document.server';
import * as schemas from '~/domains/agreements/schema';
import { requestSigningCode, signAgreement } from '~/domains/agreements/sign-agreement.server';
import { takeUpAgreement } from '~/domains/agreements/take-up-agreement.server';
import {
  declineAgreement,
  thawAgreement,
  withdrawAgreement,
} from '~/domains/agreements/undo-freezing.server';
import { agreements } from '~/i18n/agreements';
import { textIn } from '~/i18n/catalogue';
import { paths } from '~/paths';

interface Asked {
  ctx: PersonContext;
  id: string;
  intent: string;
}

type Answer = Promise<unknown>;

/** By intent, what the forms of an agreement's page do; null for an intent that is not of these. */
export async function agreementAction(args: ActionFunctionArgs, { ctx, id, intent }: Asked) {
  const t = textIn(ctx.locale, agreements);
  const to = async (path: string, message: Parameters<typeof t>[0]) =>
    redirect(path, { headers: { 'Set-Cookie': await flash(args, t(message)) } });
  const back = (message: Parameters<typeof t>[0]) => () => to(paths.agreement(id), message);
  const run = <Schema extends z.ZodType>(
    schema: Schema,
    act: (input: z.output<Schema>) => Answer,
    message: Parameters<typeof t>[0],
  ) => runForm(args, schema, (input) => act(input).then(back(message)));
  const device = args.request.headers.get('User-Agent') ?? '';
  const nothing = z.object({});
  switch (intent) {
    case 'freeze':
      return run(schemas.freezeSchema, ({ revision }) => freezeAgreement(ctx, id, revision), 'flash-frozen');
    case 'read':
      return run(nothing, () => noteReading(ctx, id, { act: 'read', device }), 'flash-read');
    case 'code':
      return runForm(args, nothing, async () => {
        args.context.attempts.mail(ctx.actor.personId);
        await requestSigningCode(ctx, id);
        return to(`${paths.agreement(id)}#sign`, 'flash-code');
      });
    case 'sign':
      return runForm(args, schemas.signSchema, ({ password, code, contentHash, name }) => {
        const proof = { kind: 'password-and-code' as const, password, code };
        const sign = () => signAgreement(ctx, id, { contentHash, name, device, proof });
        return args.context.attempts.guess(ctx.actor.personId, sign).then(back('flash-signed'));
      });
    case 'decline':
      return run(schemas.reasonSchema, ({ reason }) => declineAgreement(ctx, id, reason), 'flash-declined');
    case 'thaw':
      return run(nothing, () => thawAgreement(ctx, id), 'flash-thawed');
    case 'withdraw':
      return run(schemas.reasonSchema, ({ reason }) => withdrawAgreement(ctx, id, reason), 'flash-withdrawn');
    case 'assent':
      return run(schemas.assentSchema, (input) => assentToStep(ctx, id, input), 'flash-assented');
    case 'assent-back':
      return run(schemas.takeBackSchema, ({ what }) => takeAssentBack(ctx, id, what), 'flash-assent-back');
    case 'notice':
      return run(schemas.noticeSchema, (input) => giveNotice(ctx, id, input), 'flash-notice');
    case 'continue':
      return runForm(args, schemas.continueSchema, ({ as }) =>
        takeUpAgreement(ctx, id, as).then((made) => to(paths.agreement(made), 'flash-continued')),
      );
    case 'note':
      return run(schemas.noteSchema, (input) => noteClause(ctx, id, input), 'flash-noted');
    case 'answer-note':
      return run(
        schemas.answerNoteSchema,
        (input) => answerClauseNote(ctx, id, input),
        'flash-note-answered',
      );
    case 'document':
      return run(nothing, () => remakeDocument(ctx, id), 'flash-document');
    case 'files': {
      const form = await readForm(args.request);
      return runAction(args, async () => {
        const limits = { mostFiles: mostAttachments, mostBytes: largestAttachment };
        await attachFiles(ctx, id, await readNamedUploads(form, 'files', limits));
        return to(paths.agreement(id), 'flash-files');
      });
    }
    case 'remove-file':
      return run(
        z.object({ fileId: z.string().max(26) }),
        ({ fileId }) => removeFile(ctx, id, fileId),
        'flash-files',
      );
    case 'meet':
      return run(
        schemas.reportSchema,
        ({ obligationId, report }) => reportObligation(ctx, obligationId, report),
        'flash-met',
      );
    case 'accept':
      return run(
        schemas.obligationSchema,
        ({ obligationId }) => acceptObligation(ctx, obligationId),
        'flash-accepted',
      );
    case 'refuse':
      return run(
        schemas.refuseSchema,
        ({ obligationId, reason }) => refuseObligation(ctx, obligationId, reason),
        'flash-refused',
      );
    case 'breach':
      return run(
        schemas.breachSchema,
        ({ obligationId, ...input }) => noteBreach(ctx, obligationId, input),
        'flash-breach',
      );
    case 'release':
      return run(
        schemas.obligationSchema,
        ({ obligationId }) => releaseAmount(ctx, obligationId),
        'flash-released',
      );
    default:
      return null;
  }
}
