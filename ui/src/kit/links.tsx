import { ActionIcon, type ActionIconProps, Anchor, type AnchorProps, Button, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ComponentPropsWithRef } from 'react';

type Native<P> = P & Omit<ComponentPropsWithRef<'a'>, keyof P>;

/** A button that leads to a page: `<ButtonLink {...paths.domainNew()}>`. */
export const ButtonLink = createLink((props: Native<ButtonProps>) => <Button component="a" {...props} />);

/** A link in text: `<TextLink {...paths.domain(slug)}>`. */
export const TextLink = createLink((props: Native<AnchorProps>) => <Anchor component="a" {...props} />);

/** An icon that leads to a page; give it an aria-label. */
export const IconLink = createLink((props: Native<ActionIconProps>) => <ActionIcon component="a" {...props} />);
