/** Bytes of one stage of the widget. */
export interface StageSize {
  stage:
    | 'first view'
    | 'acting'
    | 'writing'
    | 'live'
    | 'bell'
    | 'everything'
    | 'nudge'
    | 'upkeep'
    | 'standing'
    | 'steer'
    | 'counts';
  raw: number;
  gzip: number;
  brotli: number;
}
export function widgetSizes(lang?: string): Promise<StageSize[]>;
