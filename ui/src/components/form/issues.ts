import type { FieldProblem } from '#/api/types';
import type { FieldIssues } from './formState';

/** The element id of the input at a field path, so that a summary can lead to it. */
export function fieldId(path: string): string {
  return `field-${path.replaceAll('.', '-')}`;
}

/** The platform's pointers as field paths: `/dataProduct/name` is the form's `name`. */
export function issuesFrom(fields: readonly FieldProblem[], below?: string): FieldIssues {
  return Object.fromEntries(
    fields.map(({ pointer, code, params }) => {
      // The platform knows the file by its upload.
      const path = pointer === '/uploadId' ? 'file' : pointer.slice(1).replaceAll('/', '.');
      const own = below !== undefined && path.startsWith(`${below}.`) ? path.slice(below.length + 1) : path;
      return [own, { code, params: params ?? undefined }];
    }),
  );
}
