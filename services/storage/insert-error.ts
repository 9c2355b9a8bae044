/** A refused document: its place among those given. */
export class InsertError extends Error {
  override readonly name = 'InsertError';
  readonly place: number;

  constructor(place: number, message: string) {
    super(message);
    this.place = place;
  }
}
