export { attachmentCount, detachAll, detachFile } from './detach.server';
export { documentsOf, filesAttachedTo, storeFile } from './documents.server';
export {
  attachPictures,
  attachmentsOf,
  openPicture,
  picturesOf,
  picturesOfMany,
  storePicture,
} from './pictures.server';
