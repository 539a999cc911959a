import type { filesReasons as chinese } from '../zh-CN/files-reasons';

export const filesReasons: Record<keyof typeof chinese, string> = {
  'files.empty': 'The file “{name}” is empty: please choose it again, or leave it out.',
  'files.not-a-document':
    'Please choose a picture (at most 8 MB) or a PDF, Word, Excel, PowerPoint or OpenDocument file of at most {maximum} MB, without macros.',
  'files.not-a-picture':
    'Please choose a picture of at most 8 MB (JPEG, PNG, HEIC, WebP, GIF or AVIF). If one from your phone is not taken, send a screenshot of it.',
  'files.not-the-next-part': 'This part has come already.',
  'files.picture-gone':
    'A picture is no longer there: they are kept for a day until the form is sent. Please remove it and choose it again.',
  'files.too-large': 'A file is too large: at most {maximum} MB each.',
  'files.too-many': 'Too many files: at most {maximum} at a time.',
  'files.too-many-pixels':
    'This picture has too many pixels. Please crop it on your phone, or send a screenshot of it.',
  'files.too-many-waiting':
    'You have sent many pictures without a form: please send the form first, or come back tomorrow.',
};
