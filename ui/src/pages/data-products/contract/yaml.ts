/** What a piece of YAML is, as far as a reader's eye is helped by it. */
export type PieceKind = 'key' | 'text' | 'value' | 'mark' | 'block';

export interface Piece {
  kind: PieceKind;
  text: string;
}

const ENTRY = /^(\s*(?:- )*)((?:'[^']*'|"(?:[^"\\]|\\.)*"|[^\s:'"#-][^:#]*?)):(?= |$)(.*)$/;
const WORD = /^(?:true|false|null|[-+]?[0-9][0-9.e+-]*|\[\]|\{\})$/;

function valuePiece(text: string): Piece {
  return { kind: WORD.test(text.trim()) ? 'value' : 'text', text };
}

/**
 * The pieces of each line of YAML as the platform writes it: keys, texts, words and numbers, marks. Lines of a block of
 * text (behind `|`) are told apart, because what looks like a key there is none.
 */
export function piecesOf(yaml: string): Piece[][] {
  let blockBelow: number | null = null;
  return yaml
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => {
      const indent = line.length - line.trimStart().length;
      if (blockBelow !== null) {
        if (line.trim() === '' || indent > blockBelow) return [{ kind: 'block', text: line }];
        blockBelow = null;
      }
      const [, lead = '', key, rest = ''] = ENTRY.exec(line) ?? [];
      if (key === undefined) {
        const [, dash = '', value = ''] = /^(\s*(?:- )*)(.*)$/.exec(line) ?? [];
        return [{ kind: 'mark' as const, text: dash }, valuePiece(value)].filter(({ text }) => text !== '');
      }
      if (/^ \|[-+]?$/.test(rest)) {
        // A key behind a dash stands as deep as its own column.
        blockBelow = lead.length;
        return [
          { kind: 'mark' as const, text: lead },
          { kind: 'key' as const, text: key },
          { kind: 'mark' as const, text: `:${rest}` },
        ].filter(({ text }) => text !== '');
      }
      return [
        { kind: 'mark' as const, text: lead },
        { kind: 'key' as const, text: key },
        { kind: 'mark' as const, text: ':' },
        valuePiece(rest),
      ].filter(({ text }) => text !== '');
    });
}
