import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig(({ mode }) => ({
  plugins: [svelte()],
  // Relative addresses work in the window and behind the bridge alike.
  base: './',
  build: {
    target: 'safari16',
    // The content policy allows files of our own only, so nothing may become a data address.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  // Components under test run as in a browser.
  resolve: mode === 'test' ? { conditions: ['browser'] } : {},
  test: { environment: 'happy-dom', include: ['src/**/*.test.ts'] },
}));
