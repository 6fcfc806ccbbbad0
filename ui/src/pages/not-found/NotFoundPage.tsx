import { EmptyPage } from '#/kit/EmptyPage';
import { ButtonLink } from '#/kit/links';
import { useTabTitle } from '#/kit/PageTitle';
import { useText } from '#/messages';
import { paths } from '#/paths';

/** An address that leads nowhere. */
export function NotFoundPage() {
  const text = useText();
  useTabTitle(text('frame.notFound.title'));
  return (
    <EmptyPage
      level={1}
      kind="none"
      title={text('frame.notFound.title')}
      actions={
        <>
          <ButtonLink {...paths.home()}>{text('kit.home')}</ButtonLink>
          <ButtonLink {...paths.dataProducts()} variant="default">
            {text('frame.notFound.discover')}
          </ButtonLink>
        </>
      }
    >
      <p>{text('frame.notFound.body')}</p>
    </EmptyPage>
  );
}
