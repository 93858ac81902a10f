// `<gatefold-reader>` as a host page sees it: written down is every event, every warning and every entry of the history.
(() => {
    const host = (selector = 'gatefold-reader') => document.querySelector(selector);
    // In the shadow root of any element of the page.
    const inside = (selector, element = host()) => element.shadowRoot.querySelector(selector);
    const insideAll = (selector, element = host()) => t.all(selector, element.shadowRoot);
    // What the host page was told, in order; names in `prevented` are prevented.
    const told = [], prevented = new Set(), warnings = [], history = [], signals = {};
    for (const name of ['ready', 'error', 'progress', 'section', 'update', 'share', 'related', 'navigate']) {
        addEventListener(`gatefold-${name}`, (event) => {
            if (prevented.has(name)) event.preventDefault();
            told.push({ name, id: event.target.id, detail: event.detail, cancelable: event.cancelable });
        });
    }
    const of = (name) => told.filter((one) => one.name === name).map(({ detail }) => detail);
    const count = (name) => of(name).length;
    const { warn } = console;
    console.warn = (...words) => { warnings.push(words.join(' ')); warn.apply(console, words); };
    for (const name of ['pushState', 'replaceState']) {
        const real = window.history[name];
        window.history[name] = function (...input) { history.push(name); return real.apply(this, input); };
    }
    const { fetch } = window;
    window.fetch = (input, options) => {
        signals[new URL(input.url ?? input, document.baseURI).pathname] = options?.signal ?? input.signal;
        return fetch(input, options);
    };
    // For asserting that a promise fails, and how.
    const outcome = (promise) => promise.then((value) => ({ value }), (error) => ({ failed: error.code ?? String(error) }));
    const isComplete = (element) => { const title = inside('.article .title[id]', element); return t.shown(title); };
    Object.assign(t, { host, inside, insideAll, told, prevented, warnings, history, signals, of, count, outcome, isComplete });
})();
