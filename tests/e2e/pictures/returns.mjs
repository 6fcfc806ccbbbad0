// What comes back to a fashion retailer: a file as a warehouse exports it, made by arithmetic so that
// every run has the same rows.

const ARTICLES = [
  ['Selvedge jeans “Indigo 14 oz”', '149.00'],
  ['Chore jacket, ecru', '129.50'],
  ['Blouse “Ånge”', '79.90'],
  ['Crew-neck jumper', '89.00'],
  ['Wide trousers, 32" leg', '99.95'],
  ['Linen dress', '119.00'],
];
const SHOPS = ['Kraków', 'A Coruña', 'Göteborg', 'Web store', 'Lyon', 'Web store'];
const REASONS = ['Too small', 'Too large', 'Colour differs', 'Faulty seam', 'Changed mind', 'Arrived late', 'n/a'];
const STATES = ['Resold', 'Repaired', 'Recycled', 'Waiting'];
const REMARKS = [
  '',
  '',
  'Tag missing',
  '',
  '"Smells of smoke", says the shop',
  '',
  'Button lost, repaired in Łódź',
  '',
];
const HEADING = [
  'Return no.',
  'Returned on',
  'Shop',
  'Article',
  'Size',
  'Price (EUR), net',
  'Reason',
  'State',
  'Remark',
];

const FIRST_DAY = Date.UTC(2025, 2, 1);
const DAY_MS = 86_400_000;

const quoted = (value) => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

/** One of these, scattered but the same in every run. */
function pick(from, at, salt) {
  const mixed = Math.imul(at ^ (salt << 16), 2_654_435_761);
  return from[(Math.imul(mixed ^ (mixed >>> 15), 2_246_822_519) >>> 9) % from.length];
}

/** A comma-separated file of returned pieces, of so many rows. */
export function returns(rows) {
  const lines = Array.from({ length: rows }, (_, at) => {
    const [article, price] = pick(ARTICLES, at, 1);
    const day = new Date(FIRST_DAY + Math.floor((at * 92) / rows) * DAY_MS).toISOString().slice(0, 10);
    return [
      // Leading zeros: a number on a label is text.
      `R-${String(4_100 + at).padStart(7, '0')}`,
      day,
      pick(SHOPS, at, 2),
      article,
      pick(['XS', 'S', 'M', 'L', 'XL', ''], at, 3),
      // Nobody has priced these yet.
      at % 37 === 5 ? 'n/a' : price,
      pick(REASONS, at, 4),
      pick(STATES, at, 5),
      pick(REMARKS, at, 6),
    ];
  });
  const text = [HEADING, ...lines].map((line) => line.map(quoted).join(',')).join('\r\n');
  return { name: 'Returns Q1 (final).csv', mimeType: 'text/csv', buffer: Buffer.from(`${text}\r\n`) };
}
