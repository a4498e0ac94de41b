const MOST = 8;

/** Width and kana folded, so that half-width and hiragana find the same words. */
function fold(words: string): string {
  return words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/\s+/g, '');
}

/** The suggestions that hold what is typed, those that begin with it first. */
export function fitting<S extends { value: string; keys?: string }>(suggestions: S[], typed: string): S[] {
  const wanted = fold(typed);
  const rank = (one: S) => {
    const places = [one.value, one.keys ?? ''].map((words) => fold(words).indexOf(wanted)).filter((at) => at >= 0);
    return places.length === 0 ? Infinity : Math.min(...places);
  };
  const isTyped = (one: S) => one.value === typed && typed !== '';
  const ranked = suggestions.map((one) => ({ one, at: rank(one) })).filter(({ one, at }) => at < Infinity && !isTyped(one));
  return ranked
    .sort((a, b) => Math.min(a.at, 1) - Math.min(b.at, 1))
    .slice(0, MOST)
    .map(({ one }) => one);
}
