import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import type { FieldProblem } from '#/api/types';
import { TextProvider } from '#/messages';
import { type Failure, type ProblemText, useFieldText, useProblemText } from './problemText';

vi.stubGlobal('navigator', { language: 'en-US' });

interface AskProps {
  ask: () => void;
}

/** Asks with hooks, as a page does. */
function Ask({ ask }: AskProps) {
  ask();
  return null;
}

function asked<T>(question: () => T): T {
  const answers: T[] = [];
  renderToStaticMarkup(
    <TextProvider>
      <Ask ask={() => answers.push(question())} />
    </TextProvider>,
  );
  const [answer] = answers;
  if (answer === undefined) throw new Error('nothing was told');
  return answer;
}

const told = (failure: Failure): ProblemText => asked(useProblemText)(failure);
const fieldTold = (field: Pick<FieldProblem, 'code' | 'params'>): string => asked(useFieldText)(field);

describe('a problem', () => {
  it('names the place in the file', () => {
    const params = { problem: 'row_length', line: 1204, expected: 6, found: 7 };
    expect(told({ code: 'file_unreadable', params }).what).toBe('Line 1,204 has 7 columns where 6 were expected');
  });

  it('is told without the values that were not told', () => {
    for (const code of ['file_unreadable', 'worker_timeout', 'check_mismatch', 'forbidden', 'conflict'] as const) {
      const { what, kept, next } = told({ code });
      for (const sentence of [what, kept, next]) {
        expect(sentence).not.toMatch(/none|undefined|[{}]/);
        expect(sentence).not.toBe('');
      }
    }
  });

  it('speaks of a limit in its unit', () => {
    expect(told({ code: 'worker_out_of_memory', params: { limitBytes: 2_000_000_000 } }).what).toContain('2 GB');
  });

  it('says who may', () => {
    expect(told({ code: 'forbidden', params: { who: 'Amara Okafor' } }).next).toBe('Ask Amara Okafor, who may.');
  });

  it('shows a name that looks like markup as it is', () => {
    const { next } = told({ code: 'rows_need_grant', params: { owner: '<b>{x}</b>' } });
    expect(next).toBe('Ask <b>{x}</b>, who owns it.');
  });
});

describe('a field', () => {
  it('tells its limit with separators', () => {
    expect(fieldTold({ code: 'too_long', params: { max: 1200 } })).toBe(
      'This is too long: 1,200 characters is the most.',
    );
  });

  it('tells what has the name already, and gets by without', () => {
    expect(fieldTold({ code: 'taken', params: { name: 'Sales' } })).toContain('“Sales”');
    expect(fieldTold({ code: 'taken' })).toBe('This is taken. Choose another.');
  });
});
