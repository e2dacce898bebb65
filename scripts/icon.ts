/** Makes the extension's icon, a PNG of 128 × 128, from the drawing beside it: `node scripts/icon.ts [CHROMIUM]`. The result is kept in git. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const IMAGES = join(import.meta.dirname, '../vscode-extension/images');
const browser = await chromium.launch({
  executablePath: process.argv[2] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage({ viewport: { width: 128, height: 128 } });
await page.setContent(`<body style="margin:0">${readFileSync(join(IMAGES, 'icon.svg'), 'utf8')}</body>`);
await page.screenshot({ path: join(IMAGES, 'icon.png'), omitBackground: true });
await browser.close();
