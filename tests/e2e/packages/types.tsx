// What the types let pass, and what not: each line below an expected error is one, or this file does not compile.
import { type ArticleJson, GatefoldReader, type ReadyDetail } from "gatefold";
import { createRef } from "react";

const heard: ReadyDetail[] = [];

export const accepted = [
  <gatefold-reader
    key="1"
    ref={createRef<GatefoldReader>()}
    className="wide"
    style={{ marginBlock: "1rem" }}
    data-testid="reader"
    aria-label="Article"
    onClick={(event) => event.currentTarget.expandAll()}
    article='{"gatefold": 1}'
    relatedSize={8}
    ongatefold-ready={({ detail }) => heard.push(detail)}
  >
    <a href="/">Read the article</a>
  </gatefold-reader>,
];

export const refused = [
  // @ts-expect-error No such theme.
  <gatefold-reader theme="purple" />,
  // @ts-expect-error No such level.
  <gatefold-reader heading-level={7} />,
  // @ts-expect-error No such attribute.
  <gatefold-reader source="/article.json" />,
  // @ts-expect-error The detail has no such field.
  <gatefold-reader ongatefold-ready={(event) => event.detail.name} />,
  // @ts-expect-error It is a listener of another event.
  <gatefold-reader ongatefold-error={(event: CustomEvent<ReadyDetail>) => event} />,
  // @ts-expect-error A number is no article.
  <gatefold-reader article={1} />,
  // @ts-expect-error It is another element.
  <gatefold-reader ref={createRef<HTMLDialogElement>()} />,
];

// @ts-expect-error Another version.
export const article: ArticleJson = { gatefold: 2 };

export async function methods(reader: GatefoldReader) {
  // @ts-expect-error It needs a section.
  await reader.scrollToSection();
  // @ts-expect-error Nobody sets this.
  reader.ready = Promise.resolve();
  // They bubble: all of these are told of failures.
  for (const target of [reader, document.body]) target.addEventListener("gatefold-error", ({ detail }) => detail.code);
  document.addEventListener("gatefold-error", ({ detail }) => detail.code);
  window.addEventListener("gatefold-error", ({ detail }) => detail.code);
  // @ts-expect-error A failure has no title.
  document.addEventListener("gatefold-error", ({ detail }) => detail.title);
}
