/** For `PicturesAlong` alone: what is asked for later lies in a piece of its own. */
export { PictureField } from '../picture-field';
