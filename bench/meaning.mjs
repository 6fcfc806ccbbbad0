// Judges how well personal data is recognised, on columns that a third party's generator makes in 48 locales, look-alikes
// among them. node bench/meaning.mjs PYTHON JUDGE [--half judging|tuning] [--seed S] [--rows N] [--misses]
import { spawnSync } from 'node:child_process';

const [, , python, judge, ...words] = process.argv;
const after = (name, otherwise) => (words.includes(name) ? words[words.indexOf(name) + 1] : otherwise);
const half = after('--half', 'judging');
const seed = after('--seed', '20261121');
const rows = after('--rows', '200');
const GOALS = { recall: 0.98, precision: 0.95 };

function ask(program, args, input) {
  const { status, stdout, stderr } = spawnSync(program, args, { input, encoding: 'utf8', maxBuffer: 2 ** 30 });
  if (status !== 0) throw new Error(`${program} failed: ${stderr}`);
  return stdout;
}

const lines = ask(python, ['bench/meaning/columns.py', seed, rows, half]).trim().split('\n');
const columns = lines.map((line) => JSON.parse(line));
const answers = ask(judge, [], `${columns.map((column) => JSON.stringify(column)).join('\n')}\n`)
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

const judged = columns.map((column, index) => ({ ...column, found: answers[index] }));
const flagged = ({ found }) => found?.personal === true;
const personal = judged.filter(({ kind }) => kind !== null);
const others = judged.filter(({ kind }) => kind === null);
const telling = personal.filter((column) => column.telling);
const silent = personal.filter((column) => !column.telling);
const share = (some, all) => (all.length === 0 ? 1 : some.length / all.length);
const percent = (value) => `${(value * 100).toFixed(2)} %`;
const say = (line) => process.stdout.write(`${line}\n`);

const recall = share(telling.filter(flagged), telling);
const taken = [...telling, ...others].filter(flagged);
const precision = share(
  taken.filter(({ kind }) => kind !== null),
  taken,
);
const kindRight = share(
  telling.filter(({ kind, found }) => found?.kind === kind),
  telling,
);
say(`${half} half, seed ${seed}: ${telling.length} columns of personal data, ${others.length} others, ${rows} rows each`);
say(`recall ${percent(recall)} (goal ${percent(GOALS.recall)}), precision ${percent(precision)} (goal ${percent(GOALS.precision)})`);
say(`the kind itself is right for ${percent(kindRight)}`);
say(`under headers that say nothing: recall ${percent(share(silent.filter(flagged), silent))} of ${silent.length}`);
for (const kind of [...new Set(telling.map((column) => column.kind))]) {
  const [own, unsaid] = [telling, silent].map((all) => all.filter((column) => column.kind === kind));
  say(`  ${kind.padEnd(15)} ${percent(share(own.filter(flagged), own))} of ${own.length}, unsaid ${percent(share(unsaid.filter(flagged), unsaid))}`);
}
// What was missed may be looked at on the tuning half only.
if (words.includes('--misses') && half === 'tuning') {
  const show = ({ what, locale, header, values, found }) =>
    say(`  ${what} | ${locale} | ${header} | ${values.slice(0, 3).join(' ; ')} | ${found?.kind ?? 'nothing'} ${found?.headerWord ?? ''}`);
  say('missed:');
  telling.filter((column) => !flagged(column)).forEach(show);
  say('taken for personal:');
  others.filter(flagged).forEach(show);
  if (words.includes('--silent')) {
    say('missed under headers that say nothing:');
    silent.filter((column) => !flagged(column)).forEach(show);
  }
}
process.exitCode = recall >= GOALS.recall && precision >= GOALS.precision ? 0 : 1;
