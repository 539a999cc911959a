export { attachPictures, attachmentsOf, openPicture, picturesOf, storePicture } from './pictures.server';
