export { detachAll } from './detach.server';
export { documentsOf, storeFile } from './documents.server';
export {
  attachPictures,
  attachmentsOf,
  openPicture,
  picturesOf,
  picturesOfMany,
  storePicture,
} from './pictures.server';
