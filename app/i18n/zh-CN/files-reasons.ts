/** Why a picture or a document is not taken. */
export const filesReasons = {
  'files.empty': '文件“{name}”是空的，请重新选择，或者不传这个文件。',
  'files.not-a-document':
    '请上传图片（8 MB 以内），或 {maximum} MB 以内的 PDF、Word、Excel、PowerPoint、OpenDocument 文件；不收带宏的文件。',
  'files.not-a-picture':
    '请上传 8 MB 以内的图片（JPEG、PNG、HEIC、WebP、GIF 或 AVIF）。如果是手机里的照片打不开，可以先截一张屏再传。',
  'files.not-the-next-part': '这部分已经传过了。',
  'files.picture-gone': '有照片已经不在了（传好后一天内没有提交）：请移除后重新选择。',
  'files.too-large': '文件过大：单个不超过 {maximum} MB。',
  'files.too-many': '文件太多：一次最多 {maximum} 个。',
  'files.too-many-pixels': '这张照片的像素太多，无法处理。请在手机上把它裁小或截一张屏，再传。',
  'files.too-many-waiting': '您传了很多照片还没有提交：请先提交，或明天再传。',
};
