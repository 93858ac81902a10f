// Runs in every page before its own scripts: remembers what would otherwise be lost, and names what the tests ask often.
(() => {
    const seen = { violations: [], shift: 0, tasks: 0, alerts: [], shared: [], ready: [] };
    addEventListener('securitypolicyviolation', (event) =>
        seen.violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber} ${event.sample}`));
    for (const name of ['alert', 'confirm', 'prompt', 'print']) window[name] = (...args) => void seen.alerts.push([name, ...args]);
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) if (!entry.hadRecentInput) seen.shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
    new MutationObserver(() => seen.ready.push(document.documentElement?.dataset.ready ?? null))
        .observe(document, { subtree: true, attributes: true, attributeFilter: ['data-ready'] });

    const all = (selector, root = document) => [...root.querySelectorAll(selector)];
    const words = (element) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
    // Whether the reader could see it by scrolling: neither hidden nor in a closed section, and not without size.
    const shown = (element) => {
        if (!element?.isConnected) return false;
        const box = element.getBoundingClientRect();
        return box.width > 0 && box.height > 0 && element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    };
    // Whether its beginning is on the screen.
    const inView = (element) => {
        const { top, bottom } = element.getBoundingClientRect();
        return shown(element) && top >= -2 && top < innerHeight && bottom > 0;
    };
    // Whether a click on it would meet it, once it is on the screen: nothing is in front of it.
    const reachable = (element) => {
        element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
        const [box] = element.getClientRects();
        const middle = (from, to, end) => (Math.max(from, 0) + Math.min(to, end)) / 2;
        const at = [middle(box.left, box.right, innerWidth), middle(box.top, box.bottom, innerHeight)];
        let met = document.elementFromPoint(...at);
        for (let root = met?.shadowRoot; root; root = met?.shadowRoot) {
            const inner = root.elementFromPoint(...at);
            if (!inner || inner === met) break;
            met = inner;
        }
        return element.contains(met);
    };
    // What a link within the page leads to.
    const target = (link) => { const name = decodeURIComponent(link.hash.slice(1)); return document.getElementById(`gf-${name}`) ?? document.getElementById(name); };
    // Where the reader is: in the shadow root of the page's first element, or in the page.
    const reader = () => document.querySelector('gatefold-reader')?.shadowRoot ?? document;
    const one = (selector) => reader().querySelector(selector);
    // What has the focus, through all shadow roots.
    const active = () => { let at = document.activeElement; while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement; return at; };
    const section = (title) => all('.section', reader()).find((one) => words(one.querySelector(':scope > .section__row .section__title')) === title);
    const button = (title) => section(title)?.querySelector(':scope > .section__row .section__toggle');
    const body = (title) => section(title)?.querySelector(':scope > .section__body');
    // Open in every way that it can be said, closed in every way, or contradicting itself.
    const state = (title) => {
        const says = [button(title).ariaExpanded === 'true', !body(title).hasAttribute('hidden'), section(title).hasAttribute('data-open')];
        return says.every(Boolean) ? 'open' : says.some(Boolean) ? `torn: ${says}` : 'closed';
    };
    const states = () => [...new Set(all('.section__title', reader()).map((title) => state(words(title))))].join();
    // The foot of the related articles at every moment: what it holds, and whether that was one thing.
    const watchFoot = () => {
        const feet = (seen.feet = []);
        const kinds = { more: '.related__more:not([data-busy])', loading: '.related__more[data-busy]', failed: '.related__failed', end: '.related__end' };
        const look = () => {
            const foot = one('.related__foot');
            if (foot) feet.push(Object.keys(kinds).filter((kind) => foot.querySelector(kinds[kind])).join('+') || 'nothing');
        };
        look();
        new MutationObserver(look).observe(one('.related'), { subtree: true, childList: true, attributes: true });
    };
    window.t = { seen, all, reader, one, active, words, shown, inView, reachable, target, section, button, body, state, states, watchFoot };
})();
