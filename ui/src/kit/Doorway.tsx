import type { ReactNode } from 'react';
import { useText } from '#/messages';
import classes from './Doorway.module.css';
import { ClothGround } from './weave/ClothGround';
import { Mark } from './weave/Mark';

/** The pages in front of the workspace: cloth on the left, one question on the right. */
export function Doorway({ children }: { children: ReactNode }) {
  const text = useText();
  return (
    <div className={classes.root}>
      <div className={classes.cloth} aria-hidden>
        <ClothGround />
      </div>
      <main className={classes.main}>
        <div className={classes.content}>
          <div className={classes.mark}>
            <Mark size={32} />
            <span>{text('kit.product')}</span>
          </div>
          {children}
        </div>
      </main>
    </div>
  );
}
