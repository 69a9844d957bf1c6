// Makes the one icon sprite of the site: node icons.mjs LIST ICON_FOLDER OUT
// LIST names one Tabler outline icon a line. Symbols carry no stroke width, so that theme.css sets it.
import { readFileSync, writeFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';

const [list, folder, out] = process.argv.slice(2);
const names = readFileSync(list, 'utf8').split('\n').map((l) => l.trim()).filter(Boolean);
const missing = names.filter((n) => !existsSync(join(folder, `${n}.svg`)));
if (missing.length > 0) {
  console.error(`${list}: no such Tabler icon: ${missing.join(', ')}`);
  process.exit(1);
}

const symbols = names.map((name) => {
  const svg = readFileSync(join(folder, `${name}.svg`), 'utf8');
  const shapes = svg
    .slice(svg.indexOf('>') + 1, svg.lastIndexOf('</svg>'))
    .replace(/<path stroke="none" d="M0 0h24v24H0z" fill="none"\s*\/>/, '')
    .replace(/\s+/g, ' ')
    .trim();
  return `<symbol id="i-${name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-linecap="round" stroke-linejoin="round">${shapes}</symbol>`;
});
writeFileSync(out, `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('\n')}</svg>\n`);
