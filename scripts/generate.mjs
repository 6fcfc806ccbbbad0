// Makes ui/src/api/generated/schema.ts of the committed OpenAPI document; with --check only tells whether it is stale.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

const document = new URL('../crates/mesh-api/openapi.json', import.meta.url);
const target = new URL('../ui/src/api/generated/schema.ts', import.meta.url);

const made = `/* Made from crates/mesh-api/openapi.json by \`npm run generate\`. */\n\n${astToString(await openapiTS(document))}`;

if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== made) {
    console.error(`${fileURLToPath(target)} is stale: run \`npm run generate\``);
    process.exitCode = 1;
  }
} else {
  writeFileSync(target, made);
}
