import { speak } from "../shared/page.js";
import { SignIn } from "../shared/sign_in.js";
import { StaffApi } from "../shared/staff_api.js";
import { Console } from "./console.js";
import { Inbox } from "./inbox.js";

const api = new StaffApi();
const inbox = new Inbox(api);
const signIn = new SignIn(api, () => {
  void inbox.open();
  return page.open();
});
const page = new Console(api, () => signIn.end());

await speak((words) => {
  signIn.words = words;
  page.words = words;
  inbox.words = words;
});
await signIn.recall();
