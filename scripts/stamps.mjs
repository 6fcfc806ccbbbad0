// Remembers from which files something was made, so that it is made again only when they differ.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.mjs';
import { targetFolder } from './target.mjs';

function filesUnder(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return [];
  if (!found.isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}

/** One mark for the content of files and folders, named from the project's folder. */
export function markOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap((name) => filesUnder(join(root, name)))) {
    hash.update(path.slice(root.length)).update('\0').update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}

const stampOf = (name) => join(targetFolder, 'stamps', name);

function stamped(name) {
  try {
    return readFileSync(stampOf(name), 'utf8');
  } catch {
    return null;
  }
}

/** Does `work` unless it was done for the same mark before and `product` is still there; answers whether it was needed. */
export async function once(name, { mark, product }, work) {
  if (stamped(name) === mark && existsSync(product)) return false;
  rmSync(stampOf(name), { force: true });
  await work();
  mkdirSync(join(targetFolder, 'stamps'), { recursive: true });
  writeFileSync(stampOf(name), mark);
  return true;
}
