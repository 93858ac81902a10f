import "../article.css";
import { mount } from "svelte";
import { load } from "../common.js";
import Article from "./Article.svelte";

load().then((article) => mount(Article, { target: document.querySelector("#root"), props: { article } }));
