/*
 * The one line that a shop embeds:
 *   <script src="https://ASKWELL/widget/askwell.js" data-askwell async></script>
 * Options, as further attributes: data-language ("en" or "zh-Hant"), data-identity-token (names the signed-in
 * customer, see the guide), data-theme ("light", "dark" or "auto").
 */
(() => {
  const { src, dataset } = /** @type {HTMLScriptElement} */ (document.currentScript);
  const gateway = new URL("..", src).href.replace(/\/$/, "");
  import(`${gateway}/widget/main.js`).then(({ start }) => start({ gateway, ...dataset }));
})();
