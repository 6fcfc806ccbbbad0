// Where built things lie.
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { root } from './run.mjs';

/** Cargo's target folder. */
export const targetFolder = resolve(root, process.env['CARGO_TARGET_DIR'] || 'target');

/** Tools that outlive a checkout: the WebDriver door of the desktop, Python's packages. */
export const toolFolder = join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'selvedge');

const suffix = process.platform === 'win32' ? '.exe' : '';

/** A program of this project, built in the given profile ("debug" or "release"). */
export const program = (name, profile = 'debug') => join(targetFolder, profile, name + suffix);
