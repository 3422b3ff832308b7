import { speak } from "../shared/page.js";
import { SignIn } from "../shared/sign_in.js";
import { StaffApi } from "../shared/staff_api.js";
import { Console } from "./console.js";

const api = new StaffApi();
const signIn = new SignIn(api, () => page.open());
const page = new Console(api, () => signIn.end());

await speak((words) => {
  signIn.words = words;
  page.words = words;
});
await signIn.recall();
