// Asks axe what keeps people from using the page that is shown.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Violations, one line each, with the first element that has it. */
export async function violations(page) {
  await page.browser.execute(`if (!window.axe) { ${source} }`);
  const found = await page.browser.executeAsync((done) => {
    window.axe.run(document, { resultTypes: ['violations'] }).then(
      (result) =>
        done(result.violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes[0].html.slice(0, 200)})`)),
      (cause) => done([`axe failed: ${cause}`]),
    );
  });
  return found;
}
