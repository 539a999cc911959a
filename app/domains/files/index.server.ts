export { attachmentCount, detachAll, detachFile } from './detach.server';
export type { NamedFile } from './documents.server';
export { documentsOf, filesAttachedTo, filesAttachedToMany, storeFile } from './documents.server';
export {
  attachPictures,
  copyAttachments,
  attachmentsOf,
  openPicture,
  picturesOf,
  picturesOfMany,
  storePicture,
} from './pictures.server';
