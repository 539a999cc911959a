import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { RefObject } from 'react';
import { DescriptionInput } from '../picture-words';
import { shrinkPicture } from './shrink-picture';
import { isUnderWay, uploadQueue } from './upload-queue';
import type { Upload, UploadQueue, UploadStep } from './upload-queue';
import { pausing, wireTo } from './wire';
import { Icon } from '~/components/ui';
import { pictureField } from '~/i18n/picture-field';
import { useText } from '~/i18n/use-text';
import { keptField, largestSent } from '~/lib/pictures/picture-fields';
import { paths } from '~/paths';

/** The queue of a field, in the browser, with the pictures that came back with the form. */
export function queueOfField(kept: readonly string[]): UploadQueue {
  return uploadQueue(
    {
      shrink: shrinkPicture,
      wire: wireTo,
      pause: pausing,
      preview: { make: (picture) => URL.createObjectURL(picture), drop: (url) => URL.revokeObjectURL(url) },
      largest: largestSent,
    },
    kept.map((fileId) => ({ fileId, preview: paths.file(fileId, 320) })),
  );
}

export interface PictureUploadsProps {
  name: string;
  maximum: number;
  queue: UploadQueue;
}

/** The chosen pictures, each with how far it has come; the form waits until all are there. */
export function PictureUploads({ name, maximum, queue }: PictureUploadsProps) {
  const t = useText(pictureField);
  const uploads = useSyncExternalStore(queue.listen, queue.items, queue.items);
  const place = useRef<HTMLDivElement>(null);
  const isWaited = useSubmittingAfter(place, uploads.some(isUnderWay), queue);
  const done = uploads.filter(({ step }) => step.kind === 'done').length;
  return (
    <div ref={place}>
      <p role="status" className="field-hint">
        {uploads.length > 0 && t('done', { done, count: uploads.length })}
        {isWaited && ` ${t('sent-after')}`}
        {uploads.length >= maximum && ` ${t('full', { count: maximum })}`}
      </p>
      <ul className="upload-pictures" aria-label={t('chosen')}>
        {uploads.map((upload, index) => (
          <li key={upload.key}>
            <OneUpload {...{ name, upload }} number={index + 1} remove={() => queue.remove(upload.key)} />
          </li>
        ))}
      </ul>
    </div>
  );
}

interface OneUploadProps {
  name: string;
  upload: Upload;
  number: number;
  remove: () => void;
}

function OneUpload({ name, upload, number, remove }: OneUploadProps) {
  const t = useText(pictureField);
  const { preview, step } = upload;
  const called = upload.name || t('number', { number });
  return (
    <>
      {preview ? (
        <img src={preview} alt={called} />
      ) : (
        <span className="upload-unseen">
          <Icon name="picture" /> {called}
        </span>
      )}
      <Step {...{ step, called }} />
      {step.kind === 'done' && (
        <>
          <input type="hidden" name={keptField(name)} value={step.fileId} />
          <DescriptionInput of={step.fileId} />
        </>
      )}
      <button type="button" className="button button-quiet button-small" onClick={remove}>
        {t(isUnderWay(upload) ? 'cancel' : 'remove')}
        <span className="sr-only"> {called}</span>
      </button>
    </>
  );
}

function Step({ step, called }: { step: UploadStep; called: string }) {
  const t = useText(pictureField);
  if (step.kind === 'done') return null;
  if (step.kind === 'preparing') return <span className="field-hint">{t('preparing')}</span>;
  if (step.kind === 'refused')
    return (
      <span className="field-error" data-too-big tabIndex={-1} role="alert">
        {'words' in step.why ? step.why.words : t(`refused.${step.why.key}`)}
      </span>
    );
  const percent = Math.round(step.part * 100);
  return (
    <>
      <progress value={percent} max={100} aria-label={t('progress', { name: called })} />
      <span className="field-hint">{t(step.waiting ? 'waiting' : 'sending', { percent })}</span>
    </>
  );
}

/** A form that is sent while pictures are under way is held, and sent once they are there. Emptied with its form. */
function useSubmittingAfter(
  place: RefObject<HTMLElement | null>,
  busy: boolean,
  queue: UploadQueue,
): boolean {
  const held = useRef<{ button: HTMLElement | null }>(undefined);
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    const form = place.current?.closest('form');
    const hold = (event: SubmitEvent) => {
      if (event.target !== form) return;
      setHeld(busy);
      if (!busy) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      held.current = { button: event.submitter };
    };
    // Before the form's own handler, which would send it.
    document.addEventListener('submit', hold, true);
    form?.addEventListener('reset', queue.clear);
    return () => {
      document.removeEventListener('submit', hold, true);
      form?.removeEventListener('reset', queue.clear);
    };
  }, [place, busy, queue]);
  useEffect(() => {
    if (busy || !held.current) return;
    const { button } = held.current;
    held.current = undefined;
    place.current?.closest('form')?.requestSubmit(button);
  }, [place, busy]);
  return isHeld && busy;
}
