/*
 * The one line that a shop embeds:
 *   <script src="https://ASKWELL/widget/askwell.js" data-askwell async></script>
 * Options, as further attributes: data-language ("en" or "zh-Hant"), data-identity-token (names the signed-in
 * customer, see the guide), data-theme ("light", "dark" or "auto").
 */
(() => {
  // What the launcher needs is asked for at once: one by one, each would wait for the one that names it.
  const MODULES = [
    "shared/dom.js",
    "shared/http.js",
    "shared/language.js",
    "shared/retry.js",
    "shared/words.js",
    "widget/inviting.js",
    "widget/launcher.js",
    "widget/main.js",
    "widget/memory.js",
    "widget/styles.js",
    "widget/teaser.js",
    "widget/widget.js",
  ];
  const { src, dataset } = /** @type {HTMLScriptElement} */ (document.currentScript);
  const gateway = new URL("..", src).href.replace(/\/$/, "");
  for (const module of MODULES) {
    const link = Object.assign(document.createElement("link"), { rel: "modulepreload", href: `${gateway}/${module}` });
    document.head.append(link);
  }
  import(`${gateway}/widget/main.js`).then(({ start }) => start({ gateway, ...dataset }));
})();
