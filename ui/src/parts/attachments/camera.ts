// The camera of the computer. Where the page may not use one, there is none.

/** Paper held before a tablet: the camera at its back, as fine as it can. */
const WANTED: MediaStreamConstraints = { video: { facingMode: { ideal: 'environment' }, width: { ideal: 4096 }, height: { ideal: 3072 } } };
/** How well letters are kept. */
const QUALITY = 0.9;

const devices = (): MediaDevices | undefined => (navigator as { mediaDevices?: MediaDevices }).mediaDevices;

/** How many there are. */
export async function cameras(): Promise<number> {
  const all = (await devices()?.enumerateDevices().catch(() => [])) ?? [];
  return all.filter((one) => one.kind === 'videoinput').length;
}

/** What the camera sees; refused where the reader does not allow it. */
export async function open(): Promise<MediaStream> {
  const stream = await devices()?.getUserMedia(WANTED);
  if (stream === undefined) throw new Error('no camera');
  return stream;
}

/** The picture that is seen now, as a JPEG. */
export function frameOf(video: HTMLVideoElement): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [video.videoWidth, video.videoHeight];
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
}
