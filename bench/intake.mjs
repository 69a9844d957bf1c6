// Seconds for a practised keyboard intake: one certificate of marital status, from the empty page to the printed slip, typed at 8 keys a
// second with the card read by a keyboard-wedge scanner. Needs a running demo: node bench/intake.mjs [port] [times]
import { createRequire } from 'node:module';
import { existsSync } from 'node:fs';

const [port = '8080', times = '5'] = process.argv.slice(2);
const driver = new URL('../tests/MotCua.EndToEndTests/bin/Release/net10.0/.playwright/package', import.meta.url).pathname;
const { chromium } = createRequire(import.meta.url)(driver);
const browser = await chromium.launch({
  executablePath: ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find(existsSync),
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await (await browser.newContext({ baseURL: `http://localhost:${port}`, viewport: { width: 1366, height: 768 } })).newPage();
await page.goto('/Account/LogIn');
await page.getByRole('button', { name: 'Công chức tiếp nhận' }).first().click();
await page.waitForURL(url => !url.pathname.includes('/Account/LogIn'));

const typist = { delay: 125 };
const seconds = [];
for (let i = 0; i < Number(times); i++) {
  await page.goto('/tiep-nhan');
  const begin = performance.now();
  await page.keyboard.type('xntthn', typist);
  await page.locator("#tn-khop[data-for='xntthn']").waitFor();
  await page.keyboard.press('Enter');
  await page.locator('#Scan:focus').waitFor();
  await page.keyboard.type(`0510980${10000 + Math.floor(Math.random() * 89999)}||Bùi Đăng Hưng|14031998|Nam|Thôn Đông Hòa|25052021`);
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelector('#Applicant_Name')?.value === 'Bùi Đăng Hưng');
  await page.keyboard.press('F4');
  await page.locator('#tn-dem', { hasText: 'đạt' }).waitFor();
  for (let left = 0; left < 8 && await page.locator('#tn-dem', { hasText: 'chưa xem' }).count() > 0; left++) {
    await page.keyboard.press('4');
    await page.waitForTimeout(400);
  }
  await page.focus('#FeeDong');
  await page.keyboard.type('15000', typist);
  await page.keyboard.press('Control+Enter');
  await page.locator('article').waitFor();
  seconds.push((performance.now() - begin) / 1000);
}
await browser.close();
console.log(`keyboard intake, ${times} times: ${seconds.map(s => s.toFixed(1)).join(', ')} s`);
