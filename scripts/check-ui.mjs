// The directions of ui/src: who may import whom, that no sentence id is missing, unused or in the wrong file.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A room may import itself and what is named here. */
const ALLOWED = {
  messages: [],
  format: [],
  host: ['api/transport', 'api/problem', 'api/types'],
  api: ['host', 'messages'],
  kit: ['api', 'format', 'host', 'messages', 'paths'],
  components: ['kit', 'api', 'format', 'host', 'messages', 'paths'],
  table: ['kit', 'api', 'format', 'host', 'messages', 'paths'],
  graph: ['kit', 'api', 'format', 'host', 'messages', 'paths'],
  forms: ['components', 'table', 'graph', 'kit', 'api', 'format', 'host', 'messages', 'paths'],
  pages: ['forms', 'components', 'table', 'graph', 'kit', 'api', 'format', 'host', 'messages', 'paths'],
  paths: [],
  routes: ['pages', 'kit', 'api', 'paths'],
  main: ['routes', 'kit', 'api', 'host', 'messages', 'paths'],
};

function filesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}

/** "pages/home/HomePage" → "pages"; "routes" → "routes" */
const roomOf = (module) => module.split('/')[0].replace(/\.tsx?$/, '');

function importsOf(text) {
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, target]) => target);
}

/** Violations of the directions, one sentence each. `files` maps a path within ui/src to its text. */
export function checkDirections(files) {
  const found = [];
  for (const [path, text] of files) {
    if (!/\.tsx?$/.test(path)) continue;
    const room = roomOf(path);
    const allowed = ALLOWED[room];
    if (allowed === undefined) {
      found.push(`${path}: "${room}" is no room of ui/src; add it to scripts/check-ui.mjs with its direction`);
      continue;
    }
    for (const target of importsOf(text)) {
      const module = target.startsWith('#/')
        ? target.slice(2)
        : target.startsWith('.')
          ? relative('/', resolve('/', dirname(path), target))
          : null;
      if (module === null) continue;
      const targetRoom = roomOf(module);
      const ok = targetRoom === room || allowed.some((name) => module === name || module.startsWith(`${name}/`));
      if (!ok) found.push(`${path}: ${room} may not import ${module}`);
      if (room === 'pages' && targetRoom === 'pages' && path.split('/')[1] !== module.split('/')[1]) {
        found.push(`${path}: pages never import each other (${module})`);
      }
    }
  }
  return found;
}

/** Sentences that stand in no code, or whose id doesn't begin with an area of its own file. */
export function checkMessages(files) {
  const found = [];
  const code = [...files].filter(([path]) => /\.tsx?$/.test(path)).map(([, text]) => text);
  const all = code.join('\n');
  const patterns = [...all.matchAll(/`([a-zA-Z0-9_.-]*\$\{[^`]+)`/g)].map(
    ([, template]) =>
      new RegExp(
        `^${template
          .split(/\$\{[^}]*(?:\{[^}]*\}[^}]*)*\}/)
          .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
          .join('.+')}$`,
      ),
  );
  const seen = new Map();
  for (const [path, text] of files) {
    if (!path.startsWith('messages/en/')) continue;
    for (const id of Object.keys(JSON.parse(text))) {
      if (seen.has(id)) found.push(`${path}: ${id} also stands in ${seen.get(id)}`);
      seen.set(id, path);
      if (!all.includes(`'${id}'`) && !all.includes(`"${id}"`) && !patterns.some((pattern) => pattern.test(id))) {
        found.push(`${path}: ${id} is used nowhere`);
      }
    }
  }
  return found;
}

function readSources(root) {
  return new Map(
    filesUnder(root)
      .map((path) => [relative(root, path), path])
      .filter(([path]) => /\.(tsx?|json)$/.test(path) && !path.startsWith('api/generated'))
      .map(([path, full]) => [path, readFileSync(full, 'utf8')]),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const files = readSources(resolve('ui/src'));
  const found = [...checkDirections(files), ...checkMessages(files)];
  for (const sentence of found) console.error(sentence);
  console.log(`ui: ${files.size} files, ${found.length} violations`);
  process.exitCode = found.length === 0 ? 0 : 1;
}
