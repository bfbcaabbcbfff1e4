/** What a source needs to know an offer again, opaque to everyone else. Often larger than all the rest, and seldom looked at. */
export interface OfferReference {
  /** Plain JSON data. */
  readonly value: unknown;
}

/** Values of which most are never asked for. */
export interface ReferenceList {
  at(index: number): unknown;
}

/** A value that is looked up when somebody asks for it. */
export class ListedReference implements OfferReference {
  readonly list: ReferenceList;
  readonly index: number;

  constructor(list: ReferenceList, index: number) {
    this.list = list;
    this.index = index;
  }

  get value(): unknown {
    return this.list.at(this.index);
  }

  toJSON(): OfferReference {
    return { value: this.value };
  }
}

/** The items of a list in a text. The text is read when one is asked for, and again where that was long ago. */
export abstract class ListInText implements ReferenceList {
  private items: WeakRef<readonly unknown[]> | undefined;

  /** The name of the list in the JSON of an object; null where the JSON is the list. */
  abstract readonly name: string | null;
  abstract readText(): string;

  at(index: number): unknown {
    let items = this.items?.deref();
    if (!items) {
      const read = JSON.parse(this.readText()) as unknown;
      items = (
        this.name === null ? read : (read as Record<string, unknown>)[this.name]
      ) as readonly unknown[];
      this.items = new WeakRef(items);
    }
    return items[index];
  }
}

/** The offers of a source's answer as it sent them: the JSON of an object, UTF-8. */
export class AnswerItems extends ListInText {
  readonly body: Uint8Array;
  readonly name: string;

  constructor(body: Uint8Array, name: string) {
    super();
    this.body = body;
    this.name = name;
  }

  readText(): string {
    return new TextDecoder().decode(this.body);
  }
}
