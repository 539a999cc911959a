import type { PutBy, UnsentEvent } from '../../layout/keep-unsent-forms';
import { unsentTag } from '~/service-worker/told';
import { isWhole } from '~/service-worker/unsent/unsent';
import type { Unsent } from '~/service-worker/unsent/unsent';
import { allUnsent, keepUnsent, mostUnsent } from '~/service-worker/unsent/unsent-store';
import { paths } from '~/paths';

// The word alone: pages do not load the rest of that module a second time, nor apart.
const unsentEvent: UnsentEvent = 'unsent';

type Writer = Pick<Unsent, 'personId' | 'sender'>;
interface Pictures {
  pictures: readonly Blob[];
  missing: number;
}

const textsIn = (form: FormData): Unsent['fields'] =>
  [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []));
const filesIn = (form: FormData): Blob[] =>
  [...form.values()].filter((value): value is File => typeof value !== 'string' && value.size > 0);

/** Wakes the worker when there is a network, also once this page is closed, where the browser knows how. */
async function askToBeWoken(): Promise<void> {
  const registration = (await navigator.serviceWorker.ready) as ServiceWorkerRegistration & {
    sync?: { register(tag: string): Promise<void> };
  };
  await registration.sync?.register(unsentTag);
}

/** Puts the form by; false where it has to stay where it is. */
async function putBy(form: FormData, by: Writer, { pictures, missing }: Pictures): Promise<boolean> {
  const fields = textsIn(form);
  if (!isWhole(fields) || (await allUnsent()).length >= mostUnsent) return false;
  const unsent: Unsent = {
    ...{ ...by, key: crypto.randomUUID(), fields, pictures, missing, words: '', state: 'waiting' },
    keptAt: new Date().toISOString(),
  };
  try {
    await keepUnsent(unsent);
  } catch {
    // Some browsers keep no files, or have no room for them: the words are what matters.
    await keepUnsent({ ...unsent, pictures: [], missing: missing + pictures.length });
  }
  askToBeWoken().catch(() => {});
  return true;
}

const jpegQuality = 0.85;

/** The picture of a preview, as it was shrunk for sending; null where none can be had. */
async function pictureOf(preview: HTMLImageElement | null): Promise<Blob | null> {
  if (!preview || preview.naturalWidth === 0) return null;
  const canvas = document.createElement('canvas');
  canvas.width = preview.naturalWidth;
  canvas.height = preview.naturalHeight;
  canvas.getContext('2d')?.drawImage(preview, 0, 0);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', jpegQuality));
}

/** Pictures of a form that are still on their way: neither sent nor refused. */
const underWay = (form: HTMLFormElement) =>
  [...form.querySelectorAll('.upload-pictures > li')].filter(
    (item) => !item.querySelector('input[type=hidden], .field-error'),
  );

async function picturesUnderWay(form: HTMLFormElement): Promise<Pictures> {
  const found = await Promise.all(underWay(form).map((item) => pictureOf(item.querySelector('img'))));
  const pictures = found.filter((picture) => picture !== null);
  return { pictures, missing: found.length - pictures.length };
}

const isForm = (target: EventTarget | null): target is HTMLFormElement =>
  target instanceof HTMLFormElement &&
  target.method === 'post' &&
  new URL(target.action).pathname === paths.newFeedback;

/**
 * Takes what the form of the page could not hand over, for the person. One whose pictures are on their way is held back
 * until they have come: without a network, they are put by with it.
 */
export function takeUnsent(by: Writer, onTaken: () => void): () => void {
  const told = (isTaken: boolean) => {
    if (isTaken) onTaken();
    return isTaken;
  };
  const take = (event: Event) => {
    const detail = (event as CustomEvent<PutBy>).detail;
    if (!(detail.body instanceof FormData)) return;
    const pictures = filesIn(detail.body);
    detail.putBy = putBy(detail.body, by, { pictures, missing: 0 }).then(told, () => false);
  };
  const hold = (event: SubmitEvent) => {
    const form = event.target;
    if (navigator.onLine || !isForm(form) || underWay(form).length === 0) return;
    if (!isWhole(textsIn(new FormData(form)))) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const texts = new FormData(form);
    picturesUnderWay(form)
      .then((pictures) => putBy(texts, by, pictures))
      .then((isTaken) => told(isTaken) && form.reset())
      .catch(() => {});
  };
  window.addEventListener(unsentEvent, take);
  // Before the field of the pictures, which would hold it back.
  window.addEventListener('submit', hold, true);
  return () => {
    window.removeEventListener(unsentEvent, take);
    window.removeEventListener('submit', hold, true);
  };
}
