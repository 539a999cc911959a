import { sentEdge } from '~/lib/pictures/picture-fields';

const quality = 0.85;

/** Drawn anew and no larger than needed: nothing of where and when it was taken goes out. */
async function drawn(picture: ImageBitmap): Promise<Blob | null> {
  const scale = Math.min(1, sentEdge / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const pen = canvas.getContext('2d');
  if (!pen) return null;
  // What is transparent would turn black.
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
  // Phones hold on to the memory of a canvas for long.
  canvas.width = canvas.height = 0;
  return blob;
}

/** The picture upright and shrunk, as JPEG; null where this browser cannot read it, as most cannot read HEIC. */
export async function shrinkPicture(file: Blob): Promise<Blob | null> {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
    try {
      return await drawn(picture);
    } finally {
      picture.close();
    }
  } catch {
    return null;
  }
}
