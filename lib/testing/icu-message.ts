import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";

/** What a message needs to be shown, and which plural forms each of its counts has. */
export type IcuMessage = { needs: string[]; plurals: string[][]; words: string };

/** Reads a message as the formatter will. @throws where it is malformed. */
export function readIcuMessage(message: string): IcuMessage {
  const needs = new Set<string>();
  const plurals: string[][] = [];
  const words: string[] = [];
  visit(parse(message));
  return { needs: [...needs].toSorted(), plurals, words: words.join(" ") };

  function visit(elements: readonly MessageFormatElement[]): void {
    for (const element of elements) {
      if (element.type === TYPE.literal) words.push(element.value);
      if (element.type === TYPE.argument) needs.add(`{${element.value}}`);
      if (element.type === TYPE.number) needs.add(`{${element.value}, number}`);
      if (element.type === TYPE.date || element.type === TYPE.time) {
        throw new Error(`"${message}": a moment is written by <Moment>, not by the message.`);
      }
      if (element.type === TYPE.select || element.type === TYPE.plural) {
        const kind = element.type === TYPE.select ? "select" : "plural";
        needs.add(`{${element.value}, ${kind}}`);
        const options = Object.entries(element.options);
        if (kind === "plural") plurals.push(options.map(([form]) => form));
        for (const [, option] of options) visit(option.value);
      }
      if (element.type === TYPE.tag) {
        needs.add(`<${element.value}>`);
        visit(element.children);
      }
    }
  }
}
