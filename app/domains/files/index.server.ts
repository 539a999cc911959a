export { documentsOf, storeFile } from './documents.server';
export { attachPictures, attachmentsOf, openPicture, picturesOf, storePicture } from './pictures.server';
export { removeUnattached } from './remove-unattached.server';
