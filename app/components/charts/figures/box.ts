/** Where a picture lies in a larger one. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}
