import { call } from '../../backend';
import type { AttachmentShown } from '../../generated/api';
import { addressOf } from '../../lib/blob';

/** True for what the page draws. */
export const isDrawn = (mediaType: string) => ['image/jpeg', 'image/png', 'image/heic'].includes(mediaType);

/** Shows a picture upright by an address within the page, as long as somebody looks; returns how to give it back. */
export function pictureOf({ id, media_type }: AttachmentShown, show: (address: string | null) => void): () => void {
  let address: string | null = null;
  let isOver = false;
  async function fetchIt(): Promise<void> {
    const { base64, media_type: type } = await call('attachments.content', { id });
    if (isOver) return;
    address = addressOf(base64, type);
    show(address);
  }
  // What cannot be drawn is shown by its mark; «見る» then says why.
  if (isDrawn(media_type)) void fetchIt().catch(() => show(null));
  return () => {
    isOver = true;
    if (address !== null) URL.revokeObjectURL(address);
    show(null);
  };
}
