import type { RouteArgs } from '../../actor.server';
import type { FieldValues } from '~/lib/form-state';
import { typedTexts } from '~/lib/texts/typed-texts';

const typed = new WeakMap<object, string[]>();

/** Notes what was typed into the form that this request posted: where its page is refused meanwhile, the refusal shows it. */
export function noteTyped(args: RouteArgs, values: FieldValues): void {
  typed.set(args.context, typedTexts(values));
}

/** What was typed into the form that this request has posted; empty where it posted none. */
export function typedInRequest(args: RouteArgs): string[] {
  const { context } = args;
  return typed.get(context) ?? typed.get(context.acted?.context ?? context) ?? [];
}
