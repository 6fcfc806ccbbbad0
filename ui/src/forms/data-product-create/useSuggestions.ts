import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { queries } from '#/api/query';
import { readingOf } from '#/components/file/intake/choices';
import type { Form } from '#/components/form/formState';
import { type DataValues, suggestionsFrom } from './values';

/** Takes in what the file suggests, once its columns are known; whichever step is open when that arrives. */
export function useSuggestions<V extends DataValues>(form: Form<V>) {
  const { file, intake, columnsOf, suggestedOf } = form.values;
  const reading = file === null ? '' : readingOf(file.id, intake);
  const survey = useQuery({
    ...queries.survey(file?.id ?? '', intake),
    enabled: reading !== '' && reading === columnsOf,
  });
  const { patch } = form;
  useEffect(() => {
    if (!survey.data || reading !== columnsOf || reading === suggestedOf) return;
    const found = survey.data;
    patch((values) => suggestionsFrom(found, reading, values, !('dataProductId' in values)) as Partial<V>);
  }, [survey.data, reading, columnsOf, suggestedOf, patch]);
  return survey;
}
