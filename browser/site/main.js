// Entry point: the small things every page needs that HTML alone cannot do.

import { keepPlace, arrive } from "./language.js";
import { closeMenu } from "./menu.js";
import { loadSearch } from "./search.js";

loadSearch();
closeMenu();
keepPlace();
arrive();
