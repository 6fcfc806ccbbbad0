import type { FieldIssue } from '#/components/form/formState';
import { PickerField } from '#/components/form/PickerField';
import { useFoundDomains } from '#/components/form/useFoundDomains';
import { useText } from '#/messages';

interface ParentFieldProps {
  path: string;
  label: string;
  help: string;
  value: string | null;
  onPick: (id: string | null) => void;
  issue?: FieldIssue | undefined;
  /** Domains that make no sense here, such as the one that moves and those below it. */
  except?: (id: string, above: readonly string[]) => boolean;
}

/** Picks the domain above another one, or none. Where nothing can be picked, it says why. */
export function ParentField({ path, label, help, value, onPick, issue, except }: ParentFieldProps) {
  const text = useText();
  const { domains, loading, nowhere, onSearch } = useFoundDomains('create-subdomain', value);
  const options = domains.filter(({ id, path: above }) => {
    const over = above.map((each) => each.id);
    return except === undefined || !except(id, over);
  });
  return (
    <PickerField
      path={path}
      label={label}
      help={help}
      options={options.map(({ id, name, path: above }) => ({
        value: id,
        label: name,
        detail: above.length === 0 ? text('domain.parent.top') : above.map((each) => each.name).join(' › '),
      }))}
      value={value ?? ''}
      loading={loading}
      nothing={text(nowhere ? 'domain.parent.nowhere' : 'domain.parent.none')}
      onSearch={onSearch}
      onPick={onPick}
      onClear={() => onPick(null)}
      issue={issue}
    />
  );
}
