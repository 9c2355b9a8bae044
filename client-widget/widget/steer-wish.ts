import type { Config } from './config.ts';

/** The end of an address with which the console leads its moderators here. */
export const WISH = '&moderate';

/** Where a browser keeps that it was told to. */
export const keptAs = ({ base, site }: Config): string => `tribune:${base}/${site}:moderate`;
