import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { actions } from '#/api/actions';
import { client, unwrap } from '#/api/client';
import type { DataProduct, Publication } from '#/api/types';
import { ProblemAlert } from '#/kit/ProblemAlert';
import { useProblemText } from '#/kit/problemText';
import { toastDone } from '#/kit/toast';
import { useText } from '#/messages';
import classes from './Publication.module.css';

/** Everything that was typed of a product that never became active, as a draft of the wizard that made it. */
async function keepAsDraft(product: DataProduct): Promise<string> {
  const { name, purpose, domain, outputPort } = product;
  const columns = outputPort.columns.map(({ name: column, businessName, description, marks }) => ({
    name: column,
    businessName,
    description,
    marks,
  }));
  const values = { file: null, columnsOf: '', columns, name, nameSuggested: false, domainId: domain.id, purpose };
  const draft = await actions.createDraft({ kind: 'data-product-create', title: name, step: 'data', values });
  return draft.id;
}

/** Lets go of a publication. Answers the draft that keeps what was typed, where the product goes with it. */
async function undo(publication: Publication): Promise<string | null> {
  const { dataProductId: id } = publication;
  const product = await unwrap(client.GET('/api/v1/data-products/{id}', { params: { path: { id } } })).catch(
    () => null,
  );
  // The draft comes first: an undo that is cut short must not lose what was typed.
  const draft = product !== null && product.currentVersion === null ? await keepAsDraft(product) : null;
  await actions.cancelPublication(publication.id);
  return draft;
}

interface PublicationFailureProps {
  publication: Publication;
  /** Nobody without the right to publish can resume or undo. */
  mayAct: boolean;
  onUndone: (draftId: string | null) => void;
}

/** Why a publication failed, and the two ways on: resume it or undo it. */
export function PublicationFailure({ publication, mayAct, onUndone }: PublicationFailureProps) {
  const text = useText();
  const problemText = useProblemText();
  const queryClient = useQueryClient();
  const refresh = () =>
    Promise.all(
      ['publication', 'data-product', 'domain', 'draft'].map((kind) =>
        queryClient.invalidateQueries({ queryKey: [kind] }),
      ),
    );
  const resume = useMutation({
    mutationFn: (rulesWarn: boolean) => actions.resumePublication(publication.id, rulesWarn),
    onSuccess: refresh,
  });
  const letGo = useMutation({
    mutationFn: () => undo(publication),
    onSuccess: async (draftId) => {
      toastDone(text(draftId === null ? 'product.publishing.undone.version' : 'product.publishing.undone.new'));
      onUndone(draftId);
      await refresh();
    },
  });
  const said = publication.failure === null ? null : problemText(publication.failure);
  // Trying again would break the same rules.
  const rulesBroken = publication.failure?.code === 'rules_broken';
  const first = publication.versionNumber === 1;
  return (
    <>
      {said && (
        <div className={classes.failure}>
          <p>
            <strong>{said.what}</strong>
          </p>
          <p>{said.kept}</p>
          <p>{said.next}</p>
        </div>
      )}
      {(resume.error ?? letGo.error) !== null && <ProblemAlert cause={resume.error ?? letGo.error} />}
      {mayAct && (
        <div className={classes.actions}>
          <Button onClick={() => resume.mutate(rulesBroken)} loading={resume.isPending} disabled={letGo.isPending}>
            {text(rulesBroken ? 'product.publishing.nevertheless' : 'product.publishing.resume')}
          </Button>
          <Button
            variant="default"
            onClick={() => letGo.mutate()}
            loading={letGo.isPending}
            disabled={resume.isPending}
          >
            {text('product.publishing.undo')}
          </Button>
          <span className={classes.undoHelp}>
            {text(first ? 'product.publishing.undo.new' : 'product.publishing.undo.version')}
          </span>
        </div>
      )}
    </>
  );
}
