import { Form as RemixForm, useFormAction, useNavigation } from '@remix-run/react';
import type { FormProps as RemixFormProps, Navigation } from '@remix-run/react';
import { useEffect, useMemo, useRef } from 'react';
import type { FormEvent, ReactNode } from 'react';
import type { FormState } from '~/lib/form-state';
import { classNames } from '../class-names';
import { FormContext } from './form-context';
import { FormErrorSummary } from './form-error-summary';
import { fieldLabels } from './field-labels';
import { ownState, sentWith } from './sent-with';
import { useElementId } from '../use-element-id';

export interface FormProps extends Omit<RemixFormProps, 'method' | 'encType' | 'children' | 'hidden'> {
  /** `actionData?.form`: what was typed and what is wrong with it. Taken only where `hidden` and `intent` agree. */
  state?: FormState;
  /** What the fields hold before anyone typed, by name. */
  initial?: FormState['values'];
  /** Sent as `intent`: tells apart several forms of one page. */
  intent?: string;
  /** Sent with the form, unseen. */
  hidden?: Record<string, string>;
  /** Of a text that others may save meanwhile: its `revisionOf` as the page shows it. Told apart from `hidden`, it may change under what was typed. */
  revision?: string | undefined;
  /** The form carries files. */
  files?: boolean;
  /** What fields are called that stand inside other components, by name, for the list of faults. */
  labels?: Record<string, string>;
  /** Called in the browser when the posting is over, with whether all was well. */
  onSettled?: (succeeded: boolean) => void;
  children: ReactNode;
}

function isUnderWay(navigation: Navigation, action: string, hidden: Record<string, string>): boolean {
  const { formData, formAction, formMethod } = navigation;
  if (!formData || formMethod?.toUpperCase() !== 'POST' || formAction !== action) return false;
  return Object.entries(hidden).every(([name, value]) => formData.get(name) === value);
}

function useFormId(given: string | undefined): string {
  const generated = useElementId();
  return given ?? `form${generated}`;
}

/** A posting form. Works as plain HTML; with scripts it shows that it is under way and empties itself afterwards. */
export function Form({
  state,
  initial,
  intent,
  hidden,
  revision,
  files,
  labels,
  onSettled,
  children,
  className,
  ...rest
}: FormProps) {
  const formId = useFormId(rest.id);
  const navigation = useNavigation();
  const action = useFormAction(rest.action);
  const sent = sentWith({ intent, hidden });
  const own = ownState(state, { intent, hidden });
  const pending = isUnderWay(navigation, action, sent);
  const element = useSettling(pending, own, onSettled);
  const context = useMemo(
    () => ({ formId, state: own, initial: initial ?? {}, pending }),
    [formId, own, initial, pending],
  );
  const refuseInVain = (event: FormEvent<HTMLFormElement>) => {
    if (pending || isTooBig(event.currentTarget)) event.preventDefault();
    else rest.onSubmit?.(event);
  };
  return (
    <FormContext.Provider value={context}>
      <RemixForm
        {...rest}
        ref={element}
        id={formId}
        method="post"
        encType={files ? 'multipart/form-data' : undefined}
        noValidate
        onSubmit={refuseInVain}
        className={classNames('form', className)}
      >
        <Unseen sent={sent} revision={revision && (own?.saved?.revision ?? revision)} />
        {own && <FormErrorSummary labels={{ ...labels, ...fieldLabels(children) }} />}
        {children}
      </RemixForm>
    </FormContext.Provider>
  );
}

/** A file that would be refused is not sent: whoever chose it is led back to where it is named. */
function isTooBig(form: HTMLFormElement): boolean {
  const field = form.querySelector<HTMLElement>('[data-too-big]');
  field?.focus();
  return field !== null;
}

/** What is sent with the form without standing in it. */
function Unseen({ sent, revision }: { sent: Record<string, string>; revision: string | undefined }) {
  return (
    <>
      {Object.entries(sent).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {revision !== undefined && <input type="hidden" name="revision" value={revision} />}
    </>
  );
}

/** Empties the form after a posting that went well, and tells the page. */
function useSettling(pending: boolean, state: FormState | undefined, onSettled: FormProps['onSettled']) {
  const element = useRef<HTMLFormElement>(null);
  const wasPending = useRef(false);
  useEffect(() => {
    if (wasPending.current && !pending) {
      // What came back without a fault was sent to look something up: it was not taken either.
      const succeeded = state === undefined;
      if (succeeded) element.current?.reset();
      onSettled?.(succeeded);
    }
    wasPending.current = pending;
  }, [pending, state, onSettled]);
  return element;
}
