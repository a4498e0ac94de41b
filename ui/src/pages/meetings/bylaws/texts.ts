import type { BylawsShown, BylawsText } from '../../../generated/api';

export type State = 'now' | 'coming' | 'past';

/** Texts come with the newest first: what stands above the one in force is still to come. */
export function stateOf({ in_force, texts }: BylawsShown, text: BylawsText): State {
  const places = [in_force, text.id].map((id) => texts.findIndex((one) => one.id === id));
  const [now = -1, place = -1] = places;
  return place === now ? 'now' : now < 0 || place < now ? 'coming' : 'past';
}

/** The text that was asked for; else the one in force, else the newest. */
export function chosen({ in_force, texts }: BylawsShown, asked: string | undefined): BylawsText | undefined {
  return texts.find((one) => one.id === asked) ?? texts.find((one) => one.id === in_force) ?? texts[0];
}
