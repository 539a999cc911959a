import { Dialog } from 'radix-ui';
import type { ReactNode } from 'react';
import { common } from '~/i18n/common';
import { useText } from '~/i18n/use-text';
import { Icon } from './icon';

export interface DialogWindowProps {
  title: string;
  description?: ReactNode;
  onClose: () => void;
  children: ReactNode;
}

/** An open dialog. Loaded when the first one is opened, so that pages stay light. */
export function DialogWindow({ title, description, onClose, children }: DialogWindowProps) {
  const t = useText(common);
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="dialog-overlay" />
        <Dialog.Content className="dialog" {...(description ? {} : { 'aria-describedby': undefined })}>
          <div className="dialog-head">
            <Dialog.Title className="dialog-title">{title}</Dialog.Title>
            <Dialog.Close className="button button-quiet button-icon" aria-label={t('form.close')}>
              <Icon name="close" />
            </Dialog.Close>
          </div>
          {description && (
            <Dialog.Description asChild>
              <div className="dialog-text">{description}</div>
            </Dialog.Description>
          )}
          {children}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
