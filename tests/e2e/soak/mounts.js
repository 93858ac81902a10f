// Readers that come and go, one after the other. Each function does something so often, and ends when it is done.
window.soak = (() => {
    const come = async () => {
        const one = document.createElement('gatefold-reader');
        one.setAttribute('src', '/own/a.json');
        place.append(one);
        await one.ready;
        return one;
    };
    const leave = async (one) => {
        one.remove();
        await null;
    };
    // Once it is there: what a dialog is made of is loaded when it is wanted.
    const there = async (look) => {
        for (let turns = 0; turns < 10_000 && !look(); turns++) await new Promise((done) => setTimeout(done));
        return look();
    };
    // What the tests write down of readers, and what the browser does of requests, is no part of either.
    const forget = () => {
        t.told.length = t.history.length = 0;
        for (const name in t.signals) delete t.signals[name];
        performance.clearResourceTimings();
    };
    const mounts = async (times) => {
        while (times--) await leave(await come());
        forget();
    };
    const changes = async (times) => {
        const one = await come();
        while (times--) {
            const [src, title] = times % 2 ? ['/own/b.json', 'Second'] : ['/own/a.json?again', 'First'];
            one.src = src;
            const said = await one.ready;
            if (said.title !== title || t.words(t.inside('h1', one)) !== title) throw new Error(`${src} shows ${said.title}`);
        }
        await leave(one);
        forget();
    };
    const shares = async (times) => {
        const one = await come();
        while (times--) {
            if (!await one.openShare()) throw new Error('it does not open');
            const dialog = await there(() => t.inside('.share-dialog:modal', one));
            const closed = new Promise((done) => dialog.addEventListener('close', done, { once: true }));
            t.inside('.share__close', one).click();
            await closed;
        }
        await leave(one);
        forget();
    };
    return { mounts, changes, shares };
})();
