// Letters whose variant form only the rare font has: a browser that meets them in a text draws the first font's plain form.

export interface Piece {
  text: string;
  isRare: boolean;
}

/** A text in pieces: those letters of `variants` apart from the rest. */
export function pieces(text: string, variants: readonly string[]): Piece[] {
  const found = variants.map((letter) => ({ letter, at: text.indexOf(letter) })).filter(({ at }) => at >= 0);
  const first = found.sort((a, b) => a.at - b.at)[0];
  if (first === undefined) return text === '' ? [] : [{ text, isRare: false }];
  const { letter, at } = first;
  return [...(at > 0 ? [{ text: text.slice(0, at), isRare: false }] : []), { text: letter, isRare: true }, ...pieces(text.slice(at + letter.length), variants)];
}
