/**
 * A state machine as a table. Services and pages ask it; docs and tests print it.
 * Who may take a step is named here and decided in the subject's policy.
 */
export interface Transition<State extends string, Event extends string> {
  from: readonly State[];
  event: Event;
  to: State;
  /** The parties who may take the step, as named in the subject's policy. */
  by: readonly string[];
  /** What must be given with the step, for example `reason` or `answer`. */
  requires?: readonly string[];
}

export interface Lifecycle<State extends string, Event extends string> {
  initial: State;
  states: readonly State[];
  transitions: readonly Transition<State, Event>[];
}

export function defineLifecycle<const State extends string, const Event extends string>(
  lifecycle: Lifecycle<State, Event>,
): Lifecycle<State, Event> {
  return lifecycle;
}

/** The transition that `event` takes from `state`, or null where the table has none. */
export function transitionFrom<State extends string, Event extends string>(
  lifecycle: Lifecycle<State, Event>,
  state: string,
  event: Event,
): Transition<State, Event> | null {
  return (
    lifecycle.transitions.find(
      (transition) => transition.event === event && (transition.from as readonly string[]).includes(state),
    ) ?? null
  );
}

/** The events that the table allows from `state`, in table order. */
export function eventsFrom<State extends string, Event extends string>(
  lifecycle: Lifecycle<State, Event>,
  state: string,
): Event[] {
  return lifecycle.transitions
    .filter((transition) => (transition.from as readonly string[]).includes(state))
    .map((transition) => transition.event);
}

/** The states from which the event may be taken. */
export function statesBefore<State extends string, Event extends string>(
  lifecycle: Lifecycle<State, Event>,
  event: Event,
): State[] {
  return lifecycle.transitions
    .filter((transition) => transition.event === event)
    .flatMap((transition) => [...transition.from]);
}

/** States that no transition leaves. */
export function finalStates<State extends string, Event extends string>(
  lifecycle: Lifecycle<State, Event>,
): State[] {
  return lifecycle.states.filter((state) => eventsFrom(lifecycle, state).length === 0);
}
