import { isOneOf } from './known-words';

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
  /** Other states in which a thing may begin. */
  alsoBegins?: readonly State[];
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
      (transition) => transition.event === event && isOneOf(transition.from, state),
    ) ?? null
  );
}

/** The events that the table allows from `state`, in table order. */
export function eventsFrom<State extends string, Event extends string>(
  lifecycle: Lifecycle<State, Event>,
  state: string,
): Event[] {
  return lifecycle.transitions
    .filter((transition) => isOneOf(transition.from, state))
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

/**
 * The step that an event takes, from whichever of its states: for changes that ask the state and write it in one
 * statement. Throws where the table has no such event, or one that leads to several states.
 */
export function stepOf<State extends string, Event extends string>(
  lifecycle: Lifecycle<State, Event>,
  event: NoInfer<Event>,
): { from: State[]; to: State } {
  const taken = lifecycle.transitions.filter((transition) => transition.event === event);
  const [first] = taken;
  if (!first || taken.some(({ to }) => to !== first.to)) throw new Error(`No one step is called ${event}`);
  return { from: taken.flatMap(({ from }) => [...from]), to: first.to };
}

/** Every state that a thing can come to by the table. */
export function reachableStates<State extends string, Event extends string>(
  lifecycle: Lifecycle<State, Event>,
): Set<State> {
  const reached = new Set<State>([lifecycle.initial, ...(lifecycle.alsoBegins ?? [])]);
  for (const state of reached)
    for (const { from, to } of lifecycle.transitions) if (from.includes(state)) reached.add(to);
  return reached;
}

/** States that no transition leaves. */
export function finalStates<State extends string, Event extends string>(
  lifecycle: Lifecycle<State, Event>,
): State[] {
  return lifecycle.states.filter((state) => eventsFrom(lifecycle, state).length === 0);
}
