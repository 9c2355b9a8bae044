export interface ReadMail {
  messageId: string;
  /** By lower-case name, unfolded and decoded. */
  headers: Map<string, string>;
  /** The parts that are text, decoded. */
  text: string;
  html: string;
  raw: string;
}
export function readMail(raw: string): ReadMail;
