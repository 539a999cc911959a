export { attachPictures, openPicture, picturesOf, storePicture } from './pictures.server';
