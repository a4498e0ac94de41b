import type { AttachmentShown } from '../../../generated/api';
import { isDrawn } from '../../../parts/attachments/picture';
import { photos as words } from '../../../strings/ja/photos';

/** Photographs, and a flyer in a PDF. */
export const isOfPhotos = ({ media_type, label }: Pick<AttachmentShown, 'media_type' | 'label'>): boolean => isDrawn(media_type) || (media_type === 'application/pdf' && label === words.flyer);

/** As what a file comes in. */
export const labelOf = (name: string): string => (name.toLowerCase().endsWith('.pdf') ? words.flyer : words.label);

/** Those on the report first, in their order; the others as they came. */
export const byPlace = (photos: readonly AttachmentShown[]): AttachmentShown[] =>
  photos.toSorted((a, b) => (a.printed ?? Number.MAX_SAFE_INTEGER) - (b.printed ?? Number.MAX_SAFE_INTEGER));

/** The same with one of them at another place. */
export function moved(ids: readonly string[], id: string, to: number): string[] {
  const others = ids.filter((one) => one !== id);
  return [...others.slice(0, to), id, ...others.slice(to)];
}

/** What is pressed beside a caption that is still being typed is done once the caption is saved; a refused one stays there to be mended. */
export async function afterCaption(isTyped: boolean, keep: () => Promise<boolean>, act: () => Promise<unknown>): Promise<void> {
  if (isTyped && !(await keep())) return;
  await act();
}
