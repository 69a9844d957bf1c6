// Compresses files beside themselves as well as brotli can: node compress.mjs FILE…
import { readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';

for (const file of process.argv.slice(2)) {
  writeFileSync(`${file}.br`, brotliCompressSync(readFileSync(file)));
}
