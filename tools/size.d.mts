/** Bytes of one stage of the widget. */
export interface StageSize {
  stage:
    | 'first view'
    | 'acting'
    | 'writing'
    | 'sending'
    | 'everything'
    | 'voting'
    | 'inbox'
    | 'told'
    | 'jump'
    | 'branches'
    | 'marks'
    | 'faults'
    | 'checks'
    | 'mentions'
    | 'offers'
    | 'nudge'
    | 'preview'
    | 'upkeep'
    | 'verdict'
    | 'standing'
    | 'steer'
    | 'mine'
    | 'search'
    | 'sign-in'
    | 'picks'
    | 'subscribe'
    | 'mail'
    | 'follows'
    | 'counts';
  raw: number;
  gzip: number;
  brotli: number;
}
export function widgetSizes(lang?: string): Promise<StageSize[]>;
export function filesOfVisit(lang: string): Promise<string[]>;
