export const SIZES = ['standard', 'large', 'huge'] as const;
export type TextSize = (typeof SIZES)[number];

const KEY = 'text-size';

/** The size of the letters, kept on this machine. */
class Chosen {
  size = $state<TextSize>(SIZES.find((size) => size === localStorage.getItem(KEY)) ?? 'standard');

  constructor() {
    document.documentElement.dataset.text = this.size;
  }

  choose(size: TextSize): void {
    this.size = size;
    document.documentElement.dataset.text = size;
    localStorage.setItem(KEY, size);
  }
}

export const textSize = new Chosen();
