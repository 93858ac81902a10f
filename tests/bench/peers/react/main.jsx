// What a team with React takes from the shelf: Radix for accordion and dialog, react-share, DOMPurify. Also built with
// Preact in React's place.

import "../article.css";
import * as Accordion from "@radix-ui/react-accordion";
import * as Dialog from "@radix-ui/react-dialog";
import DOMPurify from "dompurify";
import { useLayoutEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import { EmailShareButton, FacebookShareButton, LinkedinShareButton, RedditShareButton, TelegramShareButton, WhatsappShareButton } from "react-share";
import { date, load, minutes, rendered } from "../common.js";

const buttons = [
  ["E-mail", EmailShareButton],
  ["WhatsApp", WhatsappShareButton],
  ["Telegram", TelegramShareButton],
  ["Facebook", FacebookShareButton],
  ["LinkedIn", LinkedinShareButton],
  ["Reddit", RedditShareButton],
];

function Share() {
  return (
    <Dialog.Root>
      <Dialog.Trigger data-testid="share-open">Share</Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Content aria-describedby={undefined}>
          <Dialog.Title>Share</Dialog.Title>
          <ul className="targets">
            {buttons.map(([label, Button]) => (
              <li key={label}>
                <Button url={location.href}>{label}</Button>
              </li>
            ))}
          </ul>
          <Dialog.Close data-testid="share-close">Close</Dialog.Close>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Article({ article }) {
  const all = article.sections.map((_, index) => `${index}`);
  const [open, setOpen] = useState(all);
  useLayoutEffect(rendered, []);
  return (
    <>
      <h1>{article.title}</h1>
      <p>{article.standfirst}</p>
      <p className="meta">
        By {article.author} · {date(article.published)} · {minutes(article)} min <Share />
        <button data-testid="fold-all" onClick={() => setOpen(open.length ? [] : all)}>
          Collapse all
        </button>
      </p>
      <img {...article.image} />
      <Accordion.Root type="multiple" value={open} onValueChange={setOpen}>
        {article.sections.map(({ heading, html }, index) => (
          <Accordion.Item className="section" key={index} value={`${index}`}>
            <Accordion.Header asChild>
              <h2>
                <Accordion.Trigger>{heading}</Accordion.Trigger>
              </h2>
            </Accordion.Header>
            <Accordion.Content dangerouslySetInnerHTML={{ __html: DOMPurify.sanitize(html) }} />
          </Accordion.Item>
        ))}
      </Accordion.Root>
      <ul className="cards">
        {article.related.map(({ title, url, teaser }) => (
          <li className="card" key={url}>
            <a href={url}>{title}</a>
            <p>{teaser}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

load().then((article) => createRoot(document.querySelector("#root")).render(<Article article={article} />));
