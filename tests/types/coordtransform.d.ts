declare module 'coordtransform' {
  type Convert = (longitude: number, latitude: number) => [longitude: number, latitude: number];
  const coordtransform: { wgs84togcj02: Convert; gcj02tobd09: Convert };
  export default coordtransform;
}
