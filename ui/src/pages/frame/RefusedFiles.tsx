import { useEffect } from 'react';
import { host } from '#/host';
import { useProblemText } from '#/kit/problemText';
import { toastFailed } from '#/kit/toast';

/** Tells why a dropped file couldn't be taken in. */
export function RefusedFiles() {
  const problemText = useProblemText();
  useEffect(
    () =>
      host.onFileRefused(({ fileName, problem }) => {
        const { what, next } = problemText(problem);
        toastFailed(
          <>
            <bdi>{fileName}</bdi>
            <br />
            {next}
          </>,
          what,
        );
      }),
    [problemText],
  );
  return null;
}
