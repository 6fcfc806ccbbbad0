import { describe, expect, it } from 'vitest';
import { piecesOf } from './yaml';

const YAML = [
  "version: '1.0.0'",
  'schema:',
  '  - name: orders',
  '    required: true',
  "    'no': 12",
  '    url: https://example.org/a',
  '    description: |-',
  '      looks: like a key',
  '',
  '      - or a list',
  '    tags:',
  '      - money',
  '      - 3',
  'empty: []',
  '',
].join('\n');

describe('piecesOf', () => {
  it('gives back every sign of the text', () => {
    const text = piecesOf(YAML)
      .map((line) => line.map((piece) => piece.text).join(''))
      .join('\n');
    expect(`${text}\n`).toBe(YAML);
  });

  it('tells keys, texts, words and blocks apart', () => {
    const kinds = piecesOf(YAML).map((line) => line.map(({ kind }) => kind));
    expect(kinds[0]).toEqual(['key', 'mark', 'text']);
    expect(kinds[2]).toEqual(['mark', 'key', 'mark', 'text']);
    expect(kinds[3]).toEqual(['mark', 'key', 'mark', 'value']);
    expect(kinds[4]).toEqual(['mark', 'key', 'mark', 'value']);
    expect(kinds[7]).toEqual(['block']);
    expect(kinds[9]).toEqual(['block']);
    expect(kinds[10]).toEqual(['mark', 'key', 'mark']);
    expect(kinds[12]).toEqual(['mark', 'value']);
    expect(kinds[13]).toEqual(['key', 'mark', 'value']);
  });
});
