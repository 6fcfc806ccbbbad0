import { UnstyledButton } from '@mantine/core';
import { IconArrowRight, type IconProps } from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';
import classes from './WelcomePage.module.css';

interface CardProps {
  icon: ComponentType<IconProps>;
  name: ReactNode;
  about: ReactNode;
  disabled: boolean;
  onChoose: () => void;
}

/** One way to go on. */
export function Card({ icon: Icon, name, about, disabled, onChoose }: CardProps) {
  return (
    <li>
      <UnstyledButton
        className={classes.card}
        disabled={disabled}
        data-disabled={disabled || undefined}
        onClick={onChoose}
      >
        <span className={classes.icon}>
          <Icon size={24} stroke={1.75} aria-hidden />
        </span>
        <span className={classes.text}>
          <span className={classes.name}>{name}</span>
          <span className={classes.about}>{about}</span>
        </span>
        <IconArrowRight className={classes.arrow} size={20} aria-hidden />
      </UnstyledButton>
    </li>
  );
}
