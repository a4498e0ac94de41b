import { defineConfig } from '@playwright/test';
import { chromium } from './desk/chromium';

export default defineConfig({
  testDir: '.',
  outputDir: 'results/failed',
  workers: 1,
  timeout: 180_000,
  // A slow machine may take its time; what never comes is told all the same.
  expect: { timeout: 20_000 },
  forbidOnly: true,
  reporter: 'list',
  use: { locale: 'ja-JP', timezoneId: 'Asia/Tokyo', viewport: { width: 1366, height: 768 }, launchOptions: chromium },
  projects: [
    { name: 'browser', testMatch: '*.browser.ts' },
    { name: 'window', testMatch: '*.window.ts' },
  ],
});
