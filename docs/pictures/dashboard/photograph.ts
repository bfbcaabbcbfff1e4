import { chromium } from 'playwright-core';
import { indexedPng } from './indexed-png.ts';

/** What a browser shows of an SVG, as a PNG. CHROMIUM_PATH names the browser where it stands elsewhere. */
export async function photograph(svg: string, width: number, height: number): Promise<Buffer> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    // The sandbox needs a user that is not root; nothing but the SVG is shown. Letters are edged in grey, not in colours.
    args: ['--no-sandbox', '--disable-gpu', '--disable-lcd-text'],
  });
  await using _browser = { [Symbol.asyncDispose]: () => browser.close() };
  const page = await browser.newPage({ viewport: { width, height } });
  await page.setContent(`<body style="margin:0">${svg}</body>`);
  const shot = await page.screenshot();
  const rgba = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.fromBase64(base64);
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
    canvas?.drawImage(picture, 0, 0);
    const data = canvas?.getImageData(0, 0, picture.width, picture.height).data;
    let text = '';
    for (let at = 0; at < (data?.length ?? 0); at += 32_768)
      text += String.fromCharCode(...(data?.subarray(at, at + 32_768) ?? []));
    return btoa(text);
  }, shot.toString('base64'));
  return indexedPng(Buffer.from(rgba, 'base64'), width, height);
}
