// What a program and everything it started weigh.
import { readdirSync, readFileSync } from 'node:fs';

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** A process and all that descend from it. */
export function tree(root) {
  const children = new Map();
  for (const entry of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    // The name in parentheses may hold anything; what follows it is fixed.
    const parent = Number(read(`/proc/${entry}/stat`).split(') ').at(-1).split(' ')[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(entry)]);
  }
  const found = [root];
  for (const id of found) found.push(...(children.get(id) ?? []));
  return found;
}

/** Memory in MB, what several processes share counted once (PSS). */
export function megabytes(root) {
  const kilobytes = (id) => Number(read(`/proc/${id}/smaps_rollup`).match(/^Pss:\s+(\d+)/m)?.[1] ?? 0);
  return tree(root).reduce((sum, id) => sum + kilobytes(id), 0) / 1000;
}

/** Seconds of processor time used so far. */
export function processorSeconds(root) {
  const ticks = (id) => {
    const fields = read(`/proc/${id}/stat`).split(') ').at(-1).split(' ');
    return fields.length > 12 ? Number(fields[11]) + Number(fields[12]) : 0;
  };
  return tree(root).reduce((sum, id) => sum + ticks(id), 0) / 100;
}
