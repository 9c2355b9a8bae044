/** Every text of the demo page. The French one is the page itself, so that it reads without JavaScript. */
export interface DemoTexts {
  documentTitle: string;
  skip: string;
  today: string;
  paper: string;
  motto: string;
  sectionTown: string;
  sectionValley: string;
  sectionEconomy: string;
  sectionCulture: string;
  sectionSport: string;
  kicker: string;
  headline: string;
  standfirst: string;
  author: string;
  published: string;
  length: string;
  drawing: string;
  caption: string;
  p1: string;
  p2: string;
  crosshead: string;
  p3: string;
  quote: string;
  quoted: string;
  p4: string;
  p5: string;
  p6: string;
  question: string;
  comments: string;
  colophon: string;
}
