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
  withPictures,
} from './pictures.server';
export { describePictures, ensureOwnPictures } from './own-pictures.server';
export type { UploadPart } from './uploads.server';
export { addPart, beginUpload, dropUpload, stateOfUpload } from './uploads.server';
