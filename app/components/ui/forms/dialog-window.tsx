import { useLayoutEffect, useRef } from 'react';
import type { ReactNode, RefObject } from 'react';
import { createPortal } from 'react-dom';
import { common } from '~/i18n/common';
import { useText } from '~/i18n/use-text';
import { Icon } from '../icon';
import { useElementId } from '../use-element-id';

export interface DialogWindowProps {
  title: string;
  description?: ReactNode;
  onClose: () => void;
  children: ReactNode;
}

/** Whether the browser holds the rest of the page still behind a dialog. */
export const hasDialogs = (): boolean =>
  typeof HTMLDialogElement !== 'undefined' && 'showModal' in HTMLDialogElement.prototype;

/** Opens the dialog over the page; closed before it goes, it gives the focus back to what had it. */
function useModal(dialog: RefObject<HTMLDialogElement>) {
  useLayoutEffect(() => {
    const element = dialog.current;
    if (!element) return;
    element.showModal();
    return () => element.close();
  }, [dialog]);
}

/** Escape, and a press beside the window, close it: from the moment it is seen, not from the next frame on. */
function useClosing(dialog: RefObject<HTMLDialogElement>, onClose: () => void) {
  useLayoutEffect(() => {
    const element = dialog.current;
    if (!element) return;
    const closing = new AbortController();
    const { signal } = closing;
    element.addEventListener(
      'cancel',
      (event) => {
        // A file input inside tells that its own window was left.
        if (event.target !== element) return;
        event.preventDefault();
        onClose();
      },
      { signal },
    );
    element.addEventListener('pointerdown', (event) => event.target === element && onClose(), { signal });
    return () => closing.abort();
  }, [dialog, onClose]);
}

/** An open dialog over the page. At the end of the body: inside a part that is folded up it would not be seen. */
export function DialogWindow({ title, description, onClose, children }: DialogWindowProps) {
  const t = useText(common);
  const id = useElementId();
  const dialog = useRef<HTMLDialogElement>(null);
  useModal(dialog);
  useClosing(dialog, onClose);
  return createPortal(
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={`${id}title`}
      aria-describedby={description ? `${id}text` : undefined}
    >
      <div className="dialog-body">
        <div className="dialog-head">
          <h2 className="dialog-title" id={`${id}title`}>
            {title}
          </h2>
          <button
            type="button"
            className="button button-quiet button-icon"
            aria-label={t('form.close')}
            onClick={onClose}
          >
            <Icon name="close" />
          </button>
        </div>
        {description && (
          <div className="dialog-text" id={`${id}text`}>
            {description}
          </div>
        )}
        {children}
      </div>
    </dialog>,
    document.body,
  );
}
