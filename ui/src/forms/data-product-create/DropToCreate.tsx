import { Portal } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import classes from '#/components/file/File.module.css';
import { handFile } from '#/components/file/handedFile';
import { useWindowDrop } from '#/components/file/useWindowDrop';
import { LoomWeave } from '#/kit/weave/LoomWeave';
import { useText } from '#/messages';
import { paths } from '#/paths';

/** Takes a file dropped anywhere on a framed page and begins a data product with it. */
export function DropToCreate() {
  const text = useText();
  const navigate = useNavigate();
  const over = useWindowDrop({
    onFile: (file) => {
      handFile(file);
      void navigate(paths.dataProductNew());
    },
    onHanded: ({ uploadId }) => void navigate(paths.dataProductNew({ uploadId })),
  });
  if (!over) return null;
  return (
    <Portal>
      <div className={classes.overlay}>
        <div className={classes.drop} data-over>
          <div className={classes.dropPicture} aria-hidden>
            <LoomWeave />
          </div>
          <p className={classes.dropTitle}>{text('product.file.dropToCreate')}</p>
          <p className={classes.dropHelp}>{text('product.file.kinds')}</p>
        </div>
      </div>
    </Portal>
  );
}
