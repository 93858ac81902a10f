// Shows each vector as the title and body of a post in the page's element, touches all of it as a reader might, and gives
// what came to life, one line each.
(vectors, done) => {
    const allowed = ['http:', 'https:', 'mailto:', 'tel:'];
    const forbidden = 'script, style, iframe, object, embed, form, base, meta, link, template, foreignObject, animate, set, use';
    const hosts = new Set();
    const check = (root) => {
        const found = [];
        for (const one of root.querySelectorAll('.article, .article :not(slot)')) {
            if (one.matches(forbidden)) found.push(`<${one.localName}>`);
            for (const { name, value } of one.attributes) {
                if (name.startsWith('on') || name === 'style' && value.includes('url(')) found.push(`${name}=${value}`);
                if (name === 'name' || name === 'srcdoc' || name === 'id' && !value.startsWith('gf-')) found.push(`${name}=${value}`);
                if (name === 'class' && value.includes('evil')) found.push(`${name}=${value}`);
                if (['href', 'src', 'poster', 'action', 'formaction', 'data', 'xlink:href'].includes(name)) {
                    const url = new URL(value, document.baseURI);
                    if (!allowed.includes(url.protocol)) found.push(`${name}=${value}`);
                    if (name === 'src' || name === 'poster') hosts.add(url.hostname);
                }
            }
            if (one.srcset) for (const [, at] of one.srcset.matchAll(/(\S+)\s+[\d.]+[wx]/g)) hosts.add(new URL(at, document.baseURI).hostname);
            for (const name of ['focus', 'mouseover', 'error', 'load', 'toggle', 'animationstart', 'pointerrawupdate']) one.dispatchEvent(new Event(name));
            if (one.localName === 'a') one.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: true }));
        }
        return found;
    };
    const show = async () => {
        const found = [];
        for (const { name, html } of vectors) {
            const post = { id: 1, link: 'https://news.example/p', title: { rendered: `Given ${html}` }, content: { rendered: `<p>Before.</p>${html}` } };
            const failed = await t.host().load(post).then(() => null, (error) => error);
            if (failed) found.push(`${name}: not shown: ${failed.message ?? failed}`);
            if (!t.words(t.reader().querySelector('.prose')).includes('Before.')) found.push(`${name}: its surroundings are lost`);
            found.push(...check(t.reader()).map((what) => `${name}: ${what}`));
            await new Promise((next) => setTimeout(next));
            found.push(...t.seen.alerts.splice(0).map((alert) => `${name}: ran ${alert}`));
        }
        return { found, hosts: [...hosts] };
    };
    // Nobody shall leave the page.
    addEventListener('click', (event) => event.preventDefault(), { capture: true });
    show().then(done, (error) => done({ found: [String(error)], hosts: [] }));
}
