import { element, find } from "../shared/dom.js";
import { speak } from "../shared/page.js";

/** @import { Words } from "../shared/words.js" */

/** @type {{id: string, price: number, isOut?: boolean}[]} what is shown; its words are in the catalogue */
const PRODUCTS = [
  { id: "apples", price: 28 },
  { id: "greens", price: 12.5 },
  { id: "eggs", price: 34 },
  { id: "milk", price: 27.9 },
  { id: "bread", price: 38 },
  { id: "rice", price: 79 },
  { id: "tomatoes", price: 22 },
  { id: "tea", price: 68, isOut: true },
];

/**
 * @param {Words} words
 * @param {typeof PRODUCTS[number]} product
 */
function card(words, { id, price, isOut }) {
  const picture = element("img", { src: `pictures/${id}.svg`, alt: "", width: "160", height: "120", loading: "lazy" });
  const name = element("h3", {}, words.say(`shop_${id}`));
  const unit = element("p", { class: "note" }, words.say(`shop_${id}_unit`));
  const cost = element("p", { class: "price" }, words.say("shop_price", { price: price.toFixed(2) }));
  const out = isOut ? [element("p", { class: "out" }, words.say("shop_out_of_stock"))] : [];
  return element("li", { class: "product" }, picture, name, unit, cost, ...out);
}

await speak((words) => {
  find(document, "#product-list", HTMLUListElement).replaceChildren(...PRODUCTS.map((product) => card(words, product)));
});
