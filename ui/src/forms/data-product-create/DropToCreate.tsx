import { Portal } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import classes from '#/components/file/File.module.css';
import { handFile } from '#/components/file/handedFile';
import { useWindowDrop } from '#/components/file/useWindowDrop';
import { LoomWeave } from '#/kit/weave/LoomWeave';
import { useText } from '#/messages';
import { paths } from '#/paths';
import { useDropTarget } from './dropTarget';

/** Takes a file dropped anywhere on a framed page: on a product's own it becomes the next version, elsewhere a product. */
export function DropToCreate() {
  const text = useText();
  const navigate = useNavigate();
  const target = useDropTarget();
  const over = useWindowDrop({
    onFile: (file) => {
      handFile(file);
      void navigate(target === null ? paths.dataProductNew() : paths.dataProductRefresh(target.slug));
    },
    onHanded: ({ uploadId }) =>
      void navigate(
        target === null ? paths.dataProductNew({ uploadId }) : paths.dataProductRefresh(target.slug, uploadId),
      ),
  });
  if (!over) return null;
  return (
    <Portal>
      <div className={classes.overlay}>
        <div className={classes.drop} data-over>
          <div className={classes.dropPicture} aria-hidden>
            <LoomWeave />
          </div>
          <p className={classes.dropTitle}>
            {target === null ? text('product.file.dropToCreate') : text('versions.drop', { name: target.name })}
          </p>
          <p className={classes.dropHelp}>{text('product.file.kinds')}</p>
        </div>
      </div>
    </Portal>
  );
}
