// Writes down the errors of the console, for engines whose driver has no log of it. What a page has written when it goes is
// sent to the server.
(() => {
    const said = (t.seen.said = []);
    addEventListener('error', (event) => { if (event.message) said.push(`${event.message} ${event.filename}:${event.lineno}`); });
    addEventListener('unhandledrejection', (event) => said.push(`Unhandled: ${event.reason?.stack ?? event.reason}`));
    const { error, warn } = console;
    console.error = (...words) => { said.push(words.join(' ')); error.apply(console, words); };
    console.warn = (...words) => { if (`${words[0]}`.includes('Gatefold stopped')) said.push(words.join(' ')); warn.apply(console, words); };
    addEventListener('pagehide', () => { if (said.length) navigator.sendBeacon('/own/said', said.splice(0).join('\n')); });
})();
