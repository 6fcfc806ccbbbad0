import { useEffect, useRef, useState } from 'react';
import { type HandedFile, host } from '#/host';

interface WindowDrop {
  /** A file dropped on a browser's page. */
  onFile: (file: File) => void;
  /** A file dropped on the desktop's window, which is an upload already. */
  onHanded: (file: HandedFile) => void;
  enabled?: boolean;
}

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') === true;
}

/** Takes a file dropped anywhere in the window. Answers whether one hovers over it now. */
export function useWindowDrop({ onFile, onHanded, enabled = true }: WindowDrop): boolean {
  const [over, setOver] = useState(false);
  const latest = useRef({ onFile, onHanded });
  latest.current = { onFile, onHanded };
  useEffect(() => {
    if (!enabled) return;
    // Every element that is entered and left tells; only their balance says whether the file is still here.
    let depth = 0;
    const enter = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      depth += 1;
      setOver(true);
    };
    const hover = (event: DragEvent) => {
      if (carriesFiles(event)) event.preventDefault();
    };
    const leave = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(false);
    };
    const drop = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      depth = 0;
      setOver(false);
      const file = event.dataTransfer?.files[0];
      if (file) latest.current.onFile(file);
    };
    document.addEventListener('dragenter', enter);
    document.addEventListener('dragover', hover);
    document.addEventListener('dragleave', leave);
    document.addEventListener('drop', drop);
    const stopDrop = host.onFileDropped((file) => latest.current.onHanded(file));
    const stopDrag = host.onFileDragged(setOver);
    return () => {
      document.removeEventListener('dragenter', enter);
      document.removeEventListener('dragover', hover);
      document.removeEventListener('dragleave', leave);
      document.removeEventListener('drop', drop);
      stopDrop();
      stopDrag();
    };
  }, [enabled]);
  return over;
}
