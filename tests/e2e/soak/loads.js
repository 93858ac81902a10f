// Loads the articles of a plan, `[[number, kind, seconds], …]`, each in a reader of its own, so many at a time. What comes of
// each is counted in `soak`; of one that failed the fault is then ended, and it is tried again as a reader would.
window.soak = { articles: 0, failures: 0, retries: 0, healed: 0, kinds: {}, codes: {}, wrong: [], uncaught: [], done: false };
(() => {
    // So long after the last moment at which it could tell anything, a reader is stuck.
    const STUCK = 60_000;
    addEventListener('error', (event) => { if (event.message) soak.uncaught.push(`${event.message} ${event.filename}:${event.lineno}`); });
    addEventListener('unhandledrejection', (event) => soak.uncaught.push(`unhandled: ${event.reason?.stack ?? event.reason}`));
    const add = (to, name) => (to[name] = (to[name] ?? 0) + 1);

    // What an element tells next.
    const told = (element) => new Promise((done) => {
        const timer = setTimeout(() => done({ name: 'stuck' }), STUCK);
        for (const name of ['ready', 'error']) {
            element.addEventListener(`gatefold-${name}`, ({ detail }) => { clearTimeout(timer); done({ name, detail }); }, { once: true });
        }
    });
    const frame = () => new Promise((done) => { requestAnimationFrame(done); setTimeout(done, 500); });

    // What is not as it should be in an element that shows its article.
    const article = (element, number, detail) => {
        const words = t.words(t.inside('.article', element));
        if (detail.title !== `Number ${number}`) return `is called ${detail.title}`;
        if (t.words(t.inside('h1', element)) !== `Number ${number}`) return 'shows another title';
        if (words.split(`Of number ${number}.`).length !== 3 || !words.includes(`End of ${number}.`)) return 'is not whole';
        if (t.inside('.failure', element) || element.firstElementChild?.checkVisibility()) return 'shows a failure, too';
    };

    // And in one that has failed.
    const failure = (element, detail) => {
        if (!detail.code || !detail.message) return 'does not say what failed';
        if (!t.words(t.inside('.failure__title', element))) return 'shows no sentence';
        if (!!t.inside('.failure__retry', element) !== detail.retryable) return `${detail.retryable ? 'lacks' : 'has'} a button to try again`;
        if (t.inside('.article', element)) return 'shows an article';
        if (element.firstElementChild && !element.firstElementChild.checkVisibility()) return 'hides what was written by hand';
    };

    const load = async ([number, kind, seconds]) => {
        const wrong = (what) => soak.wrong.push(`${number} (${kind}) ${what}`);
        const element = document.createElement('gatefold-reader');
        for (const [name, value] of [['src', `/soak/${number}.json?${kind}`], ['timeout', seconds], ['loading', 'eager']]) element.setAttribute(name, value);
        // Every other one has something written by hand.
        if (number % 2) element.innerHTML = '<p>Written by hand.</p>';
        const first = told(element);
        place.append(element);
        let { name, detail } = await first;
        const tally = (soak.kinds[kind] ??= {});
        add(tally, name);
        if (name === 'error') {
            soak.failures++;
            add(soak.codes, detail.code);
            await frame();
            const odd = failure(element, detail);
            if (odd) wrong(odd);
            await fetch(`/soak/well/${number}`);
            const again = told(element);
            const button = t.inside('.failure__retry', element);
            if (button) soak.retries++;
            if (button) button.click();
            else element.reload().catch(() => {});
            ({ name, detail } = await again);
            if (name === 'ready') soak.healed++;
            else wrong(`fails again: ${detail?.code ?? name}`);
        } else if (name === 'ready') {
            soak.articles++;
        } else {
            wrong('is stuck');
        }
        const odd = name === 'ready' && article(element, number, detail);
        if (odd) wrong(odd);
        element.remove();
        // What the tests write down about each would be the largest thing in the page.
        t.told.length = t.warnings.length = 0;
        delete t.signals[`/soak/${number}.json`];
        delete t.signals[`/soak/well/${number}`];
    };

    let next = 0;
    let waiting;
    soak.run = async (plan, atOnce) => {
        const work = async () => {
            while (next < plan.length) {
                const at = next++;
                await load(plan[at]);
                if (at % 100 === 0) waiting?.();
            }
        };
        await Promise.all(Array.from({ length: atOnce }, work));
        soak.done = true;
        waiting?.();
    };
    // Whether it is over, told a hundred loads later, or when it is.
    soak.turn = async () => {
        if (!soak.done) await new Promise((done) => (waiting = done));
        return soak.done;
    };
})();
