/**
 * What the worker uses of its surroundings: TypeScript's own words for them cannot stand beside those for pages in one
 * project.
 */
export interface LastingEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

export interface AskingEvent extends LastingEvent {
  readonly request: Request;
  /** What the browser asked for while the worker woke up. */
  readonly preloadResponse: Promise<Response | undefined>;
  respondWith(answer: Promise<Response>): void;
}

export interface ToldEvent extends LastingEvent {
  readonly data: unknown;
  readonly ports: readonly MessagePort[];
}

/** Of Background Sync, where a browser has it: there is a network again. */
export interface SyncEvent extends LastingEvent {
  readonly tag: string;
}

interface Events {
  sync: SyncEvent;
  install: LastingEvent;
  activate: LastingEvent;
  fetch: AskingEvent;
  message: ToldEvent;
}

interface WorkerScope {
  addEventListener<Name extends keyof Events>(name: Name, listen: (event: Events[Name]) => void): void;
  skipWaiting(): Promise<void>;
  readonly location: Location;
  readonly navigator: Pick<Navigator, 'language'>;
  readonly clients: { claim(): Promise<void> };
  readonly registration: {
    readonly waiting: { postMessage(message: unknown): void } | null;
    readonly navigationPreload?: { enable(): Promise<void> };
  };
}

export const scope = globalThis as unknown as WorkerScope;
